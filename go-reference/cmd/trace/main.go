// Command trace reads traces from standard input and runs them on the listing,
// or with --provider repaired on the repaired store:
//
//	trace [--provider memory|repaired]
//
// After each operation it writes the state to standard output, as one line of
// JSON:
//
//	{"line":N,"result":R,"error":"text",
//	 "list":[[NUMBER,"sid",MS,[[KEY,VALUE],...]],...],
//	 "orphans":[NUMBER,...],"astray":{"sid":NUMBER},"handles":{"h":NUMBER}}
//
// The line has no "result" if the operation has none, and no "error" if it did
// not fail. The list is in order from front to back. MS is the last access time
// in milliseconds since the start of the trace, by the wall clock for the
// listing, and by the monotonic clock for the repaired store. NUMBER identifies a session:
// sessions are numbered in the order in which they first appear. The orphans
// are the sessions in the list that the map does not contain under their sid.
// "astray" holds the map's entries whose session is not in the list under that
// sid. The other entries of the map are left out, because they follow from the
// list.
//
// The program ignores the expected result after =>. A line --- ends a trace:
// the next trace begins with an empty store and at line 1. The answer to a line
// sources lists what the program was built from:
//
//	{"texts":{"FILE":"text"},"sums":"FILE:SUM;..."}
//
// The operation wait calls time.Sleep. The host of trace.wasm sets the clock for
// the operation clock when it hands over the line; in a native program, clock is
// an error. A malformed line ends the program with a message on standard error
// and exit status 2.
package main

import (
	"errors"
	"runtime"
	"strconv"
	"strings"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
	"github.com/astaxie/session/providers/repaired"
)

// sums holds FILE:SUM;... for the files that trace.wasm is built from. Each SUM
// is the first 32 digits of the SHA-256. build-wasm.sh sets it through the
// linker; in other builds it is empty.
var sums string

// rest is the number of bytes of garbage after which trace collects it. It is
// far below the heap size at which Go's garbage collector starts by itself.
const rest = 1 << 20

// stream reads the input and writes the output.
type stream struct {
	read  func([]byte) (int, error) // returns 0 at the end of the input
	write func([]byte) error
}

// trace runs traces on a provider until the input ends. It returns an error if a line is
// malformed, or if reading or writing fails.
func trace(s stream, make func(first bool) store) error {
	lines := lineReader{read: s.read}
	m, p := newMachine(make), newPrinter()
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
		// Go's garbage collector reads the wall clock, and the host counts the
		// readings during a gc operation. Collecting here keeps the collector
		// from starting during one.
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

// sources returns the answer to a line sources.
func sources() []byte {
	b := append([]byte(nil), `{"texts":{"providers/memory/memory.go":`...)
	b = appendString(b, memory.Source)
	b = appendString(append(b, `,"providers/repaired/repaired.go":`...), repaired.Source)
	b = appendString(append(b, `,"session.go":`...), session.Source)
	b = appendString(append(b, `},"sums":`...), sums)
	return append(b, "}\n"...)
}

// provider returns the maker of stores that the arguments name.
func provider(arguments []string) (func(first bool) store, error) {
	if len(arguments) == 0 {
		return makers["memory"], nil
	}
	if len(arguments) == 2 && arguments[0] == "--provider" && makers[arguments[1]] != nil {
		return makers[arguments[1]], nil
	}
	return nil, errors.New("found " + strings.Join(arguments, " ") + ", expected --provider memory or --provider repaired")
}

func main() {
	make, err := provider(commandLine())
	if err == nil {
		err = trace(standard, make)
	}
	if err != nil {
		fail("trace: " + err.Error() + "\n")
	}
}
