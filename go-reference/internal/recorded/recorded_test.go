// Lies to the records: a run that measures something else than its record, and a
// record or a source that was changed, must fail.

package recorded

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const id = "a-claim"

// module makes a module in a new directory, with a test in its directory claims,
// and enters that.
func module(t *testing.T) {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{
		"go.mod", "session.go", "cookie.go", "providers/memory/memory.go",
		"claims/a_test.go", "claims/testdata/b.go", "claims/c.txt", "recorded/z.json",
	} {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, path, name)
	}
	t.Chdir(filepath.Join(root, "claims"))
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

const file = "../recorded/" + id + ".json"

// measure is what the record has.
func measure(_ *testing.T, c *Claim) {
	c.Flag("flag", true)
	c.Number("number", 3, "sessions")
	c.Text("text", "a")
	c.Texts("texts", []string{"a", "b"})
	c.Seen("seen", "a")
	c.SeenNumber("seen_number", 3, "sessions")
}

// passes says whether a run of its own passes.
func passes(measure func(*testing.T, *Claim)) bool {
	all := func(_, _ string) (bool, error) { return true, nil }
	return testing.RunTests(all, []testing.InternalTest{{
		Name: "lie",
		F:    func(t *testing.T) { Run(t, id, measure) },
	}})
}

// recorded makes a module with a record, which a run confirms.
func recorded(t *testing.T) {
	t.Helper()
	module(t)
	t.Setenv("UPDATE", "1")
	if !passes(measure) {
		t.Fatal("the record cannot be written")
	}
	t.Setenv("UPDATE", "")
	if !passes(measure) {
		t.Fatal("a run that measures the same must pass")
	}
}

func TestMeasuresSomethingElse(t *testing.T) {
	recorded(t)
	for name, lie := range map[string]func(*Claim){
		"flag":    func(c *Claim) { c.Flag("flag", false) },
		"number":  func(c *Claim) { c.Number("number", 4, "sessions") },
		"unit":    func(c *Claim) { c.Number("number", 3, "passes") },
		"text":    func(c *Claim) { c.Text("text", "b") },
		"texts":   func(c *Claim) { c.Texts("texts", []string{"b", "a"}) },
		"kind":    func(c *Claim) { c.Text("flag", "true") },
		"more":    func(c *Claim) { c.Flag("another", true) },
		"seen":    func(c *Claim) { c.Seen("another", "a") },
		"less":    func(c *Claim) { delete(c.measured, "text") },
		"nothing": func(c *Claim) { clear(c.measured) },
	} {
		if passes(func(t *testing.T, c *Claim) { measure(t, c); lie(c) }) {
			t.Errorf("%s: a run that measures something else must fail", name)
		}
	}
	if !passes(func(t *testing.T, c *Claim) {
		measure(t, c)
		c.Seen("seen", "b")
		c.SeenNumber("seen_number", 4, "sessions")
	}) {
		t.Error("what may vary may vary")
	}
}

func TestRecordIsChanged(t *testing.T) {
	recorded(t)
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sealed := regexp.MustCompile(`"seal": "[^"]*"`)
	resealed := func(text string) string {
		sum := sha256.Sum256([]byte(sealed.ReplaceAllString(text, `"seal": ""`)))
		return sealed.ReplaceAllString(text, `"seal": "`+hex.EncodeToString(sum[:])+`"`)
	}
	for name, text := range map[string]string{
		"nothing":       "",
		"a blank":       string(good) + " ",
		"date":          strings.Replace(string(good), `"date": "2`, `"date": "3`, 1),
		"what varies":   strings.Replace(string(good), `"varies": true`, `"varies": false`, 1),
		"no seal":       sealed.ReplaceAllString(string(good), `"seal": ""`),
		"another claim": resealed(strings.Replace(string(good), id, "another", 1)),
		"a longer name": resealed(strings.Replace(string(good), id, id+"-too", 1)),
		"may vary": resealed(strings.Replace(string(good),
			"\"value\": 3,\n      \"unit\": \"sessions\"\n", "\"value\": 4,\n      \"unit\": \"sessions\",\n      \"varies\": true\n", 1)),
		"no sources": resealed(regexp.MustCompile(`"sources": \{[^}]*\}`).ReplaceAllString(string(good), `"sources": {}`)),
	} {
		if text == string(good) {
			t.Fatalf("%s: nothing was changed", name)
		}
		write(t, file, text)
		if passes(measure) {
			t.Errorf("%s: a record that was changed must fail", name)
		}
	}
	write(t, file, resealed(string(good)))
	if !passes(measure) {
		t.Error("the seal is the sum of the text with an empty seal")
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if passes(measure) {
		t.Error("a run without a record must fail")
	}
}

func TestSourceIsChanged(t *testing.T) {
	recorded(t)
	for name, fails := range map[string]bool{
		"../session.go": true, "../cookie.go": true, "../providers/memory/memory.go": true,
		"a_test.go": true, "testdata/b.go": true, "c.txt": false,
	} {
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, name, string(before)+" ")
		if passes(measure) == fails {
			t.Errorf("%s changed: want that the run fails: %v", name, fails)
		}
		write(t, name, string(before))
	}
	write(t, "testdata/new.go", "")
	if passes(measure) {
		t.Error("a new source must fail")
	}
}

// A test that fails has measured nothing: test/breaks/ relies on it.
func TestFailedMeasurementIsNotRecorded(t *testing.T) {
	module(t)
	t.Setenv("UPDATE", "1")
	for name, end := range map[string]func(*testing.T){
		"error": func(t *testing.T) { t.Error("wrong") },
		"fatal": func(t *testing.T) { t.Fatal("wrong") },
		"skip":  func(t *testing.T) { t.Skip("not here") },
	} {
		passes(func(t *testing.T, c *Claim) { measure(t, c); end(t) })
		if _, err := os.Stat(file); err == nil {
			t.Errorf("%s: a measurement that did not end was recorded", name)
		}
	}
}

func TestRecordSaysWhatWasMeasured(t *testing.T) {
	recorded(t)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var record Record
	if err := json.Unmarshal(text, &record); err != nil {
		t.Fatal(err)
	}
	values := map[string]any{
		"flag": true, "number": 3.0, "text": "a", "seen": "a", "seen_number": 3.0,
	}
	for name, want := range values {
		if got := record.Measured[name].Value; got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
	if len(record.Measured) != len(values)+1 {
		t.Errorf("got %d values", len(record.Measured))
	}
	if !strings.HasPrefix(record.Go, "go1.") || !strings.Contains(record.Go, "/") {
		t.Errorf("got the version %q", record.Go)
	}
}

// What is scrubbed differs between machines; what a claim is about stays.
func TestScrub(t *testing.T) {
	for text, want := range map[string]string{
		"/home/x/go-reference/providers/memory/memory.go:9 +0x1f": "providers/memory/memory.go:9",
		"/home/x/session.go:3":                       "session.go:3",
		"/usr/go/src/runtime/panic.go:1":             "runtime/panic.go:1",
		"Goroutine 17 gp=0x1 m=0 mp=0x2 [running]:":  "goroutine N [running]:",
		"WARNING: DATA RACE":                         "WARNING: DATA RACE",
		"fatal error: concurrent map writes in 1.5s": "fatal error: concurrent map writes in ...s",
	} {
		if got := scrub(text); got != want {
			t.Errorf("scrub(%q) = %q, want %q", text, got, want)
		}
	}
}
