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

// printer builds the lines of state in memory that it uses again.
type printer struct {
	line    []byte
	entries []memory.Entry
	index   map[session.Session]int // the place of each session in the list
}

func newPrinter() *printer {
	return &printer{index: map[session.Session]int{}}
}

// state returns the line for the state that an operation left behind, good
// until the next call.
func (p *printer) state(number int, m *machine) []byte {
	clear(p.entries) // keeps no session alive
	p.entries = memory.AppendList(p.entries[:0])
	clear(p.index)
	b := append(p.line[:0], `{"line":`...)
	b = strconv.AppendInt(b, int64(number), 10)
	if m.report.err != nil {
		b = append(b, `,"error":`...)
		b = appendString(b, m.report.err.Error())
	} else if m.report.hasResult {
		b = append(b, `,"result":`...)
		b = appendScalar(b, m.report.result)
	}
	b = p.appendList(append(b, `,"list":[`...), m.start.UnixMilli())
	b = append(b, `],"map":{`...)
	memory.EachMapped(func(sid string, sess session.Session) {
		b = p.appendIndex(b, sid, sess)
	})
	b = append(b, `},"handles":{`...)
	for name, sess := range m.handles {
		b = p.appendIndex(b, name, sess)
	}
	p.line = append(b, "}}\n"...)
	return p.line
}

// appendList appends the list's entries, stamps in milliseconds since start.
func (p *printer) appendList(b []byte, start int64) []byte {
	for i, e := range p.entries {
		p.index[e.Session] = i
		b = append(comma(b), '[')
		b = appendString(b, e.Session.SessionID())
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

// appendIndex appends a member of an object: the session's place in the list,
// -1 when it has none.
func (p *printer) appendIndex(b []byte, name string, sess session.Session) []byte {
	i, ok := p.index[sess]
	if !ok {
		i = -1
	}
	b = appendString(comma(b), name)
	b = append(b, ':')
	return strconv.AppendInt(b, int64(i), 10)
}

// comma appends a comma unless a bracket was just opened.
func comma(b []byte) []byte {
	if last := b[len(b)-1]; last == '[' || last == '{' {
		return b
	}
	return append(b, ',')
}
