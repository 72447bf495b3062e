// What the listing holds at one moment, read for cmd/trace. Written for this
// project; it changes nothing and does not take the lock, so nothing else may
// use the provider meanwhile.

package memory

import (
	"container/list"
	"time"

	"github.com/astaxie/session"
)

// Registered returns the provider that the listing registers.
func Registered() *Provider {
	return pder
}

// Another returns an empty provider beside the registered one. The listing
// never makes one; claims about a second provider need it.
func Another() *Provider {
	return &Provider{list: list.New(), sessions: map[string]*list.Element{}}
}

// Entry is one place in a provider's list.
type Entry struct {
	Session      session.Session // the very session, to be compared
	TimeAccessed time.Time
	Values       map[interface{}]interface{} // the very map: read only
}

// AppendList appends the entries of a provider's list, front to back.
func AppendList(entries []Entry, p *Provider) []Entry {
	for e := p.list.Front(); e != nil; e = e.Next() {
		st := e.Value.(*SessionStore)
		entries = append(entries, Entry{st, st.timeAccessed, st.value})
	}
	return entries
}

// Mapped returns the session that a sid leads to in a provider's map, nil if
// it leads to none.
func Mapped(p *Provider, sid string) session.Session {
	if e, ok := p.sessions[sid]; ok {
		return e.Value.(*SessionStore)
	}
	return nil
}

// CountMapped returns how many sids a provider's map holds.
func CountMapped(p *Provider) int {
	return len(p.sessions)
}

// EachMapped calls f for each sid in a provider's map with the session that
// it leads to, in no particular order.
func EachMapped(p *Provider, f func(sid string, sess session.Session)) {
	for sid, e := range p.sessions {
		f(sid, e.Value.(*SessionStore))
	}
}
