// Claims that the compiler, vet and gofmt decide, and what the listing's
// methods return.

package claims

import (
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/astaxie/session"
	"github.com/astaxie/session/internal/recorded"
	"github.com/astaxie/session/providers/memory"
)

// The compiler checks these two.
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
		for _, finding := range findings {
			c.Holds("go vet: %s", finding)
		}
		want := "providers/memory/memory.go:31:5: unreachable code\n" +
			"providers/memory/memory.go:67:5: unreachable code"
		if got := strings.Join(findings, "\n"); status == 0 || got != want {
			t.Errorf("go vet: exit status %d\n%s\nwant exactly\n%s", status, text, want)
		}
	})
	t.Run("gofmt lists only what was printed", func(t *testing.T) {
		text, _ := run(t, nil, filepath.Join(goroot(t), "bin", "gofmt"), "-l", ".")
		want := "cmd/example/main.go\nproviders/memory/memory.go\n"
		if got := filepath.ToSlash(text); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	})
	recorded.Run(t, "implements-interfaces", func(t *testing.T, c *recorded.Claim) {
		c.Holds("*memory.SessionStore as session.Session, *memory.Provider as session.Provider: compiled")
		refuse(t, c, "refused", "store does not implement session.Provider (missing method SessionGC)")
	})
	recorded.Run(t, "update-outside-interface", func(t *testing.T, c *recorded.Claim) {
		c.Holds("memory.Provider's SessionUpdate: returns %v", store.SessionUpdate("nobody"))
		refuse(t, c, "outside", "type session.Provider has no field or method SessionUpdate")
	})
	recorded.Run(t, "blank-import", func(t *testing.T, c *recorded.Claim) {
		without, _ := run(t, nil, build(t, "blank"))
		with, _ := run(t, nil, build(t, "blank", "-tags=imported"))
		c.Holds("NewManager, a manager and the error, without the import: %s", strings.TrimSpace(without))
		c.Holds("NewManager, a manager and the error, with the import: %s", strings.TrimSpace(with))
		want := `false session: unknown provide "memory" (forgotten import?)` + "\n"
		if without != want || with != "true <nil>\n" {
			t.Errorf("got %q and %q", without, with)
		}
	})
}

// refuse has the compiler refuse a program of testdata, for this reason.
func refuse(t *testing.T, c *recorded.Claim, name, reason string) {
	t.Helper()
	text, status := run(t, nil, "go", "build", "-o", t.TempDir(), "./claims/testdata/"+name)
	finding := grep(text, reason)
	if status == 0 || finding == "" {
		t.Errorf("%s: exit status %d\n%s", name, status, text)
	}
	c.Holds("go build ./claims/testdata/%s: %s", name, filepath.ToSlash(finding))
}

func TestManager(t *testing.T) {
	recorded.Run(t, "init-registers", func(t *testing.T, c *recorded.Claim) {
		var reason any
		func() {
			defer func() { reason = recover() }()
			session.Register("memory", store)
		}()
		c.Holds("registering memory once more: panic: %v", reason)
		if reason != "session: Register called twice for provider memory" {
			t.Error("the name memory is free")
		}
	})
	recorded.Run(t, "manager-initialised", func(t *testing.T, c *recorded.Claim) {
		manager, err := session.NewManager("memory", "gosessionid", 3600)
		if err != nil {
			t.Fatal(err)
		}
		open(t)
		sess := manager.SessionStart(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
		sids := order()
		c.Holds("SessionStart of a manager over memory: %d session more in the listing's store", len(sids)-1)
		if sids[len(sids)-1] != sess.SessionID() {
			t.Error("the manager's session is not the listing's")
		}
	})
}

func TestErrors(t *testing.T) {
	recorded.Run(t, "differs-errors", func(t *testing.T, c *recorded.Claim) {
		synctest.Test(t, func(t *testing.T) {
			sess := open(t)
			_, init := store.SessionInit("bo")
			_, known := store.SessionRead("bo")
			_, unknown := store.SessionRead("cy")
			for _, call := range []struct {
				name string
				err  error
			}{
				{"SessionInit", init},
				{"SessionRead of a known sid", known},
				{"SessionRead of an unknown sid", unknown},
				{"SessionUpdate", store.SessionUpdate("bo")},
				{"SessionUpdate of an unknown sid", store.SessionUpdate("nobody")},
				{"Set", sess.Set("k", 1)},
				{"Delete", sess.Delete("k")},
				{"Delete of a missing key", sess.Delete("k")},
				{"SessionDestroy", store.SessionDestroy("ana")},
				{"SessionDestroy of an unknown sid", store.SessionDestroy("ana")},
				{"Set after SessionDestroy", sess.Set("k", 1)},
				{"Delete after SessionDestroy", sess.Delete("k")},
			} {
				c.Holds("%s: error %v", call.name, call.err)
				if call.err != nil {
					t.Errorf("%s: %v", call.name, call.err)
				}
			}
		})
	})
}
