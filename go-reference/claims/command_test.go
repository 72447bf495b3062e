// Runs Go's tools, and the programs that they build, as child processes.

package claims

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/astaxie/session/internal/recorded"
)

// patience is the time limit of a child process.
const patience = 5 * time.Minute

// run runs a command in the module's root. It returns the output and the exit
// status.
func run(t *testing.T, env []string, name string, args ...string) (output string, status int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = recorded.Root(t)
	cmd.Env = append(os.Environ(), env...)
	text, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		t.Fatalf("%s %s: still running after %v\n%s", name, strings.Join(args, " "), patience, text)
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(text), cmd.ProcessState.ExitCode()
}

// build builds a program of testdata and returns its path.
func build(t *testing.T, name string, flags ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	args := append([]string{"build", "-o", path}, flags...)
	if text, status := run(t, nil, "go", append(args, "./claims/testdata/"+name)...); status != 0 {
		t.Fatalf("go build: %s", text)
	}
	return path
}

// grep returns the first line of a text that contains sought, or "".
func grep(text, sought string) string {
	for line := range strings.Lines(text) {
		if strings.Contains(line, sought) {
			return strings.TrimSpace(line)
		}
	}
	return ""
}
