// Tests the two races that a store of whole sessions loses.

package redis

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"

	"github.com/astaxie/session"
)

const rounds, together = 200, 20

// request returns a request with the cookies of an earlier response.
func request(w *httptest.ResponseRecorder) *http.Request {
	r := httptest.NewRequest("GET", "/", nil)
	for _, cookie := range w.Result().Cookies() {
		r.AddCookie(cookie)
	}
	return r
}

// logIn returns the response to a new visitor, whose session has a user.
func logIn(t *testing.T, manager *session.Manager) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	sess := manager.SessionStart(w, httptest.NewRequest("GET", "/", nil))
	if err := sess.Set("user", "Ann"); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestRaces(t *testing.T) {
	pder := startRedis(t).open(t, 0)
	session.Register("redis", pder)
	manager, err := session.NewManager("redis", "sid", 10)
	if err != nil {
		t.Fatal(err)
	}
	// test/redis/go.ts reads the lines "raced: ".
	t.Run("redis-no-lost-updates", func(t *testing.T) {
		lost := 0
		for range rounds {
			w := logIn(t, manager)
			var all sync.WaitGroup
			for i := range together {
				r := request(w) // a recorder is not for several goroutines
				all.Go(func() {
					sess := manager.SessionStart(httptest.NewRecorder(), r)
					if err := sess.Set(strconv.Itoa(i), i); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			sess := manager.SessionStart(httptest.NewRecorder(), request(w))
			for i := range together {
				if sess.Get(strconv.Itoa(i)) != float64(i) {
					lost++
				}
			}
		}
		wants(t, "lost updates", lost, 0)
		t.Logf("raced: %d of %d", lost, rounds*together)
	})
	t.Run("redis-no-risen-sessions", func(t *testing.T) {
		risen := 0
		for range rounds {
			w := logIn(t, manager)
			slow := manager.SessionStart(httptest.NewRecorder(), request(w))
			var all sync.WaitGroup
			var err error
			out := request(w)
			all.Go(func() { err = slow.Set("seen", true) })
			all.Go(func() { manager.SessionDestroy(httptest.NewRecorder(), out) })
			all.Wait()
			if err != nil && err != ErrEnded {
				t.Error(err)
			}
			key := sessionKey(slow.SessionID())
			if pder.client.Exists(context.Background(), key).Val() != 0 {
				risen++
			}
		}
		wants(t, "risen sessions", risen, 0)
		t.Logf("raced: %d of %d", risen, rounds)
	})
}
