// The line of state after each operation.

package main

import (
	"strconv"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
)

// report is what one operation came to.
type report struct {
	hasResult bool
	result    any
	err       error
}

// numbered is a session's number, and the states in which the session was last
// held by anything, and by the list.
type numbered struct {
	number, held, listed int
}

// printer builds the lines of state in memory that it uses again.
type printer struct {
	line    []byte
	entries []memory.Entry
	orphans []int // the numbers of list entries that the map does not lead to
	// The number of each session that a list, a map or a handle holds. A
	// session gets the next number when it is first seen, and keeps it.
	numbers map[session.Session]*numbered
	last    int // the last number that was given
	states  int // how many states were printed
}

func newPrinter() *printer {
	return &printer{numbers: map[session.Session]*numbered{}}
}

// reset forgets the sessions of a trace.
func (p *printer) reset() {
	clear(p.numbers)
	p.last = 0
}

// number returns what is known of a session, a number at least.
func (p *printer) number(sess session.Session) *numbered {
	n := p.numbers[sess]
	if n == nil {
		p.last++
		n = &numbered{number: p.last}
		p.numbers[sess] = n
	}
	n.held = p.states
	return n
}

// forget drops the sessions that no state has held for a while, once there are
// many more of them than of the others.
func (p *printer) forget() {
	if len(p.numbers) < 1000+2*len(p.entries) {
		return
	}
	for sess, n := range p.numbers {
		if n.held != p.states {
			delete(p.numbers, sess)
		}
	}
}

// state returns the line for the state that an operation left behind, good
// until the next call.
func (p *printer) state(line int, m *machine) []byte {
	p.states++
	clear(p.entries)
	p.entries = memory.AppendList(p.entries[:0], m.store)
	b := append(p.line[:0], `{"line":`...)
	b = strconv.AppendInt(b, int64(line), 10)
	if m.report.err != nil {
		b = append(b, `,"error":`...)
		b = appendString(b, m.report.err.Error())
	} else if m.report.hasResult {
		b = append(b, `,"result":`...)
		b = appendScalar(b, m.report.result)
	}
	b = p.appendList(append(b, `,"list":[`...), m)
	b = append(b, `],"orphans":[`...)
	for _, number := range p.orphans {
		b = strconv.AppendInt(comma(b), int64(number), 10)
	}
	b = p.appendAstray(append(b, `],"astray":{`...), m.store)
	b = append(b, `},"handles":{`...)
	for name, sess := range m.handles {
		b = p.appendNumber(b, name, sess)
	}
	p.line = append(b, "}}\n"...)
	// A second provider's sessions are held as well, and not gone through here.
	if len(m.providers) == 1 {
		p.forget()
	}
	return p.line
}

// appendList appends the list's entries, stamps in milliseconds since the
// trace's start, and fills in the orphans.
func (p *printer) appendList(b []byte, m *machine) []byte {
	start := m.start.UnixMilli()
	p.orphans = p.orphans[:0]
	for _, e := range p.entries {
		n, sid := p.number(e.Session), e.Session.SessionID()
		n.listed = p.states
		if memory.Mapped(m.store, sid) != e.Session {
			p.orphans = append(p.orphans, n.number)
		}
		b = append(comma(b), '[')
		b = strconv.AppendInt(b, int64(n.number), 10)
		b = append(b, ',')
		b = appendString(b, sid)
		b = append(b, ',')
		b = strconv.AppendInt(b, e.TimeAccessed.UnixMilli()-start, 10)
		b = append(b, `,[`...)
		for key, value := range e.Values {
			b = append(comma(b), '[')
			b = appendScalar(b, key)
			b = append(b, ',')
			b = appendScalar(b, value)
			b = append(b, ']')
		}
		b = append(b, `]]`...)
	}
	return b
}

// appendAstray appends the sids of the map that lead to no entry of the list
// with that sid. Usually there is none: then the map need not be gone through.
func (p *printer) appendAstray(b []byte, store *memory.Provider) []byte {
	if len(p.entries)-len(p.orphans) == memory.CountMapped(store) {
		return b
	}
	memory.EachMapped(store, func(sid string, sess session.Session) {
		if p.number(sess).listed != p.states || sess.SessionID() != sid {
			b = p.appendNumber(b, sid, sess)
		}
	})
	return b
}

// appendNumber appends a member of an object: a session's number.
func (p *printer) appendNumber(b []byte, name string, sess session.Session) []byte {
	b = appendString(comma(b), name)
	b = append(b, ':')
	return strconv.AppendInt(b, int64(p.number(sess).number), 10)
}

// comma appends a comma unless a bracket was just opened.
func comma(b []byte) []byte {
	if last := b[len(b)-1]; last == '[' || last == '{' {
		return b
	}
	return append(b, ',')
}
