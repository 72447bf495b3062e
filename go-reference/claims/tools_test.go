// Claims about what the compiler, go vet and gofmt report, and about what the
// listing's methods return.

package claims

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/astaxie/session"
	"github.com/astaxie/session/internal/recorded"
	"github.com/astaxie/session/providers/memory"
)

// The compiler checks these two assignments for implements-interfaces.
var (
	_ session.Session  = (*memory.SessionStore)(nil)
	_ session.Provider = (*memory.Provider)(nil)
)

func TestTools(t *testing.T) {
	recorded.Run(t, "unreachable-return", func(t *testing.T, c *recorded.Claim) {
		text, status := run(t, nil, "go", "vet", "./...")
		var findings []string
		for line := range strings.Lines(text) {
			if !strings.HasPrefix(line, "#") {
				findings = append(findings, filepath.ToSlash(strings.TrimSpace(line)))
			}
		}
		c.Texts("findings", findings)
		c.Flag("vet_passes", status == 0)
	})
	t.Run("gofmt lists only the two files with printed code", func(t *testing.T) {
		text, _ := run(t, nil, filepath.Join(goroot(t), "bin", "gofmt"), "-l", ".")
		want := "cmd/example/main.go\nproviders/memory/memory.go\n"
		if got := filepath.ToSlash(text); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	})
	recorded.Run(t, "implements-interfaces", func(t *testing.T, c *recorded.Claim) {
		c.Flag("compiled", true)
		refuse(t, c, "refused", "store does not implement session.Provider (missing method SessionGC)")
	})
	recorded.Run(t, "update-outside-interface", func(t *testing.T, c *recorded.Claim) {
		c.Flag("provider_of_memory_has_it", store.SessionUpdate("nobody") == nil)
		refuse(t, c, "outside", "type session.Provider has no field or method SessionUpdate")
	})
	recorded.Run(t, "blank-import", func(t *testing.T, c *recorded.Claim) {
		without, _ := run(t, nil, build(t, "blank"))
		with, _ := run(t, nil, build(t, "blank", "-tags=imported"))
		c.Text("error_without_import", strings.TrimSpace(strings.TrimPrefix(without, "false ")))
		c.Flag("manager_with_import", with == "true <nil>\n")
	})
}

// refuse checks that the compiler rejects a program of testdata for this reason.
func refuse(t *testing.T, c *recorded.Claim, name, reason string) {
	t.Helper()
	text, status := run(t, nil, "go", "build", "-o", t.TempDir(), "./claims/testdata/"+name)
	finding := grep(text, reason)
	if status == 0 || finding == "" {
		t.Errorf("%s: exit status %d\n%s", name, status, text)
	}
	c.Text("refused", reason)
}

func TestManager(t *testing.T) {
	recorded.Run(t, "init-registers", func(t *testing.T, c *recorded.Claim) {
		var reason any
		func() {
			defer func() { reason = recover() }()
			session.Register("memory", store)
		}()
		c.Text("panic", fmt.Sprint(reason))
	})
	recorded.Run(t, "manager-initialised", func(t *testing.T, c *recorded.Claim) {
		manager, err := session.NewManager("memory", "gosessionid", 3600)
		if err != nil {
			t.Fatal(err)
		}
		open(t)
		sess := manager.SessionStart(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
		sids := order()
		c.Number("sessions_more", len(sids)-1, "sessions")
		c.Flag("same_session", sids[len(sids)-1] == sess.SessionID())
	})
	recorded.Run(t, "start-after-destroy", func(t *testing.T, c *recorded.Claim) {
		manager, err := session.NewManager("memory", "gosessionid", 3600)
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest("GET", "/", nil)
		r.AddCookie(&http.Cookie{Name: "gosessionid", Value: "ana"})
		old := open(t)
		w := httptest.NewRecorder()
		manager.SessionDestroy(w, r)
		sess := manager.SessionStart(w, r)
		set := w.Result().Cookies()
		c.Flag("new_session", sess != old)
		c.Flag("old_id", sess.SessionID() == old.SessionID())
		c.Number("cookies", len(set), "cookies")
		c.Flag("cookie_dropped", set[0].MaxAge < 0)
	})
}

func TestErrors(t *testing.T) {
	recorded.Run(t, "differs-errors", func(t *testing.T, c *recorded.Claim) {
		synctest.Test(t, func(t *testing.T) {
			sess := open(t)
			_, init := store.SessionInit("bo")
			_, known := store.SessionRead("bo")
			_, unknown := store.SessionRead("cy")
			returned := []error{
				init,
				known,
				unknown,
				store.SessionUpdate("bo"),
				store.SessionUpdate("nobody"),
				sess.Set("k", 1),
				sess.Delete("k"),
				sess.Delete("k"), // a missing key
				store.SessionDestroy("ana"),
				store.SessionDestroy("ana"), // an unknown sid
				sess.Set("k", 1),            // of a session that was destroyed
				sess.Delete("k"),
			}
			errors := 0
			for _, err := range returned {
				if err != nil {
					errors++
				}
			}
			c.Number("calls", len(returned), "calls")
			c.Number("errors", errors, "errors")
		})
	})
}
