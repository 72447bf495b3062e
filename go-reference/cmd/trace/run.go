// Runs one operation on a provider.

package main

import (
	"errors"
	"math"
	"time"

	"github.com/astaxie/session"
)

// everything is a lifetime in seconds that expires every session. It is half
// of the smallest int64, so that adding a time before 1970 does not overflow.
const everything = math.MinInt64 / 2

// machine runs the operations of one trace at a time.
type machine struct {
	make    func(first bool) store // makes a provider
	store   store                  // the provider in use
	stores  map[string]store       // by their names in a trace
	handles map[string]session.Session
	started bool
	start   time.Time // of the trace, by the wall clock
	begun   time.Time // of the trace, by the monotonic clock
	report  report    // of the last operation
}

func newMachine(make func(first bool) store) *machine {
	m := &machine{make: make, stores: map[string]store{}, handles: map[string]session.Session{}}
	m.reset()
	return m
}

// reset removes the handles, the second provider and the sessions of a trace.
func (m *machine) reset() {
	clear(m.handles)
	clear(m.stores)
	m.store = m.make(true)
	m.stores["first"] = m.store
	m.started = false
}

// begin sets the start of the trace at its first operation, but not at a gc,
// because the host counts the clock readings of a gc. The next operation then
// has the same time. If the first operation is clock, the host has already
// moved the clock, so begin subtracts its duration.
func (m *machine) begin(op *operation) {
	if m.started || op.verb == "gc" {
		return
	}
	m.started = true
	m.begun = time.Now()
	m.start = m.begun
	if op.verb == "clock" {
		m.start = m.start.Add(-op.duration)
	}
}

// check returns an error if the operation uses a handle that is not assigned.
func (m *machine) check(op *operation) error {
	for _, name := range []string{op.handle, op.other} {
		if name != "" && m.handles[name] == nil {
			return unexpected("the handle "+name, "one that an earlier line names: "+name+" = init ...")
		}
	}
	return nil
}

// run runs the operation and fills in the report. A panic becomes the report's
// error.
func (m *machine) run(op *operation) {
	m.report = report{}
	m.begin(op)
	defer func() {
		if reason := recover(); reason != nil {
			m.report = report{err: panicError(reason)}
		}
	}()
	m.report.result, m.report.err = m.apply(op)
	switch op.verb {
	case "gc", "wait", "clock", "list", "map", "stamps", "visited", "provider":
	default:
		m.report.hasResult = true
	}
}

// panicError converts the value of a panic to an error.
func panicError(reason any) error {
	switch reason := reason.(type) {
	case error:
		return reason
	case string:
		return errors.New(reason)
	}
	return errors.New("panic")
}

// apply calls the provider and returns its result.
func (m *machine) apply(op *operation) (any, error) {
	handle := m.handles[op.handle]
	switch op.verb {
	case "init":
		return m.keep(op)(m.store.SessionInit(op.sid))
	case "read":
		return m.keep(op)(m.store.SessionRead(op.sid))
	case "destroy":
		return nil, m.store.SessionDestroy(op.sid)
	case "update":
		return nil, m.store.SessionUpdate(op.sid)
	case "gc":
		m.store.SessionGC(op.seconds)
	case "provider":
		if m.stores[op.sid] == nil {
			m.stores[op.sid] = m.make(false)
		}
		m.store = m.stores[op.sid]
	case "wait":
		time.Sleep(op.duration)
	case "clock":
		return nil, errClock
	case "same":
		return handle == m.handles[op.other], nil
	case ".set":
		return nil, handle.Set(op.key, op.value)
	case ".get":
		return handle.Get(op.key), nil
	case ".delete":
		return nil, handle.Delete(op.key)
	case ".id":
		return handle.SessionID(), nil
	}
	return nil, nil
}

// keep returns a function that assigns a session to the operation's handle, if
// it has one, and returns the session's id.
func (m *machine) keep(op *operation) func(session.Session, error) (any, error) {
	return func(sess session.Session, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		if op.name != "" {
			m.handles[op.name] = sess
		}
		return sess.SessionID(), nil
	}
}
