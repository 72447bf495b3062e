// Tests that wrong options are refused, by the table in ../testdata/options.json,
// which the port's test reads too.

package manager_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/astaxie/session/manager"
)

// goNames changes an option's name at the beginning of an error to Go's.
var goNames = strings.NewReplacer(
	"session: name:", "session: Name:", "session: path:", "session: Path:",
	"session: domain:", "session: Domain:", "session: secure:", "session: Secure:",
	"session: absoluteLifetime:", "session: AbsoluteLifetime:",
)

func wantError(t *testing.T, got error, want string) {
	t.Helper()
	if got == nil || got.Error() != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestOptions(t *testing.T) {
	var table struct {
		Manager []struct {
			Options given
			Error   string
		}
		Memory []struct {
			Maxlifetime int64
			Limit       int
			Error       string
		}
		Accepted []given
	}
	read(t, "options.json", &table)
	if len(table.Manager) < 30 || len(table.Memory) < 4 || len(table.Accepted) < 9 {
		t.Fatal(len(table.Manager), len(table.Memory), len(table.Accepted))
	}
	for _, c := range table.Manager {
		_, err := manager.NewManager(nil, c.Options.options())
		wantError(t, err, goNames.Replace(c.Error))
	}
	for _, c := range table.Accepted {
		if _, err := manager.NewManager(nil, c.options()); err != nil {
			t.Error(err)
		}
	}
	for _, c := range table.Memory {
		_, err := manager.NewMemory(c.Maxlifetime, c.Limit)
		wantError(t, err, c.Error)
	}
	// In TypeScript these have other types.
	for want, options := range map[string]manager.Options{
		"session: Secure: want Default, On or Off, got 3":    {Secure: 3},
		"session: HttpOnly: want Default, On or Off, got -1": {HttpOnly: -1},
		"session: Rolling: want Default, On or Off, got 9":   {Rolling: 9},
		"session: SameSite: want http.SameSiteLaxMode, SameSiteStrictMode or SameSiteNoneMode, got 1": {
			SameSite: http.SameSiteDefaultMode,
		},
	} {
		_, err := manager.NewManager(nil, options)
		wantError(t, err, want)
	}
}
