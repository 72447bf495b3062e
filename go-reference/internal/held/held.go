// Package held describes what a provider holds, for the packages in providers/
// and for cmd/trace, which reports it.
package held

import (
	"time"

	"github.com/astaxie/session"
)

// Entry is one element of a provider's list.
type Entry struct {
	Session      session.Session // not a copy, so it can be compared
	TimeAccessed time.Time
	Values       map[interface{}]interface{} // the session's own map, do not change it
}
