// Writes the state after each operation as a line of JSON.

package main

import (
	"strconv"

	"github.com/astaxie/session"
	"github.com/astaxie/session/internal/held"
)

// report is the result or the error of one operation.
type report struct {
	hasResult bool
	result    any
	err       error
}

// numbered holds a session's number. held is the last state that contained the
// session, and listed the last state whose list contained it.
type numbered struct {
	number, held, listed int
}

// printer writes the lines of state. It reuses its memory for each line.
type printer struct {
	line    []byte
	entries []held.Entry
	orphans []int // the numbers of the sessions that only the list contains
	// Numbers of the sessions in a list, in a map or under a handle. A session
	// gets the next number when it first appears, and keeps it.
	numbers map[session.Session]*numbered
	last    int // the last number in use
	states  int // the number of states written so far
}

func newPrinter() *printer {
	return &printer{numbers: map[session.Session]*numbered{}}
}

// reset removes the numbers of a trace.
func (p *printer) reset() {
	clear(p.numbers)
	p.last = 0
}

// number returns the number of a session and marks it as held by the current
// state. A new session gets the next number.
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

// forget removes the sessions that the current state does not contain, to save
// memory. It does so only when there are many, because it goes through all.
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

// state returns the line for the state after an operation. The next call
// overwrites the line.
func (p *printer) state(line int, m *machine) []byte {
	p.states++
	clear(p.entries)
	p.entries = m.store.appendList(p.entries[:0])
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
	// The state does not contain the sessions of the provider that is not in
	// use, so forget would remove them.
	if len(m.stores) == 1 {
		p.forget()
	}
	return p.line
}

// appendList appends the list's entries and fills in the orphans. Times are in
// milliseconds since the start of the trace.
func (p *printer) appendList(b []byte, m *machine) []byte {
	p.orphans = p.orphans[:0]
	for _, e := range p.entries {
		n, sid := p.number(e.Session), e.Session.SessionID()
		n.listed = p.states
		if m.store.mapped(sid) != e.Session {
			p.orphans = append(p.orphans, n.number)
		}
		b = append(comma(b), '[')
		b = strconv.AppendInt(b, int64(n.number), 10)
		b = append(b, ',')
		b = appendString(b, sid)
		b = append(b, ',')
		b = strconv.AppendInt(b, m.store.stamp(e.TimeAccessed, m), 10)
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

// appendAstray appends the map's entries whose session is not in the list under
// that sid. It compares the sizes first: usually there are no such entries, and
// it need not go through the map.
func (p *printer) appendAstray(b []byte, store store) []byte {
	if len(p.entries)-len(p.orphans) == store.countMapped() {
		return b
	}
	store.eachMapped(func(sid string, sess session.Session) {
		if p.number(sess).listed != p.states || sess.SessionID() != sid {
			b = p.appendNumber(b, sid, sess)
		}
	})
	return b
}

// appendNumber appends a member of a JSON object: a name and a session's number.
func (p *printer) appendNumber(b []byte, name string, sess session.Session) []byte {
	b = appendString(comma(b), name)
	b = append(b, ':')
	return strconv.AppendInt(b, int64(p.number(sess).number), 10)
}

// comma appends a comma, except after an opening bracket.
func comma(b []byte) []byte {
	if last := b[len(b)-1]; last == '[' || last == '{' {
		return b
	}
	return append(b, ',')
}
