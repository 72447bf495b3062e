// What section 6.2 asks of the package, over HTTP where it matters and on
// virtual time.

package session_test

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	_ "github.com/astaxie/session/providers/memory"
)

// passes is a Provider that notes when SessionGC was called; all else is that
// of the nil Provider in it.
type passes struct {
	session.Provider
	lifetimes []int64
	at        []time.Time
}

// counted is registered once, however often the tests are run.
var counted = &passes{}

func init() {
	session.Register("passes", counted)
}

func (p *passes) SessionGC(maxLifeTime int64) {
	if len(p.at) == 100 {
		panic("a hundred passes: the timer is due too often")
	}
	p.lifetimes = append(p.lifetimes, maxLifeTime)
	p.at = append(p.at, time.Now())
}

// panicOf returns what f panics with, nil if it does not.
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
	t.Run("a nil provider panics", func(t *testing.T) {
		got := panicOf(func() { session.Register("none", nil) })
		if want := "session: Register provider is nil"; got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	})
	t.Run("a second registration of a name panics", func(t *testing.T) {
		got := panicOf(func() { session.Register("memory", &passes{}) })
		if want := "session: Register called twice for provider memory"; got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func TestNewManager(t *testing.T) {
	t.Run("an unknown provider is an error that names it", func(t *testing.T) {
		manager, err := session.NewManager("file", "gosessionid", 3600)
		want := `session: unknown provide "file" (forgotten import?)`
		if manager != nil || err == nil || err.Error() != want {
			t.Errorf("got %v, %v, want nil, %v", manager, err, want)
		}
	})
}

// start asks the manager for the session of a request with these cookies.
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
	t.Run("a request without cookie gets one", func(t *testing.T) {
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
			t.Error("two visitors got one id")
		}
	})
	t.Run("a request with cookie gets its session and no cookie", func(t *testing.T) {
		again, set := start(manager, set[0])
		if again != sess || len(set) != 0 {
			t.Errorf("got %v, %v", again, set)
		}
	})
	t.Run("an escape that is not UTF-8 gives an id that is not", func(t *testing.T) {
		if sid, set := startWith(manager, "gosessionid=%ff"); sid != "\xff" || len(set) != 0 {
			t.Errorf("got %q, %v", sid, set)
		}
	})
	t.Run("of more than 3000 cookies none is read", func(t *testing.T) {
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
		Sid           *string // none if the visitor gets a new session
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

// startWith asks the manager for the session of a request with this Cookie
// header, and returns the session's id and the cookies that are set.
func startWith(manager *session.Manager, header string) (string, []*http.Cookie) {
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("Cookie", header)
	w := httptest.NewRecorder()
	return manager.SessionStart(w, r).SessionID(), w.Result().Cookies()
}

func TestSessionDestroy(t *testing.T) {
	manager := newManager(t, "memory", 3600)
	sess, set := start(manager)
	t.Run("without cookie nothing is done", func(t *testing.T) {
		w := httptest.NewRecorder()
		manager.SessionDestroy(w, httptest.NewRequest("GET", "/", nil))
		if got := w.Result().Cookies(); len(got) != 0 {
			t.Errorf("got %v", got)
		}
		if again, _ := start(manager, set[0]); again != sess {
			t.Error("the session is gone")
		}
	})
	t.Run("the session is forgotten and its cookie expired", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) { // in which no time passes
			destroy(t, manager, sess, set[0])
		})
	})
}

// destroy destroys a session and checks the answer.
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
	t.Run("collects now and once a lifetime, in seconds", func(t *testing.T) {
		*counted = passes{}
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			newManager(t, "passes", 3600).GC()
			time.Sleep(3*time.Hour + time.Second)
			synctest.Wait()
			if len(counted.at) != 4 {
				t.Fatalf("got %d passes, want 4", len(counted.at))
			}
			for i, at := range counted.at {
				if want := time.Duration(i) * time.Hour; at.Sub(begin) != want {
					t.Errorf("pass %d: after %v, want %v", i, at.Sub(begin), want)
				}
				if counted.lifetimes[i] != 3600 {
					t.Errorf("pass %d: lifetime %d", i, counted.lifetimes[i])
				}
			}
		})
	})
	t.Run("may be due a century later", func(t *testing.T) {
		*counted = passes{}
		synctest.Test(t, func(t *testing.T) {
			century := 876_600 * time.Hour
			newManager(t, "passes", int64(century/time.Second)).GC()
			time.Sleep(century - 1)
			synctest.Wait()
			if len(counted.at) != 1 {
				t.Fatalf("got %d passes a moment before, want 1", len(counted.at))
			}
			time.Sleep(1)
			synctest.Wait()
			if len(counted.at) != 2 {
				t.Fatalf("got %d passes, want 2", len(counted.at))
			}
		})
	})
}
