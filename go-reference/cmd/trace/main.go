// Command trace reads traces from standard input, runs them on the listing
// and writes one line of state an operation to standard output, as JSON:
//
//	{"line":N,"result":R,"error":"text",
//	 "list":[[NUMBER,"sid",MS,[[KEY,VALUE],...]],...],
//	 "orphans":[NUMBER,...],"astray":{"sid":NUMBER},"handles":{"h":NUMBER}}
//
// The result is left out where an operation has none, the error where there
// is none. The list stands front to back; MS is the stamp in milliseconds
// since the trace's start. NUMBER counts the sessions of a trace in the order
// in which they are first seen. The map leads from each sid in the list to
// its session, except to the orphans; what else the map holds is astray. What
// a trace expects, after =>, is not looked at. A line --- ends a trace: the next begins with an empty store and line 1.
// A line sources is answered with what the program was built from:
//
//	{"texts":{"FILE":"text"},"sums":"FILE:SUM;..."}
//
// A wait is time.Sleep. A clock is done by the host of trace.wasm while it
// hands over the line; anywhere else it is an error. A malformed line ends
// the program: its message goes to standard error, the exit status is 2.
package main

import (
	"errors"
	"runtime"
	"strconv"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
)

// sums are the sums of the files that build-wasm.sh built trace.wasm from: the
// first 32 digits of each SHA-256. The linker fills them in; a program built
// in another way has none.
var sums string

// rest is how much garbage the lines may have made before it is collected,
// in bytes: far less than Go's own collector waits for.
const rest = 1 << 20

// stream reads lines, and takes what is to be written.
type stream struct {
	read  func([]byte) (int, error) // 0 at the end
	write func([]byte) error
}

// trace runs traces until the input ends.
func trace(s stream) error {
	lines := lineReader{read: s.read}
	m, p := newMachine(), newPrinter()
	defer m.reset()
	var tokens []token
	op := new(operation)
	garbage := 0
	for number := 1; ; number++ {
		line, end, err := lines.next()
		if err != nil || end {
			return err
		}
		if line == "---" {
			m.reset()
			p.reset()
			number = 0
			continue
		}
		if line == "sources" {
			number--
			if err := s.write(sources()); err != nil {
				return err
			}
			continue
		}
		if tokens, err = scan(tokens[:0], line); err == nil && len(tokens) == 0 {
			continue
		}
		if err == nil {
			err = op.parse(tokens)
		}
		if err == nil {
			err = m.check(op)
		}
		if err != nil {
			return errors.New("line " + strconv.Itoa(number) + ": " + err.Error())
		}
		// Go's collector reads the wall clock. It must never start by itself
		// during a gc, whose readings the host counts.
		if garbage += 1024 + 8*len(line); garbage > rest && op.verb != "gc" {
			runtime.GC()
			garbage = 0
		}
		m.run(op)
		if err := s.write(p.state(number, m)); err != nil {
			return err
		}
	}
}

// sources returns the line that says what the program was built from.
func sources() []byte {
	b := append([]byte(nil), `{"texts":{"providers/memory/memory.go":`...)
	b = appendString(b, memory.Source)
	b = appendString(append(b, `,"session.go":`...), session.Source)
	b = appendString(append(b, `},"sums":`...), sums)
	return append(b, "}\n"...)
}

func main() {
	if err := trace(standard); err != nil {
		fail("trace: " + err.Error() + "\n")
	}
}
