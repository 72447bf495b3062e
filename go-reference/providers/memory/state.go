// Reads the listing's data for cmd/trace. This file was written for this
// project. It changes nothing. It does not lock the provider, so no other
// goroutine may use the provider at the same time.

package memory

import (
	"container/list"

	"github.com/astaxie/session"
	"github.com/astaxie/session/internal/held"
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

// AppendList appends the elements of a provider's list, from front to back.
func AppendList(entries []held.Entry, p *Provider) []held.Entry {
	for e := p.list.Front(); e != nil; e = e.Next() {
		st := e.Value.(*SessionStore)
		entries = append(entries, held.Entry{Session: st, TimeAccessed: st.timeAccessed, Values: st.value})
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
