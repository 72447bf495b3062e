// Undoes each repair of the repaired store and requires that its test fails. A
// child process compiles the store with the edits of src/evidence/repairs.json.

package claims

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/astaxie/session/internal/recorded"
)

// repair is an entry of repairs.json.
type repair struct {
	Name    string
	ShownBy string
	Go      []struct{ File, Find, Replace string }
}

// readRepairs returns all repairs.
func readRepairs(t *testing.T) []repair {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(recorded.Root(t), "../src/evidence/repairs.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Repairs []repair }
	if err := json.Unmarshal(text, &file); err != nil || len(file.Repairs) < 10 {
		t.Fatalf("repairs.json: %d repairs, %v", len(file.Repairs), err)
	}
	return file.Repairs
}

func TestRepairs(t *testing.T) {
	for _, r := range readRepairs(t) {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			var edits []edit
			for _, e := range r.Go {
				edits = append(edits, edit{e.File, e.Find, e.Replace})
			}
			failsWith(t, r, overlay(t, edits))
		})
	}
}

// failsWith requires that the test of a repair fails with these edits, and that
// nothing else is the reason, such as an error of the compiler.
func failsWith(t *testing.T, r repair, edits string) {
	t.Helper()
	var arguments []string
	var reason string
	switch r.ShownBy {
	case "vet":
		arguments = []string{"vet", "-overlay", edits, "./providers/repaired"}
		reason = "unreachable code"
	case "race":
		needRace(t)
		arguments = []string{"test", "-race", "-count=1", "-overlay", edits,
			"-run", "^TestThreads$/^" + r.Name + "$", "./providers/repaired"}
		reason = "WARNING: DATA RACE"
	default:
		arguments = []string{"test", "-count=1", "-overlay", edits,
			"-run", "^(TestRepairs|TestOwnIDs)$/^" + r.Name + "$", ".", "./providers/repaired"}
		reason = "/" + r.Name + " ("
	}
	// Without the lock the list can become a circle, so the first report ends
	// the program.
	text, status := run(t, []string{threads, "GORACE=halt_on_error=1"}, "go", arguments...)
	fatal := strings.Contains(text, "fatal error: concurrent map")
	if status == 0 || !strings.Contains(text, reason) && !fatal {
		t.Errorf("exit status %d, want a failure with %q\n%s", status, reason, text)
	}
}

func TestRepaired(t *testing.T) {
	t.Run("a thousand goroutines cause no race", func(t *testing.T) {
		needRace(t)
		text, status := run(t, []string{threads}, "go", "test", "-race", "-count=1", "./providers/repaired")
		if status != 0 {
			t.Errorf("exit status %d\n%s", status, text)
		}
	})
	t.Run("go vet reports nothing", func(t *testing.T) {
		if text, status := run(t, nil, "go", "vet", "./providers/repaired"); status != 0 {
			t.Errorf("exit status %d\n%s", status, text)
		}
	})
}
