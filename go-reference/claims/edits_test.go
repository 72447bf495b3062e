// Claims about what the listing, or session.go, would do if one line of it
// were another. The edit is made in a copy that only a child process of
// `go test -overlay` compiles; see measure_test.go for what it measures.

package claims

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/astaxie/session/internal/recorded"
)

// edit is one place of a file that is another in the child.
type edit struct {
	file     string // in the module's root, or absolute
	old, new string
}

// overlay writes the edited copies and returns the file that -overlay takes.
func overlay(t *testing.T, edits []edit) string {
	t.Helper()
	dir := t.TempDir()
	replace := map[string]string{}
	for _, e := range edits {
		file := e.file
		if !filepath.IsAbs(file) {
			file = filepath.Join(recorded.Root(t), file)
		}
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(src), e.old); n != 1 {
			t.Fatalf("%s: %q stands there %d times, want once", e.file, e.old, n)
		}
		replace[file] = filepath.Join(dir, filepath.Base(file))
		write(t, replace[file], strings.Replace(string(src), e.old, e.new, 1))
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "overlay.json")
	write(t, path, string(text))
	return path
}

// write writes a file.
func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// measured matches what a measurement of measure_test.go reports.
var measured = regexp.MustCompile(`(?m)measured: (.*)$`)

// measure runs a measurement in a child with these edits, and returns what it
// reports.
func measure(t *testing.T, name string, edits ...edit) string {
	t.Helper()
	text, status := run(t, []string{"MEASURE=1"}, "go", "test", "-v", "-count=1",
		"-overlay", overlay(t, edits), "-run", "^TestMeasure$/^"+name+"$", "./claims")
	var reports []string
	for _, m := range measured.FindAllStringSubmatch(text, -1) {
		reports = append(reports, m[1])
	}
	if status != 0 || len(reports) == 0 {
		t.Fatalf("%s with %v: exit status %d\n%s", name, edits, status, text)
	}
	return strings.Join(reports, ", ")
}

const listing = "providers/memory/memory.go"

func TestEdits(t *testing.T) {
	recorded.Run(t, "push-front-repairs", func(t *testing.T, c *recorded.Claim) {
		pushFront := edit{listing, "pder.list.PushBack(newsess)", "pder.list.PushFront(newsess)"}
		for _, m := range []struct{ name, printed, edited string }{
			{"fresh", "left of 4: 4", "left of 4: 1"},
			{"steady", "left of 200: 200", "left of 200: 3"},
			{"random", "a pass left expired sessions: true", "a pass left expired sessions: false"},
		} {
			printed, edited := measure(t, m.name), measure(t, m.name, pushFront)
			c.Holds("%s, as printed: %s; with PushFront: %s", m.name, printed, edited)
			if printed != m.printed || edited != m.edited {
				t.Errorf("%s: want %s and %s", m.name, m.printed, m.edited)
			}
		}
	})
	recorded.Run(t, "continue-would-hang", func(t *testing.T, c *recorded.Claim) {
		capped := edit{
			filepath.Join(goroot(t), "src/container/list/list.go"),
			"func (l *List) Back() *Element {\n",
			"var looks int\n\nfunc (l *List) Back() *Element {\n" +
				"\tif looks++; looks > 1_000_000 {\n\t\tpanic(\"looked at the back 1,000,000 times\")\n\t}\n",
		}
		with := edit{listing, "} else {\n            break\n", "} else {\n            continue\n"}
		printed, edited := measure(t, "alive", capped), measure(t, "alive", capped, with)
		c.Holds("GC with a live tail, as printed: %s", printed)
		c.Holds("GC with a live tail, with continue: %s", edited)
		if printed != "it ended" || edited != "looked at the back 1,000,000 times" {
			t.Errorf("as printed: %s, with continue: %s", printed, edited)
		}
	})
	recorded.Run(t, "gc-every-3600ns", func(t *testing.T, c *recorded.Claim) {
		bare := edit{"session.go", "time.Duration(manager.maxlifetime)*time.Second", "time.Duration(manager.maxlifetime)"}
		published, printed := measure(t, "passes"), measure(t, "passes", bare)
		c.Holds("lifetime 3600, one second of virtual time, in seconds as published: %s", published)
		c.Holds("lifetime 3600, one second of virtual time, as 6.2 prints it: %s", printed)
		if published != "passes: 1" || printed != "passes: 277778" {
			t.Errorf("published: %s, printed: %s", published, printed)
		}
		if os.Getenv("UPDATE") != "" {
			c.Seen("lifetime 3600, one second of this machine's time, as 6.2 prints it: " +
				measure(t, "machine", bare))
		}
	})
}

// goroot returns where Go's own library stands.
func goroot(t *testing.T) string {
	t.Helper()
	text, _ := run(t, nil, "go", "env", "GOROOT")
	return strings.TrimSpace(text)
}
