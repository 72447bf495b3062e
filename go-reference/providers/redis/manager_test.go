// Tests the manager for real programs on the store, with two of them on one Redis.

package redis

import (
	"net/http"
	"net/http/httptest"
	"syscall"
	"testing"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/manager"
)

// visit gives a manager one request with a cookie, and returns the cookie that
// the browser then has, and the session or the error.
func visit(m *manager.Manager, cookie *http.Cookie) (*http.Cookie, session.Session, error) {
	r := httptest.NewRequest("GET", "/", nil)
	if cookie != nil {
		r.AddCookie(cookie)
	}
	w := httptest.NewRecorder()
	sess, err := m.SessionStart(w, r)
	for _, set := range w.Result().Cookies() {
		cookie = set
	}
	return cookie, sess, err
}

func TestManagers(t *testing.T) {
	s := startRedis(t)
	one := must[*manager.Manager](t)(manager.NewManager(s.open(t, 0), manager.Options{}))
	other := must[*manager.Manager](t)(manager.NewManager(s.open(t, 0), manager.Options{}))
	cookie, sess, err := visit(one, nil)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, "set", sess.Set("user", "Ann"), nil)
	wants(t, "lifetime", cookie.MaxAge, 10)
	kept, same, err := visit(other, cookie)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, "the other manager's session", same.Get("user"), "Ann")
	wants(t, "its cookie", kept.Value, cookie.Value)

	r := httptest.NewRequest("GET", "/", nil)
	r.AddCookie(cookie)
	wants(t, "logout", other.SessionDestroy(httptest.NewRecorder(), r), nil)
	wants(t, "set after the logout", sess.Set("user", "Ann"), ErrEnded)
	next, sess, err := visit(one, cookie)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, "user after the logout", sess.Get("user"), nil)
	if next.Value == cookie.Value {
		t.Error("the session of the logout came back")
	}
}

func TestManagerPause(t *testing.T) {
	s := startRedis(t)
	m := must[*manager.Manager](t)(manager.NewManager(s.open(t, time.Second), manager.Options{}))
	cookie, sess, err := visit(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, "set", sess.Set("user", "Ann"), nil)
	s.command.Process.Signal(syscall.SIGSTOP)
	kept, _, err := visit(m, cookie)
	refused(t, s, err, "SessionFind", "no answer within 1000 ms")
	wants(t, "the cookie", kept.Value, cookie.Value)
	s.command.Process.Signal(syscall.SIGCONT)
	_, sess, err = visit(m, cookie)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, "user after the pause", sess.Get("user"), "Ann")
	wants(t, "close", m.Close(), nil)
	_, _, err = visit(m, cookie)
	refused(t, s, err, "SessionFind", "the store was closed; open it again")
}
