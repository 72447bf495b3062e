// Claims that two goroutines at once break the listing. The evidence is the
// reports of Go's race detector, and the crash of the same program without it.

package claims

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/astaxie/session/internal/recorded"
)

// needRace skips the test if there is no C compiler to link the race detector.
// In CI it fails the test instead, because CI must check the reports.
func needRace(t *testing.T) {
	t.Helper()
	cc, _ := run(t, nil, "go", "env", "CC")
	enabled, _ := run(t, nil, "go", "env", "CGO_ENABLED")
	_, err := exec.LookPath(strings.TrimSpace(cc))
	if err == nil && strings.TrimSpace(enabled) == "1" {
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatal("the race detector needs a C compiler and CGO_ENABLED=1")
	}
	t.Skip("the race detector needs a C compiler and CGO_ENABLED=1")
}

// threads lets the operating system switch between goroutines at any point, even
// on a single processor.
const threads = "GOMAXPROCS=4"

// frame matches a method of the listing and its line number in a report.
var frame = regexp.MustCompile(`memory\.\(\*\w+\)\.(\w+)\(\)\n\s+\S*memory\.go:(\d+)`)

// pair returns the two places in the listing that a report names, sorted.
func pair(report string) string {
	var places []string
	for stack := range strings.SplitSeq(report, "\n\n") {
		if !strings.Contains(stack, "created at") {
			if m := frame.FindStringSubmatch(stack); m != nil {
				places = append(places, fmt.Sprintf("%s (memory.go:%s)", m[1], m[2]))
			}
		}
	}
	slices.Sort(places)
	return strings.Join(places, " and ")
}

// detect runs one of the races under the race detector. It returns the report
// that names these two places.
func detect(t *testing.T, race, places string) string {
	t.Helper()
	// The detector needs the stacks of both accesses. The largest history keeps
	// them for longest.
	env := []string{threads, "GORACE=halt_on_error=0 history_size=7"}
	text, status := run(t, env, build(t, "race", "-race"), race, "5000")
	var others []string
	for report := range strings.SplitSeq(text, "==================\n") {
		if !strings.HasPrefix(report, "WARNING: DATA RACE") {
			continue
		}
		if pair(report) == places {
			return report
		}
		others = append(others, pair(report))
	}
	t.Fatalf("exit status %d, want a report of %s, got reports of %q", status, places, others)
	return ""
}

func TestRaces(t *testing.T) {
	needRace(t)
	recorded.Run(t, "race-read-destroy", func(t *testing.T, c *recorded.Claim) {
		const places = "SessionDestroy (memory.go:72) and SessionRead (memory.go:61)"
		c.Seen("report", detect(t, "read-destroy", places))
		c.Text("race_reported", places)
		text, status := run(t, []string{threads}, build(t, "race"), "read-destroy", "1000000000")
		fatal, panicked := grep(text, "fatal error: concurrent map"), grep(text, "panic: runtime error:")
		c.Flag("program_ended", status != 0 && fatal+panicked != "")
		c.Seen("last_words", fatal+panicked)
	})
	// Through the manager: its lock covers SessionDestroy, but no use of a session.
	recorded.Run(t, "race-destroy-update", func(t *testing.T, c *recorded.Claim) {
		for name, places := range map[string]string{
			"map":  "SessionDestroy (memory.go:72) and SessionUpdate (memory.go:100)",
			"list": "SessionDestroy (memory.go:73) and SessionUpdate (memory.go:102)",
		} {
			c.Seen("report_"+name, detect(t, "set-logout", places))
			c.Text("race_reported_"+name, places)
		}
		text, status := run(t, []string{threads}, build(t, "race"), "logout", "1000000000")
		fatal, panicked := grep(text, "fatal error: concurrent map"), grep(text, "panic: runtime error:")
		c.Flag("program_ended", status != 0 && fatal+panicked != "")
		c.Seen("last_words", fatal+panicked)
	})
	recorded.Run(t, "race-values", func(t *testing.T, c *recorded.Claim) {
		const places = "Get (memory.go:26) and Set (memory.go:19)"
		c.Seen("report", detect(t, "values", places))
		c.Text("race_reported", places)
		const others = "Delete (memory.go:35) and Set (memory.go:19)"
		detect(t, "delete", others)
		c.Text("delete_race_reported", others)
		text, status := run(t, []string{threads}, build(t, "race"), "values", "1000000000")
		fatal := grep(text, "fatal error: concurrent map read and map write")
		c.Flag("program_ended", status != 0 && fatal != "")
		c.Seen("last_words", fatal)
	})
}
