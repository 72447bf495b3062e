// Reads the listing's data for cmd/trace. This file was written for this
// project. It changes nothing. It does not lock the provider, so no other
// goroutine may use the provider at the same time.

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

// Another returns a new, empty provider that is not registered. The listing
// never creates one, but claims about a second provider need it.
func Another() *Provider {
	return &Provider{list: list.New(), sessions: map[string]*list.Element{}}
}

// Entry is one element of a provider's list.
type Entry struct {
	Session      session.Session // not a copy, so it can be compared
	TimeAccessed time.Time
	Values       map[interface{}]interface{} // the session's own map, do not change it
}

// AppendList appends the elements of a provider's list, from front to back.
func AppendList(entries []Entry, p *Provider) []Entry {
	for e := p.list.Front(); e != nil; e = e.Next() {
		st := e.Value.(*SessionStore)
		entries = append(entries, Entry{st, st.timeAccessed, st.value})
	}
	return entries
}

// Mapped returns the session under a sid in a provider's map, or nil if there
// is none.
func Mapped(p *Provider, sid string) session.Session {
	if e, ok := p.sessions[sid]; ok {
		return e.Value.(*SessionStore)
	}
	return nil
}

// CountMapped returns the number of sids in a provider's map.
func CountMapped(p *Provider) int {
	return len(p.sessions)
}

// EachMapped calls f with each sid in a provider's map and its session, in
// random order.
func EachMapped(p *Provider, f func(sid string, sess session.Session)) {
	for sid, e := range p.sessions {
		f(sid, e.Value.(*SessionStore))
	}
}
