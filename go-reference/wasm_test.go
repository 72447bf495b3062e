// Tests that trace.wasm is what build-wasm.sh builds from the sources, in any
// directory.

package session_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestWasm(t *testing.T) {
	committed, err := os.ReadFile("trace.wasm")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("trace.wasm is smaller than 2.2 MB", func(t *testing.T) {
		if len(committed) >= 2_200_000 {
			t.Errorf("got %d bytes", len(committed))
		}
	})
	t.Run("a copy of the module builds the same bytes", func(t *testing.T) {
		copied := filepath.Join(t.TempDir(), "copy")
		if err := os.CopyFS(copied, os.DirFS(".")); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "trace.wasm")
		build := exec.Command("sh", filepath.Join(copied, "build-wasm.sh"), out)
		build.Env = append(os.Environ(), "GOFLAGS=-race", "GOEXPERIMENT=", "GODEBUG=gctrace=1")
		// Go refuses an overlay of what lies in the module cache. It is there if
		// Go fetched its toolchain; here, the cache only seems to hold it.
		if root, err := exec.Command("go", "env", "GOROOT").Output(); err == nil && !fetches(t) {
			build.Env = append(build.Env, "GOMODCACHE="+filepath.Dir(strings.TrimSpace(string(root))))
		}
		build.Dir = t.TempDir()
		if text, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		built, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(built, committed) {
			t.Error("trace.wasm differs from the program that its sources build; run ./build-wasm.sh and commit the new one")
		}
	})
}

// fetches reports whether the build fetches another toolchain than the one that
// runs this test.
func fetches(t *testing.T) bool {
	t.Helper()
	text, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	return !strings.Contains(string(text), "toolchain "+runtime.Version()+"\n")
}
