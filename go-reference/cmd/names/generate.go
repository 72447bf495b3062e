// Generates the text of names.json.

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
)

// sources are the files whose identifiers are described.
var sources = []struct{ dir, file string }{
	{"cmd/example", "main.go"},
	{"providers/memory", "memory.go"},
	{".", "session.go"},
	{"providers/repaired", "repaired.go"},
}

// entry is one identifier in a file. Lines count from 1 and columns from 0.
// Column and length are in UTF-16 code units.
type entry struct {
	line, column, length int
	told                 string // the signature, and the documentation on a second line
}

// generate returns names.json for the module in root.
//
// A name is described by one string: its signature and, on a second line, its
// documentation. An entry is [line, column, length, index of the string]. A
// construct is [line, column, length, kind].
func generate(root string) ([]byte, error) {
	checker, err := newChecker(root)
	if err != nil {
		return nil, err
	}
	entries := make([][]entry, len(sources))
	constructs := make([][]construct, len(sources))
	var told []string
	for i, source := range sources {
		if entries[i], constructs[i], err = checker.entries(source.dir, source.file); err != nil {
			return nil, err
		}
		for _, e := range entries[i] {
			told = append(told, e.told)
		}
	}
	slices.Sort(told)
	told = slices.Compact(told)

	var out bytes.Buffer
	out.WriteString("{\n  \"generated\": \"by go run ./cmd/names; do not edit\",\n  \"names\": [\n")
	for i, text := range told {
		quoted, err := quote(text)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "    %s%s\n", quoted, comma(i, len(told)))
	}
	out.WriteString("  ],\n  \"files\": {\n")
	for i, source := range sources {
		fmt.Fprintf(&out, "    \"%s\": [\n", path.Join(source.dir, source.file))
		for j, e := range entries[i] {
			name, _ := slices.BinarySearch(told, e.told)
			fmt.Fprintf(&out, "      [%d, %d, %d, %d]%s\n",
				e.line, e.column, e.length, name, comma(j, len(entries[i])))
		}
		fmt.Fprintf(&out, "    ]%s\n", comma(i, len(sources)))
	}
	out.WriteString("  },\n  \"constructs\": {\n")
	for i, source := range sources {
		fmt.Fprintf(&out, "    \"%s\": [\n", path.Join(source.dir, source.file))
		for j, e := range constructs[i] {
			fmt.Fprintf(&out, "      [%d, %d, %d, \"%s\"]%s\n",
				e.line, e.column, e.length, e.kind, comma(j, len(constructs[i])))
		}
		fmt.Fprintf(&out, "    ]%s\n", comma(i, len(sources)))
	}
	out.WriteString("  }\n}\n")
	return out.Bytes(), nil
}

// comma returns the text that follows item i of n in JSON.
func comma(i, n int) string {
	if i == n-1 {
		return ""
	}
	return ","
}

// quote returns a text as a JSON string without escapes for <, > and &.
func quote(text string) (string, error) {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(text)
	return strings.TrimSpace(out.String()), err
}
