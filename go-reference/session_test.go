// Tests that the package does what section 6.2 describes. The tests of cookies
// use HTTP requests; the tests of timers use virtual time.

package session_test

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	_ "github.com/astaxie/session/providers/memory"
	_ "github.com/astaxie/session/providers/repaired"
)

// passes is a Provider that records each call of SessionGC. Its other methods
// panic, because the embedded Provider is nil.
type passes struct {
	session.Provider
	// A timer's goroutine writes what the test reads.
	lock sync.Mutex
	made []pass
}

// pass is one call of SessionGC.
type pass struct {
	lifetime int64
	at       time.Time
}

// counted is registered in init, because a test that runs twice, as with
// go test -count=2, must not register it twice.
var counted = &passes{}

func init() {
	session.Register("passes", counted)
}

func (p *passes) SessionGC(maxLifeTime int64) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if len(p.made) == 100 {
		panic("SessionGC was called 100 times: the timer fires too often")
	}
	p.made = append(p.made, pass{maxLifeTime, time.Now()})
}

// take returns the calls since the last take.
func (p *passes) take() []pass {
	p.lock.Lock()
	defer p.lock.Unlock()
	made := p.made
	p.made = nil
	return made
}

// panicOf returns the value that f panics with, or nil if f does not panic.
func panicOf(f func()) (reason any) {
	defer func() { reason = recover() }()
	f()
	return nil
}

func newManager(t *testing.T, name string, seconds int64) *session.Manager {
	t.Helper()
	manager, err := session.NewManager(name, "gosessionid", seconds)
	if err != nil {
		t.Fatal(err)
	}
	return manager
}

func TestRegister(t *testing.T) {
	t.Run("registering a nil provider panics", func(t *testing.T) {
		got := panicOf(func() { session.Register("none", nil) })
		if want := "session: Register provider is nil"; got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	})
	t.Run("registering a name twice panics", func(t *testing.T) {
		got := panicOf(func() { session.Register("memory", &passes{}) })
		if want := "session: Register called twice for provider memory"; got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func TestNewManager(t *testing.T) {
	t.Run("an unknown provider gives an error with its name", func(t *testing.T) {
		manager, err := session.NewManager("file", "gosessionid", 3600)
		want := `session: unknown provide "file" (forgotten import?)`
		if manager != nil || err == nil || err.Error() != want {
			t.Errorf("got %v, %v, want nil, %v", manager, err, want)
		}
	})
}

// start calls SessionStart for a request with these cookies. It returns the
// session and the cookies that the response sets.
func start(manager *session.Manager, cookies ...*http.Cookie) (session.Session, []*http.Cookie) {
	r := httptest.NewRequest("GET", "/", nil)
	for _, c := range cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	return manager.SessionStart(w, r), w.Result().Cookies()
}

func TestSessionStart(t *testing.T) {
	manager := newManager(t, "memory", 3600)
	sess, set := start(manager)
	t.Run("a request without a cookie receives one", func(t *testing.T) {
		if len(set) != 1 {
			t.Fatalf("got %v", set)
		}
		want := "gosessionid=" + sess.SessionID() + "; Path=/; Max-Age=3600; HttpOnly"
		if got := set[0].String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
	t.Run("the id is 32 random bytes", func(t *testing.T) {
		other, _ := start(manager)
		b, err := base64.RawURLEncoding.DecodeString(sess.SessionID())
		if err != nil || len(b) != 32 {
			t.Errorf("got %d bytes, %v", len(b), err)
		}
		if other.SessionID() == sess.SessionID() {
			t.Error("two visitors got the same id")
		}
	})
	t.Run("a request with a cookie gets its session and no new cookie", func(t *testing.T) {
		again, set := start(manager, set[0])
		if again != sess || len(set) != 0 {
			t.Errorf("got %v, %v", again, set)
		}
	})
	t.Run("an escape that is not valid UTF-8 gives an id with that byte", func(t *testing.T) {
		if sid, set := startWith(manager, "gosessionid=%ff"); sid != "\xff" || len(set) != 0 {
			t.Errorf("got %q, %v", sid, set)
		}
	})
	t.Run("no cookie is read from a header with more than 3000 cookies", func(t *testing.T) {
		header := strings.Repeat("a;", 3000) + "gosessionid=abc"
		if _, set := startWith(manager, header); len(set) != 1 {
			t.Errorf("got %v", set)
		}
	})
	// The port's test reads the same file.
	text, err := os.ReadFile("testdata/cookies.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		About, Cookie string
		Sid           *string // nil if the visitor gets a new session
	}
	if err := json.Unmarshal(text, &cases); err != nil || len(cases) < 20 {
		t.Fatal(len(cases), err)
	}
	for _, c := range cases {
		t.Run("cookie: "+c.About, func(t *testing.T) {
			sid, set := startWith(manager, c.Cookie)
			if c.Sid == nil && len(set) != 1 {
				t.Errorf("got %q, want a new session", sid)
			}
			if c.Sid != nil && (sid != *c.Sid || len(set) != 0) {
				t.Errorf("got %q and %d cookies, want %q", sid, len(set), *c.Sid)
			}
		})
	}
}

func TestOwnIDs(t *testing.T) {
	manager := newManager(t, "repaired", 3600)
	sess, set := start(manager)
	t.Run("own-ids-only", func(t *testing.T) {
		sid, foreign := startWith(manager, "gosessionid=made-up")
		if sid == "made-up" || len(foreign) != 1 || foreign[0].Value != sid {
			t.Errorf("got %q, %v, want a new id and its cookie", sid, foreign)
		}
	})
	t.Run("the manager's own id finds its session", func(t *testing.T) {
		if again, more := start(manager, set[0]); again != sess || len(more) != 0 {
			t.Errorf("got %v, %v", again, more)
		}
	})
	t.Run("at login the session gets a new id and keeps its values", func(t *testing.T) {
		sess.Set("basket", "tea")
		w := httptest.NewRecorder()
		renewed, err := manager.SessionRegenerate(w, sess)
		if err != nil || renewed.Get("basket") != "tea" || renewed.SessionID() == sess.SessionID() {
			t.Fatalf("got %v, %v", renewed, err)
		}
		want := "gosessionid=" + renewed.SessionID() + "; Path=/; Max-Age=3600; HttpOnly"
		if got := w.Header().Get("Set-Cookie"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if sid, more := startWith(manager, "gosessionid="+sess.SessionID()); sid == sess.SessionID() || len(more) != 1 {
			t.Errorf("the old id is still accepted: %q, %v", sid, more)
		}
	})
	t.Run("a provider without new ids gives an error", func(t *testing.T) {
		other := newManager(t, "memory", 3600)
		sess, _ := start(other)
		want := "session: this provider cannot regenerate ids"
		if _, err := other.SessionRegenerate(httptest.NewRecorder(), sess); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	})
}

// startWith calls SessionStart for a request with this Cookie header. It
// returns the session's id and the cookies that the response sets.
func startWith(manager *session.Manager, header string) (string, []*http.Cookie) {
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("Cookie", header)
	w := httptest.NewRecorder()
	return manager.SessionStart(w, r).SessionID(), w.Result().Cookies()
}

func TestSessionDestroy(t *testing.T) {
	manager := newManager(t, "memory", 3600)
	sess, set := start(manager)
	t.Run("a request without a cookie changes nothing", func(t *testing.T) {
		w := httptest.NewRecorder()
		manager.SessionDestroy(w, httptest.NewRequest("GET", "/", nil))
		if got := w.Result().Cookies(); len(got) != 0 {
			t.Errorf("got %v", got)
		}
		if again, _ := start(manager, set[0]); again != sess {
			t.Error("the session is gone")
		}
	})
	t.Run("the session is removed and its cookie expires", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) { // virtual time, so that Expires is known
			destroy(t, manager, sess, set[0])
		})
	})
	t.Run("the session of an escaped id is removed too", func(t *testing.T) {
		cookie := &http.Cookie{Name: "gosessionid", Value: "a+b%2Fc"}
		sess, _ := start(manager, cookie)
		synctest.Test(t, func(t *testing.T) {
			destroy(t, manager, sess, cookie)
		})
	})
}

// destroy calls SessionDestroy and checks the response and the store.
func destroy(t *testing.T, manager *session.Manager, sess session.Session, cookie *http.Cookie) {
	t.Helper()
	r := httptest.NewRequest("GET", "/", nil)
	r.AddCookie(cookie)
	w := httptest.NewRecorder()
	manager.SessionDestroy(w, r)
	now := time.Now().UTC().Format(http.TimeFormat)
	want := "gosessionid=; Path=/; Expires=" + now + "; Max-Age=0; HttpOnly"
	if got := w.Header().Get("Set-Cookie"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if again, _ := start(manager, cookie); again == sess {
		t.Error("the session is still there")
	}
}

func TestGC(t *testing.T) {
	t.Run("GC makes a pass at once and after each lifetime, in seconds", func(t *testing.T) {
		counted.take()
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			newManager(t, "passes", 3600).GC()
			time.Sleep(3*time.Hour + time.Second)
			synctest.Wait()
			made := counted.take()
			if len(made) != 4 {
				t.Fatalf("got %d passes, want 4", len(made))
			}
			for i, pass := range made {
				if want := time.Duration(i) * time.Hour; pass.at.Sub(begin) != want {
					t.Errorf("pass %d: after %v, want %v", i, pass.at.Sub(begin), want)
				}
				if pass.lifetime != 3600 {
					t.Errorf("pass %d: lifetime %d", i, pass.lifetime)
				}
			}
		})
	})
	t.Run("GC can wait a century for the next pass", func(t *testing.T) {
		counted.take()
		synctest.Test(t, func(t *testing.T) {
			century := 876_600 * time.Hour
			newManager(t, "passes", int64(century/time.Second)).GC()
			time.Sleep(century - 1)
			synctest.Wait()
			if made := counted.take(); len(made) != 1 {
				t.Fatalf("got %d passes one nanosecond too early, want 1", len(made))
			}
			time.Sleep(time.Nanosecond)
			synctest.Wait()
			if made := counted.take(); len(made) != 1 {
				t.Fatalf("got %d passes at the end of the century, want 1", len(made))
			}
		})
	})
}
