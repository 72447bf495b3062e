// Package recorded keeps what the claims measured with Go's own tools, one
// file a claim in go-reference/recorded, for readers without Go. What holds
// on every run is compared with the file; UPDATE=1 writes it anew.
package recorded

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

const (
	header = "%s\n\nRecorded with %s %s/%s. Written by UPDATE=1 go test ./...\n\n"
	always = "This holds on every run:\n\n"
	once   = "\nThis was seen on the last, and may differ:\n\n"
)

// Claim collects what one claim measures.
type Claim struct {
	holds []string
	seen  strings.Builder
}

// Holds adds a line that every run must measure again.
func (c *Claim) Holds(format string, args ...any) {
	c.holds = append(c.holds, fmt.Sprintf(format, args...))
}

// Seen adds output of this run, with what differs from machine to machine
// taken out.
func (c *Claim) Seen(output string) {
	c.seen.WriteString(strings.TrimSpace(scrub(output)) + "\n")
}

// Run measures a claim as the subtest of its id, and compares what holds with
// the record.
func Run(t *testing.T, id string, measure func(t *testing.T, c *Claim)) {
	t.Helper()
	t.Run(id, func(t *testing.T) {
		c := &Claim{}
		measure(t, c)
		if t.Failed() || t.Skipped() {
			return
		}
		path := filepath.Join(Root(t), "recorded", id+".txt")
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, []byte(c.text(id)), 0o666); err != nil {
				t.Fatal(err)
			}
			return
		}
		record, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: run UPDATE=1 go test ./...", err)
		}
		_, after, _ := strings.Cut(string(record), always)
		recorded, _, _ := strings.Cut(after, once)
		if got := c.stable(); got != recorded {
			t.Errorf("%s holds\n%swhere this run measured\n%sIf this run is right: UPDATE=1 go test ./...",
				filepath.Base(path), recorded, got)
		}
	})
}

// stable returns the part of the record that is compared.
func (c *Claim) stable() string {
	return strings.Join(c.holds, "\n") + "\n"
}

// text returns the whole record.
func (c *Claim) text(id string) string {
	s := fmt.Sprintf(header, id, runtime.Version(), runtime.GOOS, runtime.GOARCH) + always + c.stable()
	if c.seen.Len() > 0 {
		s += once + c.seen.String()
	}
	return s
}

// Root returns the directory of go.mod.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// scrubs are what differs between machines and runs, and what stands for it.
var scrubs = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`\S*/((?:providers|claims)/\S*\.go)`), "$1"},
	{regexp.MustCompile(`\S*/src/(\S*\.(?:go|s))`), "$1"},
	{regexp.MustCompile(`0x[0-9a-f]+`), "0x..."},
	{regexp.MustCompile(`[Gg]oroutine \d+( gp=\S+ m=\S+( mp=\S+)?)?`), "goroutine N"},
	{regexp.MustCompile(` \+0x\.\.\.`), ""},
	{regexp.MustCompile(`\b\d+\.\d+s\b`), "...s"},
}

// scrub takes paths, addresses and numbers of goroutines out of a text.
func scrub(text string) string {
	for _, s := range scrubs {
		text = s.pattern.ReplaceAllString(text, s.with)
	}
	return text
}
