// Tests how lines are parsed, and the errors for malformed lines.

package main

import (
	"testing"
	"time"
)

// operationOf scans and parses one line.
func operationOf(line string) (operation, error) {
	var op operation
	tokens, err := scan(nil, line)
	if err == nil {
		err = op.parse(tokens)
	}
	return op, err
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		line string
		want operation
	}{
		{"init ana", operation{verb: "init", sid: "ana"}},
		{`read ""`, operation{verb: "read"}},
		{"a = init ana", operation{verb: "init", name: "a", sid: "ana"}},
		{"_b2 = read \"=\"", operation{verb: "read", name: "_b2", sid: "="}},
		{"init = init init", operation{verb: "init", name: "init", sid: "init"}},
		{"init =", operation{verb: "init", sid: "="}},
		{"destroy a", operation{verb: "destroy", sid: "a"}},
		{"update a", operation{verb: "update", sid: "a"}},
		{"gc 3600", operation{verb: "gc", seconds: 3600}},
		{"gc -9223372036854775808", operation{verb: "gc", seconds: -1 << 63}},
		{"a.set \"k\" nil", operation{verb: ".set", handle: "a", key: "k"}},
		{"list.set 1.0 true => nil", operation{verb: ".set", handle: "list", key: 1.0, value: true}},
		{"a.get nil", operation{verb: ".get", handle: "a"}},
		{"a.delete false", operation{verb: ".delete", handle: "a", key: false}},
		{"a.id => ana", operation{verb: ".id", handle: "a"}},
		{"wait 1h0m5s", operation{verb: "wait", duration: time.Hour + 5*time.Second}},
		{"wait 0s", operation{verb: "wait"}},
		{"wait 993ms", operation{verb: "wait", duration: 993 * time.Millisecond}},
		{"clock -1.5h", operation{verb: "clock", duration: -90 * time.Minute}},
		{"clock 2562047h47m16.854775807s", operation{verb: "clock", duration: 1<<63 - 1}},
		{"same a b", operation{verb: "same", handle: "a", other: "b"}},
		{"provider second", operation{verb: "provider", sid: "second"}},
		{"list =>", operation{verb: "list"}},
		{"map", operation{verb: "map"}},
		{"stamps", operation{verb: "stamps"}},
		{"visited => 3", operation{verb: "visited"}},
	} {
		if got, err := operationOf(c.line); err != nil || got != c.want {
			t.Errorf("%s: got %+v, %v, want %+v", c.line, got, err, c.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"b=1", "found b=1, expected an operation, such as init or h.get"},
		{`"init" a`, `found "init", expected an operation`},
		{"inti a", "found inti, expected an operation, such as init or h.get"},
		{"init", "found the end of the line, expected a session's id"},
		{"init => a", "found the end of the line, expected a session's id"},
		{"init a b", "found b, expected the end of the line"},
		{"1a = init b", "found 1a, expected a handle, such as h1"},
		{`"a" = init b`, `found "a", expected a handle, such as h1`},
		{"a-b = init b", "found a-b, expected a handle, such as h1"},
		{"a = gc 1", "found gc, expected init or read: only they give a handle"},
		{"a = init", "found the end of the line, expected a session's id"},
		{"gc", "found the end of the line, expected whole seconds"},
		{"gc 1.5", "found 1.5, expected whole seconds, an int64"},
		{"gc 10s", "found 10s, expected whole seconds, an int64"},
		{`gc "1"`, `found "1", expected whole seconds, an int64`},
		{"gc 9223372036854775808", "found 9223372036854775808, expected whole seconds, an int64"},
		{"a.set 1", "found the end of the line, expected a value"},
		{"a.set k 1", `found k, expected a JSON scalar: "text", 1.5, true, false or nil`},
		{"a.set 1 1e999", "found 1e999, expected a number that a double can hold"},
		{"a.get", "found the end of the line, expected a key"},
		{"a.put 1", "found .put, expected .set, .get, .delete or .id"},
		{".get 1", "found .get, expected an operation, such as init or h.get"},
		{"é.get 1", "found é.get, expected an operation, such as init or h.get"},
		{"a.id 1", "found 1, expected the end of the line"},
		{"wait", "found the end of the line, expected a duration"},
		{"wait 10", "found 10, expected a duration of Go, such as 1h0m5s"},
		{`wait "10s"`, `found "10s", expected a duration of Go, such as 1h0m5s`},
		{"wait -1s", "found a negative duration, expected a duration that is not negative"},
		{"clock 2562048h", "found 2562048h, expected a duration of Go, such as 1h0m5s"},
		{"provider", "found the end of the line, expected first or second"},
		{"provider third", "found third, expected first or second"},
		{`provider "first"`, `found "first", expected first or second`},
		{"same a", "found the end of the line, expected a handle"},
		{`same a "b"`, `found "b", expected a handle, such as h1`},
		{"list a", "found a, expected the end of the line"},
	} {
		op, err := operationOf(c.line)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: got %+v, %v, want %s", c.line, op, err, c.want)
		}
	}
}
