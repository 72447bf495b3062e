// Package editions holds each edition's own listings, as data, and the test
// that they are token for token the listing that this module compiles.
package editions

import (
	"encoding/json"
	"go/scanner"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// oneLine is the earlier English edition, whose line breaks were lost.
const oneLine = "en-earlier"

var editions = []string{"en", "zh", "ja", "es", oneLine}

// difference is one recorded by hand in differences.json: the edition lacks
// what stands on that line of memory.go.
type difference struct {
	Edition string
	Line    int
	Lacks   string
	Reason  string
}

// lexeme is one token with the line it stands on.
type lexeme struct {
	line int
	text string
}

// lexemes returns the tokens of Go source without its comments. The
// semicolons that line breaks imply are kept only if the breaks can be
// relied on.
func lexemes(t *testing.T, src string, breaks bool) []lexeme {
	t.Helper()
	files := token.NewFileSet()
	file := files.AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, []byte(src), func(at token.Position, msg string) {
		t.Fatalf("line %d: %s", at.Line, msg)
	}, 0)
	var all []lexeme
	for {
		pos, tok, text := s.Scan()
		switch {
		case tok == token.EOF:
			return all
		case tok == token.SEMICOLON && text == "\n":
			if !breaks {
				continue
			}
			text = "(end of line)"
		case text == "":
			text = tok.String()
		}
		all = append(all, lexeme{file.Line(pos), text})
	}
}

// compare fails the test at the first token in which an edition differs from
// the listing.
func compare(t *testing.T, listing, edition []lexeme) {
	t.Helper()
	end := lexeme{0, "(end of the listing)"}
	for i := 0; i < len(listing) || i < len(edition); i++ {
		want, got := end, end
		if i < len(listing) {
			want = listing[i]
		}
		if i < len(edition) {
			got = edition[i]
		}
		if got.text != want.text {
			t.Fatalf("line %d of the edition has %s where line %d of the listing has %s: "+
				"mend the edition's file, or record the difference in differences.json",
				got.line, got.text, want.line, want.text)
		}
	}
}

// without drops from the listing what an edition is recorded to lack.
func without(t *testing.T, listing []lexeme, d difference) []lexeme {
	t.Helper()
	var kept []lexeme
	var dropped []string
	for _, l := range listing {
		if l.line != d.Line {
			kept = append(kept, l)
		} else if l.text != "(end of line)" {
			dropped = append(dropped, l.text)
		}
	}
	if got := strings.Join(dropped, " "); got != d.Lacks {
		t.Fatalf("differences.json says that line %d of memory.go is %q, it is %q",
			d.Line, d.Lacks, got)
	}
	return kept
}

// uncomment takes the listing's comments out of an edition that is one line,
// in which a comment would swallow all that follows it.
func uncomment(t *testing.T, edition, listing string) string {
	t.Helper()
	comments := regexp.MustCompile(`//.*`).FindAllString(listing, -1)
	rest, clean := edition, ""
	for _, c := range comments {
		before, after, found := strings.Cut(rest, c)
		if !found {
			t.Fatalf("the edition lacks the comment %q", c)
		}
		clean += before
		rest = after
	}
	if clean += rest; strings.Contains(clean, "//") {
		t.Fatalf("the edition has a comment that the listing lacks: %q", clean)
	}
	return clean
}

// read returns a file's text.
func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// region returns the lines between a region's two marks.
func region(t *testing.T, src, name string) string {
	t.Helper()
	_, after, begun := strings.Cut(src, "// #region "+name+"\n")
	text, _, ended := strings.Cut(after, "// #endregion "+name+"\n")
	if !begun || !ended {
		t.Fatalf("no region %s", name)
	}
	return text
}

// hold compares one edition's file with a listing of this module.
func hold(t *testing.T, edition, path, listing string, ds []difference) {
	t.Helper()
	src := read(t, path)
	breaks := edition != oneLine
	if !breaks {
		src = uncomment(t, src, listing)
	}
	want := lexemes(t, listing, breaks)
	for _, d := range ds {
		if d.Edition == edition {
			want = without(t, want, d)
		}
	}
	compare(t, want, lexemes(t, src, breaks))
}

func TestListing(t *testing.T) {
	listing := read(t, "../providers/memory/memory.go")
	var recorded []difference
	if err := json.Unmarshal([]byte(read(t, "differences.json")), &recorded); err != nil {
		t.Fatal(err)
	}
	for _, d := range recorded {
		if !slices.Contains(editions, d.Edition) {
			t.Errorf("differences.json: there is no edition %q, want one of %q", d.Edition, editions)
		}
	}
	paths := map[string]string{oneLine: "en-earlier.txt"}
	for _, edition := range editions {
		t.Run(edition+" is memory.go but for what is recorded", func(t *testing.T) {
			path, ok := paths[edition]
			if !ok {
				path = edition + ".go.txt"
			}
			hold(t, edition, path, listing, recorded)
		})
	}
	t.Run("en is memory.go byte for byte", func(t *testing.T) {
		if read(t, "en.go.txt") != listing {
			t.Error("en.go.txt is not memory.go byte for byte")
		}
	})
}

func TestExample(t *testing.T) {
	src := read(t, "../cmd/example/main.go")
	for _, part := range []string{"import", "init"} {
		listing := region(t, src, "example."+part)
		for _, edition := range editions {
			t.Run(edition+" has the example's "+part, func(t *testing.T) {
				hold(t, edition, "example/"+edition+"."+part+".txt", listing, nil)
			})
		}
		t.Run("en has the example's "+part+" byte for byte", func(t *testing.T) {
			if read(t, "example/en."+part+".txt") != listing {
				t.Errorf("the region example.%s is not as printed", part)
			}
		})
	}
}
