// The providers that a trace can run on, behind one interface.

package main

import (
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/internal/held"
	"github.com/astaxie/session/providers/memory"
	"github.com/astaxie/session/providers/repaired"
)

// store is a provider and what a trace reports of it.
type store interface {
	session.Provider
	SessionUpdate(sid string) error
	// appendList appends the list's elements, from front to back.
	appendList(entries []held.Entry) []held.Entry
	// mapped returns the session under a sid in the map, or nil.
	mapped(sid string) session.Session
	// countMapped returns the number of sids in the map.
	countMapped() int
	// eachMapped calls f with each sid in the map and its session.
	eachMapped(f func(sid string, sess session.Session))
	// stamp returns a time in milliseconds since the start of the trace.
	stamp(t time.Time, m *machine) int64
}

// makers returns a store of the listing's package, or of the repaired one. The
// first call for a trace must have first set. The store is empty.
var makers = map[string]func(first bool) store{
	"memory": func(first bool) store {
		if !first {
			return printed{memory.Another()}
		}
		memory.Registered().SessionGC(everything)
		return printed{memory.Registered()}
	},
	"repaired": func(bool) store {
		return mended{repaired.New()}
	},
}

// printed is a provider of the listing.
type printed struct{ *memory.Provider }

func (p printed) appendList(entries []held.Entry) []held.Entry {
	return memory.AppendList(entries, p.Provider)
}

func (p printed) mapped(sid string) session.Session { return memory.Mapped(p.Provider, sid) }

func (p printed) countMapped() int { return memory.CountMapped(p.Provider) }

func (p printed) eachMapped(f func(sid string, sess session.Session)) {
	memory.EachMapped(p.Provider, f)
}

// stamp uses the wall clock, as the listing does.
func (p printed) stamp(t time.Time, m *machine) int64 {
	return t.UnixMilli() - m.start.UnixMilli()
}

// mended is a provider of the repaired package.
type mended struct{ *repaired.Provider }

func (p mended) appendList(entries []held.Entry) []held.Entry {
	return repaired.AppendList(entries, p.Provider)
}

func (p mended) mapped(sid string) session.Session { return repaired.Mapped(p.Provider, sid) }

func (p mended) countMapped() int { return repaired.CountMapped(p.Provider) }

func (p mended) eachMapped(f func(sid string, sess session.Session)) {
	repaired.EachMapped(p.Provider, f)
}

// stamp uses the monotonic clock, as the repaired package does.
func (p mended) stamp(t time.Time, m *machine) int64 {
	return t.Sub(m.begun).Milliseconds()
}
