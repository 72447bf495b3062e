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
	"github.com/redis/go-redis/v9"
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
		// Two managers are two processes: neither waits for the other's lock.
		second, err := session.NewManager("redis", "sid", 10)
		if err != nil {
			t.Fatal(err)
		}
		risen, logouts := 0, 0
		work := func(r *http.Request) {
			sess := manager.SessionStart(httptest.NewRecorder(), r)
			sess.Get("user")
			for _, err := range []error{sess.Set("seen", true), sess.Delete("seen")} {
				if err != nil && err != ErrEnded {
					t.Error(err)
				}
			}
		}
		count := func(r *http.Request) {
			cookie, err := r.Cookie("sid")
			if err != nil {
				t.Fatal(err)
			}
			logouts++
			if pder.client.Exists(context.Background(), sessionKey(cookie.Value)).Val() != 0 {
				risen++
			}
		}
		for range rounds {
			w := logIn(t, manager)
			in, out := request(w), request(w)
			var all sync.WaitGroup
			all.Go(func() { work(in) })
			all.Go(func() { second.SessionDestroy(httptest.NewRecorder(), out) })
			all.Wait()
			count(in)
		}
		// And a logout before each command that a request sends to Redis.
		steps := &steps{}
		pder.client.AddHook(steps)
		for step := 1; ; step++ {
			w := logIn(t, manager)
			in, out := request(w), request(w)
			steps.before(step, func() { second.SessionDestroy(httptest.NewRecorder(), out) })
			work(in)
			if steps.left > 0 {
				wants(t, "steps of a request, at least", step > 4, true)
				break
			}
			count(in)
		}
		wants(t, "risen sessions", risen, 0)
		t.Logf("raced: %d of %d", risen, logouts)
	})
}

// steps does something before one of the next commands that a client sends.
type steps struct {
	left int // commands up to that one
	do   func()
}

// before lets do happen before the command of that number.
func (s *steps) before(number int, do func()) {
	s.left, s.do = number, do
}

func (s *steps) step() {
	if s.left--; s.left == 0 {
		s.do()
	}
}

func (s *steps) DialHook(next redis.DialHook) redis.DialHook { return next }

func (s *steps) ProcessHook(next redis.ProcessHook) redis.ProcessHook {
	return func(ctx context.Context, command redis.Cmder) error {
		s.step()
		return next(ctx, command)
	}
}

func (s *steps) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return func(ctx context.Context, commands []redis.Cmder) error {
		s.step()
		return next(ctx, commands)
	}
}
