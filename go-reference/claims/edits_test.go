// Claims about the behaviour of the listing, or of session.go, with one line
// changed. A child process, `go test -overlay`, compiles the changed copy and
// runs a measurement of measure_test.go.

package claims

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/astaxie/session/internal/recorded"
)

// edit replaces a text in a file for the child process.
type edit struct {
	file     string // relative to the module's root, or absolute
	old, new string
}

// overlay writes the edited copies and returns the path of the -overlay file.
func overlay(t *testing.T, edits []edit) string {
	t.Helper()
	dir := t.TempDir()
	replace := map[string]string{}
	for _, e := range edits {
		file := e.file
		if !filepath.IsAbs(file) {
			file = filepath.Join(recorded.Root(t), file)
		}
		from := file
		if copied, ok := replace[file]; ok { // a second edit of this file
			from = copied
		}
		src, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(src), e.old); n != 1 {
			t.Fatalf("%s: %q occurs %d times, want 1", e.file, e.old, n)
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

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// measured matches the report of a measurement.
var measured = regexp.MustCompile(`(?m)measured: (.*)$`)

// measure runs a measurement in a child process with these edits and returns
// its report.
func measure(t *testing.T, name string, edits ...edit) string {
	t.Helper()
	// Go refuses to replace a file of its library if it fetched the library
	// into the module cache. The child needs no module, so its cache is empty.
	env := []string{"MEASURE=1", "GOMODCACHE=" + t.TempDir()}
	text, status := run(t, env, "go", "test", "-v", "-count=1",
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

// number returns the number in a report.
func number(t *testing.T, report string) int {
	t.Helper()
	_, value, _ := strings.Cut(report, ": ")
	n, err := strconv.Atoi(value)
	if err != nil {
		t.Fatalf("%q contains no number", report)
	}
	return n
}

// flag returns the truth value in a report.
func flag(t *testing.T, report string) bool {
	t.Helper()
	_, value, _ := strings.Cut(report, ": ")
	is, err := strconv.ParseBool(value)
	if err != nil {
		t.Fatalf("%q contains neither true nor false", report)
	}
	return is
}

const listing = "providers/memory/memory.go"

func TestEdits(t *testing.T) {
	recorded.Run(t, "push-front-repairs", func(t *testing.T, c *recorded.Claim) {
		pushFront := edit{listing, "pder.list.PushBack(newsess)", "pder.list.PushFront(newsess)"}
		for _, name := range []string{"fresh", "steady"} {
			c.Number(name+"_left_printed", number(t, measure(t, name)), "sessions")
			c.Number(name+"_left_push_front", number(t, measure(t, name, pushFront)), "sessions")
		}
		c.Flag("random_expired_left_printed", flag(t, measure(t, "random")))
		c.Flag("random_expired_left_push_front", flag(t, measure(t, "random", pushFront)))
	})
	list := filepath.Join(goroot(t), "src/container/list/list.go")
	capped := edit{
		list, "func (l *List) Back() *Element {\n",
		"var looks int\n\nfunc (l *List) Back() *Element {\n" +
			"\tif looks++; looks > 1_000_000 {\n\t\tpanic(\"looks: 1000000\")\n\t}\n",
	}
	recorded.Run(t, "race-keeps-destroyed", func(t *testing.T, c *recorded.Claim) {
		// Lets the other goroutine run when MoveToFront has unlinked the element
		// and not yet linked it again. No other line is changed.
		paused := []edit{
			capped,
			{list, "package list\n", "package list\n\nimport \"time\"\n"},
			{list, "func (l *List) move(e, at *Element) {\n\tif e == at {\n\t\treturn\n\t}\n\te.prev.next = e.next\n\te.next.prev = e.prev\n",
				"func (l *List) move(e, at *Element) {\n\tif e == at {\n\t\treturn\n\t}\n\te.prev.next = e.next\n\te.next.prev = e.prev\n\ttime.Sleep(1)\n"},
		}
		for name, edits := range map[string][]edit{"between": paused, "after": {capped}} {
			order, ends, _ := strings.Cut(measure(t, "torn", edits...), ", ")
			c.Text("list_"+name, order)
			c.Flag("pass_ends_"+name, flag(t, ends))
		}
	})
	recorded.Run(t, "continue-would-hang", func(t *testing.T, c *recorded.Claim) {
		with := edit{listing, "} else {\n            break\n", "} else {\n            continue\n"}
		c.Number("looks_printed", number(t, measure(t, "alive", capped)), "looks")
		c.Number("looks_continue", number(t, measure(t, "alive", capped, with)), "looks")
		for name, edits := range map[string][]edit{"printed": nil, "continue": {with}} {
			left, waited, _ := strings.Cut(measure(t, "busy", edits...), ", ")
			c.Number("left_"+name, number(t, left), "sessions")
			c.Flag("waited_"+name, flag(t, waited))
		}
	})
	recorded.Run(t, "logout-misses-session", func(t *testing.T, c *recorded.Claim) {
		// The two lines of section 6.2 that differ from cookie.go; all four
		// editions of the book have both.
		printed := []edit{
			{"cookie.go", "base64.RawURLEncoding", "base64.URLEncoding"},
			{"cookie.go", "manager.provider.SessionDestroy(sid)",
				"raw, _ := r.Cookie(manager.cookieName)\n\tsid = raw.Value\n\tmanager.provider.SessionDestroy(sid)"},
		}
		for name, edits := range map[string][]edit{"printed": printed, "here": nil} {
			cookie, rest, _ := strings.Cut(measure(t, "logout", edits...), ", ")
			left, same, _ := strings.Cut(rest, ", ")
			c.Flag("escaped_"+name, flag(t, cookie))
			c.Number("left_"+name, number(t, left), "sessions")
			c.Flag("still_logged_in_"+name, flag(t, same))
		}
	})
	recorded.Run(t, "gc-every-3600ns", func(t *testing.T, c *recorded.Claim) {
		bare := edit{"session.go", "time.Duration(manager.maxlifetime)*time.Second", "time.Duration(manager.maxlifetime)"}
		const unit = "passes in one second"
		c.Number("passes_published", number(t, measure(t, "passes")), unit)
		c.Number("passes_printed", number(t, measure(t, "passes", bare)), unit)
		if os.Getenv("UPDATE") != "" {
			c.SeenNumber("passes_machine", number(t, measure(t, "machine", bare)), unit)
		}
	})
}

// goroot returns the directory of the Go installation.
func goroot(t *testing.T) string {
	t.Helper()
	text, _ := run(t, nil, "go", "env", "GOROOT")
	return strings.TrimSpace(text)
}
