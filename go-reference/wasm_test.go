// trace.wasm is what its sources make it, wherever they are built.

package session_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestWasm(t *testing.T) {
	committed, err := os.ReadFile("trace.wasm")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("is under 2 MB", func(t *testing.T) {
		if len(committed) >= 2_000_000 {
			t.Errorf("got %d bytes", len(committed))
		}
	})
	t.Run("is rebuilt from a copy of the module to the same bytes", func(t *testing.T) {
		copied := filepath.Join(t.TempDir(), "copy")
		if err := os.CopyFS(copied, os.DirFS(".")); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "trace.wasm")
		build := exec.Command("sh", filepath.Join(copied, "build-wasm.sh"), out)
		build.Env = append(os.Environ(), "GOFLAGS=-race", "GOEXPERIMENT=", "GODEBUG=gctrace=1")
		build.Dir = t.TempDir()
		if text, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		built, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(built, committed) {
			t.Error("trace.wasm is not what its sources make it: run ./build-wasm.sh and commit it")
		}
	})
}
