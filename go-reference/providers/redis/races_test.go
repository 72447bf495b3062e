// Tests the two races that a store of whole sessions loses.

package redis

import (
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
	session.Register("redis", startRedis(t).open(t, 0))
	manager, err := session.NewManager("redis", "sid", 10)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("redis-no-lost-updates", func(t *testing.T) {
		for range rounds {
			w := logIn(t, manager)
			var all sync.WaitGroup
			for i := range together {
				all.Go(func() {
					sess := manager.SessionStart(httptest.NewRecorder(), request(w))
					if err := sess.Set(strconv.Itoa(i), i); err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			sess := manager.SessionStart(httptest.NewRecorder(), request(w))
			for i := range together {
				wants(t, "value", sess.Get(strconv.Itoa(i)), float64(i))
			}
		}
	})
	t.Run("redis-no-risen-sessions", func(t *testing.T) {
		ended := 0
		for range rounds {
			w := logIn(t, manager)
			slow := manager.SessionStart(httptest.NewRecorder(), request(w))
			var all sync.WaitGroup
			var err error
			all.Go(func() { err = slow.Set("seen", true) })
			all.Go(func() { manager.SessionDestroy(httptest.NewRecorder(), request(w)) })
			all.Wait()
			if err == ErrEnded {
				ended++
			} else if err != nil {
				t.Error(err)
			}
			again := manager.SessionStart(httptest.NewRecorder(), request(w))
			wants(t, "user after the logout", again.Get("user"), nil)
			if again.SessionID() == slow.SessionID() {
				t.Error("the session came back under its id")
			}
		}
		t.Logf("%d of %d slow requests came after the logout", ended, rounds)
	})
}
