// Tests that names.json is up to date and describes every identifier.

package main

import (
	"encoding/json"
	"fmt"
	"go/build"
	"go/scanner"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../.."

// names is the content of names.json.
type names struct {
	Names []string            `json:"names"`
	Files map[string][][4]int `json:"files"`
}

func readNames(t *testing.T) (text string, read names) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(source, &read); err != nil {
		t.Fatal(err)
	}
	return string(source), read
}

func TestNames(t *testing.T) {
	if os.Getenv("UPDATE") != "" {
		if err := write(root); err != nil {
			t.Fatal(err)
		}
	}
	text, read := readNames(t)

	t.Run("names.json is what go run ./cmd/names writes", func(t *testing.T) {
		want, err := generate(root)
		if err != nil {
			t.Fatal(err)
		}
		if text == string(want) {
			return
		}
		got, wanted := strings.Split(text, "\n"), strings.Split(string(want), "\n")
		line := 0
		for line < len(got)-1 && line < len(wanted)-1 && got[line] == wanted[line] {
			line++
		}
		t.Errorf("names.json:%d: got\n%s\nwant\n%s\nto generate it again, run UPDATE=1 go test ./cmd/names",
			line+1, got[line], wanted[line])
	})

	t.Run("names.json holds each identifier that go/scanner finds, and nothing else", func(t *testing.T) {
		if len(read.Files) != len(sources) {
			t.Errorf("got %d files, want %d", len(read.Files), len(sources))
		}
		for _, source := range sources {
			name := path.Join(source.dir, source.file)
			var got []string
			for _, e := range read.Files[name] {
				got = append(got, fmt.Sprintf("%s:%d: column %d, %d long", name, e[0], e[1], e[2]))
			}
			want := scanned(t, name)
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	})

	t.Run("names.json contains no path of this machine", func(t *testing.T) {
		here, err := filepath.Abs(root)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{here, build.Default.GOROOT} {
			if path == "" || strings.Contains(text, path) {
				t.Errorf("names.json contains the path %q", path)
			}
		}
	})
}

// scanned lists the identifiers that go/scanner finds in a file.
func scanned(t *testing.T, name string) (found []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var s scanner.Scanner
	s.Init(fset.AddFile(name, -1, len(text)), text, nil, 0)
	for {
		pos, tok, literal := s.Scan()
		if tok == token.EOF {
			return found
		}
		if tok == token.IDENT {
			at := fset.Position(pos)
			found = append(found, fmt.Sprintf("%s:%d: column %d, %d long", name, at.Line, at.Column-1, len(literal)))
		}
	}
}
