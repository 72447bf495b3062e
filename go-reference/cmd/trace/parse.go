// Parses a line of a trace into an operation.

package main

import (
	"strconv"
	"time"
)

// operation is one parsed line. The verb decides which other fields are used.
type operation struct {
	verb     string        // "init", "gc", ".set" and so on
	name     string        // the handle that init or read assigns, "" if none
	handle   string        // the handle of .set, .get, .delete, .id and same
	other    string        // the second handle of same
	sid      string        // of init, read, destroy and update; for provider, first or second
	key      any           // of .set, .get and .delete
	value    any           // of .set
	seconds  int64         // of gc
	duration time.Duration // of wait and clock
}

// arguments are the tokens of a line that are not parsed yet.
type arguments struct {
	rest []token
	err  error // the first error
}

// next removes and returns the next argument. After an error it returns an
// empty token. expected describes the argument in the error message.
func (a *arguments) next(expected string) token {
	if len(a.rest) == 0 {
		a.fail("the end of the line", expected)
	}
	if a.err != nil {
		return token{}
	}
	t := a.rest[0]
	a.rest = a.rest[1:]
	return t
}

// fail keeps the first error and ignores later ones.
func (a *arguments) fail(found, expected string) {
	if a.err == nil {
		a.err = unexpected(found, expected)
	}
}

func (a *arguments) sid() string {
	return a.next("a session's id").text
}

func (a *arguments) handle() string {
	t := a.next("a handle")
	if t.quoted || !isHandle(t.text) {
		a.fail(t.String(), "a handle, such as h1")
	}
	return t.text
}

func (a *arguments) scalar(expected string) any {
	t := a.next(expected)
	if a.err != nil {
		return nil
	}
	var v any
	v, a.err = scalar(t)
	return v
}

func (a *arguments) seconds() int64 {
	t := a.next("whole seconds")
	n, err := strconv.ParseInt(t.text, 10, 64)
	if err != nil || t.quoted {
		a.fail(t.String(), "whole seconds, an int64")
	}
	return n
}

func (a *arguments) duration() time.Duration {
	t := a.next("a duration")
	d, err := time.ParseDuration(t.text)
	if err != nil || t.quoted {
		a.fail(t.String(), "a duration of Go, such as 1h0m5s")
	}
	return d
}

// isHandle reports whether s is a valid name for a handle.
func isHandle(s string) bool {
	for i, c := range []byte(s) {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// parse sets op to the operation that the tokens of a line describe.
func (op *operation) parse(tokens []token) error {
	*op = operation{}
	a := &arguments{rest: tokens}
	if len(tokens) > 2 && tokens[1].is("=") {
		op.name = a.handle()
		a.next("=")
		if !tokens[2].is("init") && !tokens[2].is("read") {
			a.fail(tokens[2].String(), "init or read: only they give a handle")
		}
	}
	verb := a.next("an operation")
	if verb.quoted {
		a.fail(verb.String(), "an operation")
	}
	op.verb = verb.text
	op.parseArguments(a)
	if a.err == nil && len(a.rest) > 0 {
		a.fail(a.rest[0].String(), "the end of the line")
	}
	return a.err
}

// parseArguments parses the arguments that the verb needs.
func (op *operation) parseArguments(a *arguments) {
	switch op.verb {
	case "init", "read", "destroy", "update":
		op.sid = a.sid()
	case "provider":
		t := a.next("first or second")
		if !t.is("first") && !t.is("second") {
			a.fail(t.String(), "first or second")
		}
		op.sid = t.text
	case "gc":
		op.seconds = a.seconds()
	case "wait", "clock":
		op.duration = a.duration()
		if op.verb == "wait" && op.duration < 0 {
			a.fail("a negative duration", "a duration that is not negative")
		}
	case "same":
		op.handle = a.handle()
		op.other = a.handle()
	case "list", "map", "stamps", "visited":
	default:
		op.parseMethod(a)
	}
}

// parseMethod parses an operation on a handle, such as h.set.
func (op *operation) parseMethod(a *arguments) {
	dot := index(op.verb, '.')
	if dot < 0 || !isHandle(op.verb[:dot]) {
		a.fail(op.verb, "an operation, such as init or h.get")
		return
	}
	op.handle, op.verb = op.verb[:dot], op.verb[dot:]
	switch op.verb {
	case ".set":
		op.key = a.scalar("a key")
		op.value = a.scalar("a value")
	case ".get", ".delete":
		op.key = a.scalar("a key")
	case ".id":
	default:
		a.fail(op.verb, ".set, .get, .delete or .id")
	}
}
