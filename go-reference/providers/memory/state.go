// What the listing holds at one moment, read for cmd/trace. Written for this
// project; it changes nothing and does not take the lock, so nothing else may
// use the provider meanwhile.

package memory

import (
	"time"

	"github.com/astaxie/session"
)

// Registered returns the provider that the listing registers.
func Registered() *Provider {
	return pder
}

// Entry is one place in the provider's list.
type Entry struct {
	Session      session.Session // the very session, to be compared
	TimeAccessed time.Time
	Values       map[interface{}]interface{} // the very map: read only
}

// AppendList appends the entries of the provider's list, front to back.
func AppendList(entries []Entry) []Entry {
	for e := pder.list.Front(); e != nil; e = e.Next() {
		st := e.Value.(*SessionStore)
		entries = append(entries, Entry{st, st.timeAccessed, st.value})
	}
	return entries
}

// EachMapped calls f for each sid in the provider's map with the session that
// it leads to, in no particular order.
func EachMapped(f func(sid string, sess session.Session)) {
	for sid, e := range pder.sessions {
		f(sid, e.Value.(*SessionStore))
	}
}
