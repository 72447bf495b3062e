// Package recorded stores what the claims measured with Go's tools, for readers
// without Go. Each claim has a JSON file in go-reference/recorded. The file says
// what was measured, when, with which version of Go and on which sources. Each
// run of the tests compares its measurements with the file. With UPDATE=1 it
// writes the file instead.
package recorded

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// remedy tells what to do if a record differs from a run.
const remedy = "if this run is right, run UPDATE=1 go test ./..."

// Value is one measured value.
type Value struct {
	// Value is a bool, a number, a string or a list of strings.
	Value any `json:"value"`
	// Unit says what a number counts, such as "passes per second".
	Unit string `json:"unit,omitempty"`
	// Varies says that another run may measure another value.
	Varies bool `json:"varies,omitempty"`
}

// Record is the content of a file in go-reference/recorded.
type Record struct {
	Claim string `json:"claim"`
	Date  string `json:"date"` // of the run, as 2006-01-02
	Go    string `json:"go"`   // such as "go1.26.8 linux/amd64"
	// Sources are the SHA-256 of the files that were measured and of the tests
	// that measured them, by path in go-reference. The sum of a directory is
	// the SHA-256 of the lines that sha256sum prints for its Go files, sorted
	// by path.
	Sources  map[string]string `json:"sources"`
	Measured map[string]Value  `json:"measured"`
	// Seal is the SHA-256 of the file with an empty seal. It reveals a change by
	// hand.
	Seal string `json:"seal"`
}

// Claim collects the measured values of one claim. Their names are in lower
// case with underscores.
type Claim struct {
	measured map[string]Value
}

// Flag adds a truth value.
func (c *Claim) Flag(name string, is bool) {
	c.measured[name] = Value{Value: is}
}

// Number adds a number. The unit says what it counts.
func (c *Claim) Number(name string, n int, unit string) {
	c.measured[name] = Value{Value: n, Unit: unit}
}

// Text adds a text, such as an error's message.
func (c *Claim) Text(name, text string) {
	c.measured[name] = Value{Value: text}
}

// Texts adds a list of texts.
func (c *Claim) Texts(name string, texts []string) {
	c.measured[name] = Value{Value: texts}
}

// Seen adds the output of a program, which may differ on the next run. It
// removes paths, addresses and the numbers of goroutines from the output.
func (c *Claim) Seen(name, output string) {
	c.measured[name] = Value{Value: strings.TrimSpace(scrub(output)), Varies: true}
}

// SeenNumber adds a number that may differ on the next run.
func (c *Claim) SeenNumber(name string, n int, unit string) {
	c.measured[name] = Value{Value: n, Unit: unit, Varies: true}
}

// Run measures a claim in a subtest with the claim's id as its name. It compares
// the values that must not vary with the record. With UPDATE=1 it writes the
// record instead.
func Run(t *testing.T, id string, measure func(t *testing.T, c *Claim)) {
	t.Helper()
	t.Run(id, func(t *testing.T) {
		c := &Claim{map[string]Value{}}
		measure(t, c)
		// What skips a test ends it.
		if t.Failed() {
			return
		}
		path := filepath.Join(Root(t), "recorded", id+".json")
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, c.text(t, id), 0o666); err != nil {
				t.Fatal(err)
			}
			return
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v: run UPDATE=1 go test ./...", err)
		}
		var record Record
		if err := json.Unmarshal(text, &record); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if record.Claim != id {
			t.Errorf("%s.json is the record of %q: restore it", id, record.Claim)
		}
		if record.Seal != seal(text) {
			t.Errorf("%s.json was changed by hand: restore it", id)
		}
		compare(t, id, record, c.measured)
		if got := sources(t); !reflect.DeepEqual(got, record.Sources) {
			t.Errorf("%s.json was measured on other versions of the sources; %s", id, remedy)
		}
	})
}

// compare fails the test if a value that must not vary differs from the record.
func compare(t *testing.T, id string, record Record, measured map[string]Value) {
	t.Helper()
	for name, got := range measured {
		want, ok := record.Measured[name]
		if !ok || !got.Varies && text(got) != text(want) {
			t.Errorf("%s.json: %s is %s, but this run measured %s; %s", id, name, text(want), text(got), remedy)
		}
	}
	for name := range record.Measured {
		if _, ok := measured[name]; !ok && !record.Measured[name].Varies {
			t.Errorf("%s.json has %s, which this run did not measure; %s", id, name, remedy)
		}
	}
}

// text returns a value as JSON.
func text(v Value) string {
	b, _ := json.Marshal(v)
	return string(b)
}

// text returns the content of the claim's file.
func (c *Claim) text(t *testing.T, id string) []byte {
	t.Helper()
	record := Record{
		Claim:    id,
		Date:     time.Now().UTC().Format(time.DateOnly),
		Go:       runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH,
		Sources:  sources(t),
		Measured: c.measured,
	}
	record.Seal = seal(marshal(t, record))
	return marshal(t, record)
}

// marshal returns a record as JSON.
func marshal(t *testing.T, record Record) []byte {
	t.Helper()
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(record); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var sealed = regexp.MustCompile(`"seal": "[^"]*"`)

// seal returns the seal for the text of a file.
func seal(text []byte) string {
	return sum(sealed.ReplaceAll(text, []byte(`"seal": ""`)))
}

func sum(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// sources returns the sums of package session, of the listing, and of the
// directory of the running test.
func sources(t *testing.T) map[string]string {
	t.Helper()
	root := Root(t)
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return sum(text)
	}
	sums := map[string]string{}
	for _, name := range []string{"session.go", "cookie.go", "providers/memory/memory.go"} {
		sums[name] = read(name)
	}
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	err = filepath.WalkDir(here, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".go" {
			var name string
			name, err = filepath.Rel(root, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	var lines strings.Builder
	for _, name := range names {
		lines.WriteString(read(name) + "  " + name + "\n")
	}
	dir, err := filepath.Rel(root, here)
	if err != nil {
		t.Fatal(err)
	}
	sums[filepath.ToSlash(dir)] = sum([]byte(lines.String()))
	return sums
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
			t.Fatal("found no go.mod in a directory above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// scrubs match text that differs between machines and runs, and replace it.
var scrubs = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile(`\S*/((?:providers|claims)/\S*\.go)`), "$1"},
	{regexp.MustCompile(`\S*/((?:session|cookie)\.go)`), "$1"},
	{regexp.MustCompile(`\S*/src/(\S*\.(?:go|s))`), "$1"},
	{regexp.MustCompile(`0x[0-9a-f]+`), "0x..."},
	{regexp.MustCompile(`[Gg]oroutine \d+( gp=\S+ m=\S+( mp=\S+)?)?`), "goroutine N"},
	{regexp.MustCompile(` \+0x\.\.\.`), ""},
	{regexp.MustCompile(`\b\d+\.\d+s\b`), "...s"},
}

// scrub removes paths, addresses and the numbers of goroutines from a text.
func scrub(text string) string {
	for _, s := range scrubs {
		text = s.pattern.ReplaceAllString(text, s.with)
	}
	return text
}
