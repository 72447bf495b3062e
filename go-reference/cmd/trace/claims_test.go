// Runs the claims' traces on both providers as a native program. The TypeScript
// tests judge the expected results. With TRACE_NATIVE_OUT=DIR the states are
// written to DIR, so that they can be compared with those of trace.wasm.

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// setsClock reports whether a trace sets the wall clock.
func setsClock(text string) bool {
	for line := range strings.Lines(text) {
		if words := strings.Fields(line); len(words) > 0 && words[0] == "clock" {
			return true
		}
	}
	return false
}

func TestClaims(t *testing.T) {
	paths, err := filepath.Glob("../../../test/claims/*.trace")
	if err != nil || len(paths) == 0 {
		t.Fatalf("found no traces in test/claims, %v", err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".trace")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if setsClock(string(text)) {
				t.Skip("this trace sets the wall clock; only the host of trace.wasm can do that")
			}
			lines, err := runTrace(t, bytes.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := runTraceOn(t, "repaired", bytes.NewReader(text)); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("TRACE_NATIVE_OUT"); dir != "" {
				out := filepath.Join(dir, name+".jsonl")
				if err := os.WriteFile(out, []byte(strings.Join(lines, "")), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
