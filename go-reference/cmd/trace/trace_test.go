// Tests whole traces on virtual time: the input, the output and the times.

package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
)

// runTrace runs traces on virtual time, which starts at 2000-01-01T00:00:00Z.
// It returns the text of each write.
func runTrace(t *testing.T, in io.Reader) (writes []string, err error) {
	t.Helper()
	return runTraceOn(t, "memory", in)
}

// runTraceOn does the same with the provider of that name.
func runTraceOn(t *testing.T, provider string, in io.Reader) (writes []string, err error) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		err = trace(stream{
			read: func(b []byte) (int, error) {
				n, err := in.Read(b)
				if err == io.EOF {
					err = nil
				}
				return n, err
			},
			write: func(b []byte) error {
				writes = append(writes, string(b))
				return nil
			},
		}, makers[provider])
	})
	return writes, err
}

// sorted returns a line of state with the members of its objects in
// alphabetical order, because Go's maps have a random order.
func sorted(t *testing.T, line string) string {
	t.Helper()
	var members map[string]any
	if err := json.Unmarshal([]byte(line), &members); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	b, err := json.Marshal(members)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// expect runs traces and compares the text of each write with want.
func expect(t *testing.T, in io.Reader, want ...string) {
	t.Helper()
	writes, err := runTrace(t, in)
	if err != nil {
		t.Fatal(err)
	}
	for i, got := range writes {
		if i >= len(want) {
			t.Fatalf("got %q after the last expected line", got)
		}
		if strings.Index(got, "\n") != len(got)-1 || sorted(t, got) != sorted(t, want[i]) {
			t.Fatalf("operation %d: got %q, want %q", i+1, got, want[i])
		}
	}
	if len(writes) < len(want) {
		t.Fatalf("got %d lines, want %d", len(writes), len(want))
	}
}

func TestTrace(t *testing.T) {
	const text = "# title\n\na = init ana\na.set \"user\" \"Ann\" => nil\nwait 10.0015s\r\nread bo\n" +
		"a.get \"user\" => \"Bob\"\ngc 10\ndestroy bo\na.delete \"user\"\na.id\nlist"
	want := []string{
		`{"line":3,"result":"ana","list":[[1,"ana",0,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":4,"result":null,"list":[[1,"ana",0,[["user","Ann"]]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":5,"list":[[1,"ana",0,[["user","Ann"]]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":6,"result":"bo","list":[[1,"ana",0,[["user","Ann"]]],[2,"bo",10001,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":7,"result":"Ann","list":[[1,"ana",10001,[["user","Ann"]]],[2,"bo",10001,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":8,"list":[[1,"ana",10001,[["user","Ann"]]],[2,"bo",10001,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":9,"result":null,"list":[[1,"ana",10001,[["user","Ann"]]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":10,"result":null,"list":[[1,"ana",10001,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":11,"result":"ana","list":[[1,"ana",10001,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
		`{"line":12,"list":[[1,"ana",10001,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
	}
	t.Run("each operation is followed by one write of the state", func(t *testing.T) {
		expect(t, strings.NewReader(text), want...)
	})
	t.Run("the input can arrive byte by byte", func(t *testing.T) {
		expect(t, iotest.OneByteReader(strings.NewReader(text)), want...)
	})
}

func TestProvider(t *testing.T) {
	t.Run("read finds a session, update moves it to the front", func(t *testing.T) {
		expect(t, strings.NewReader("a = init a\nb = read b\nread b\nwait 1s\nupdate b\nupdate c\n"),
			`{"line":1,"result":"a","list":[[1,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
			`{"line":2,"result":"b","list":[[1,"a",0,[]],[2,"b",0,[]]],"orphans":[],"astray":{},"handles":{"a":1,"b":2}}`,
			`{"line":3,"result":"b","list":[[1,"a",0,[]],[2,"b",0,[]]],"orphans":[],"astray":{},"handles":{"a":1,"b":2}}`,
			`{"line":4,"list":[[1,"a",0,[]],[2,"b",0,[]]],"orphans":[],"astray":{},"handles":{"a":1,"b":2}}`,
			`{"line":5,"result":null,"list":[[2,"b",1000,[]],[1,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":1,"b":2}}`,
			`{"line":6,"result":null,"list":[[2,"b",1000,[]],[1,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":1,"b":2}}`)
	})
	t.Run("a second provider has its own list, but its sessions update the first provider", func(t *testing.T) {
		expect(t, strings.NewReader("init a\nprovider second\na = init a\nwait 1s\na.get 1\nprovider first\nb = init b\nprovider second\n"),
			`{"line":1,"result":"a","list":[[1,"a",0,[]]],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":2,"list":[],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":3,"result":"a","list":[[2,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":2}}`,
			`{"line":4,"list":[[2,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":2}}`,
			`{"line":5,"result":null,"list":[[2,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":2}}`,
			`{"line":6,"list":[[1,"a",1000,[]]],"orphans":[],"astray":{},"handles":{"a":2}}`,
			`{"line":7,"result":"b","list":[[1,"a",1000,[]],[3,"b",1000,[]]],"orphans":[],"astray":{},"handles":{"a":2,"b":3}}`,
			`{"line":8,"list":[[2,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":2,"b":3}}`)
	})
}

func TestBegin(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		now := time.Now()
		for _, c := range []struct {
			op      operation
			started bool
			start   time.Time
		}{
			{operation{verb: "gc"}, false, time.Time{}},
			{operation{verb: "list"}, true, now},
			{operation{verb: "clock", duration: time.Hour}, true, now.Add(-time.Hour)},
		} {
			m := newMachine(makers["memory"])
			m.begin(&c.op)
			if m.started != c.started || !m.start.Equal(c.start) {
				t.Errorf("%s: started %v at %v, want %v at %v", c.op.verb, m.started, m.start, c.started, c.start)
			}
		}
	})
}

func TestOrphan(t *testing.T) {
	t.Run("a session that is not in the list keeps its number", func(t *testing.T) {
		expect(t, strings.NewReader("a = init x\nb = init x\ndestroy x\nsame a b\nc = read x\nsame b c\nsame b b\n"),
			`{"line":1,"result":"x","list":[[1,"x",0,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
			`{"line":2,"result":"x","list":[[1,"x",0,[]],[2,"x",0,[]]],"orphans":[1],"astray":{},"handles":{"a":1,"b":2}}`,
			`{"line":3,"result":null,"list":[[1,"x",0,[]]],"orphans":[1],"astray":{},"handles":{"a":1,"b":2}}`,
			`{"line":4,"result":false,"list":[[1,"x",0,[]]],"orphans":[1],"astray":{},"handles":{"a":1,"b":2}}`,
			`{"line":5,"result":"x","list":[[1,"x",0,[]],[3,"x",0,[]]],"orphans":[1],"astray":{},"handles":{"a":1,"b":2,"c":3}}`,
			`{"line":6,"result":false,"list":[[1,"x",0,[]],[3,"x",0,[]]],"orphans":[1],"astray":{},"handles":{"a":1,"b":2,"c":3}}`,
			`{"line":7,"result":true,"list":[[1,"x",0,[]],[3,"x",0,[]]],"orphans":[1],"astray":{},"handles":{"a":1,"b":2,"c":3}}`)
	})
	t.Run("the number of a removed session is not used again", func(t *testing.T) {
		expect(t, strings.NewReader("init x\ndestroy x\ninit x\n"),
			`{"line":1,"result":"x","list":[[1,"x",0,[]]],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":2,"result":null,"list":[],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":3,"result":"x","list":[[2,"x",0,[]]],"orphans":[],"astray":{},"handles":{}}`)
	})
}

// doubled is a listing whose map leads from one sid more to each session.
type doubled struct{ printed }

func (d doubled) countMapped() int { return 2 * d.printed.countMapped() }

func (d doubled) eachMapped(f func(sid string, sess session.Session)) {
	d.printed.eachMapped(func(sid string, sess session.Session) {
		f(sid, sess)
		f(sid+" too", sess)
	})
}

func TestAstray(t *testing.T) {
	makers["doubled"] = func(first bool) store { return doubled{makers["memory"](first).(printed)} }
	t.Cleanup(func() { delete(makers, "doubled") })
	writes, err := runTraceOn(t, "doubled", strings.NewReader("init x\n"))
	want := `{"line":1,"result":"x","list":[[1,"x",0,[]]],"orphans":[],"astray":{"x too":1},"handles":{}}`
	if err != nil || sorted(t, writes[0]) != sorted(t, want) {
		t.Errorf("got %q, %v, want %q", writes, err, want)
	}
}

func TestRepaired(t *testing.T) {
	t.Run("a session is stamped by the monotonic clock, from the start of the trace", func(t *testing.T) {
		writes, err := runTraceOn(t, "repaired", strings.NewReader("init a\nwait 1500ms\na = init b\n---\nwait 1s\ninit c\n"))
		if err != nil || len(writes) != 5 {
			t.Fatalf("got %d lines, %v", len(writes), err)
		}
		for i, want := range map[int]string{
			2: `{"line":3,"result":"b","list":[[2,"b",1500,[]],[1,"a",0,[]]],"orphans":[],"astray":{},"handles":{"a":2}}`,
			4: `{"line":2,"result":"c","list":[[1,"c",1000,[]]],"orphans":[],"astray":{},"handles":{}}`,
		} {
			if sorted(t, writes[i]) != sorted(t, want) {
				t.Errorf("operation %d: got %q, want %q", i+1, writes[i], want)
			}
		}
	})
	t.Run("a lifetime of one trace is not that of the next", func(t *testing.T) {
		writes, err := runTraceOn(t, "repaired", strings.NewReader("gc -1\n---\na = init a\na.set 1 2\na.get 1\n"))
		if err != nil || !strings.Contains(writes[3], `"result":2,`) {
			t.Errorf("got %q, %v", writes, err)
		}
	})
	t.Run("the command line names the provider", func(t *testing.T) {
		for line, want := range map[string]bool{
			"": true, "--provider memory": true, "--provider repaired": true,
			"--provider": false, "--provider no": false, "repaired": false, "--provider memory x": false,
		} {
			if _, err := provider(strings.Fields(line)); (err == nil) != want {
				t.Errorf("%q: got %v", line, err)
			}
		}
	})
}

func TestReset(t *testing.T) {
	t.Run("--- resets the sessions, the handles, the line number and the start", func(t *testing.T) {
		expect(t, strings.NewReader("a = init x\nwait 5s\n---\n# title\nread y\nwait 1s\n---\ngc 1\nlist\n"),
			`{"line":1,"result":"x","list":[[1,"x",0,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
			`{"line":2,"list":[[1,"x",0,[]]],"orphans":[],"astray":{},"handles":{"a":1}}`,
			`{"line":2,"result":"y","list":[[1,"y",0,[]]],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":3,"list":[[1,"y",0,[]]],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":1,"list":[],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":2,"list":[],"orphans":[],"astray":{},"handles":{}}`)
	})
	t.Run("the end of the input leaves an empty store", func(t *testing.T) {
		if _, err := runTrace(t, strings.NewReader("init x\ninit x\n")); err != nil {
			t.Fatal(err)
		}
		if entries := memory.AppendList(nil, memory.Registered()); len(entries) != 0 {
			t.Errorf("got %v", entries)
		}
	})
	t.Run("a handle of the previous trace is unknown", func(t *testing.T) {
		_, err := runTrace(t, strings.NewReader("a = init x\n---\n\na.id\n"))
		want := "line 2: found the handle a, expected one that an earlier line names: a = init ..."
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	})
}

func TestSources(t *testing.T) {
	t.Run("the answer to a line sources contains the compiled texts", func(t *testing.T) {
		writes, err := runTrace(t, strings.NewReader("sources\ninit a\n"))
		if err != nil || len(writes) != 2 {
			t.Fatalf("got %d lines, %v", len(writes), err)
		}
		var answer struct{ Texts map[string]string }
		if err := json.Unmarshal([]byte(writes[0]), &answer); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"providers/memory/memory.go", "providers/repaired/repaired.go", "session.go"} {
			text, err := os.ReadFile("../../" + name)
			if err != nil || answer.Texts[name] != string(text) {
				t.Errorf("%s: the answer has another text, %v", name, err)
			}
		}
		if !strings.HasPrefix(writes[1], `{"line":1,`) {
			t.Errorf("the line sources changed the line number: %s", writes[1])
		}
	})
}

func TestErrors(t *testing.T) {
	t.Run("a malformed line ends the run, and the error gives its number", func(t *testing.T) {
		writes, err := runTrace(t, strings.NewReader("init x\n# fine\ninit\ninit y\n"))
		want := "line 3: found the end of the line, expected a session's id"
		if err == nil || err.Error() != want || len(writes) != 1 {
			t.Errorf("got %q, %v, want %s", writes, err, want)
		}
	})
	t.Run("clock is an error in a native program", func(t *testing.T) {
		expect(t, strings.NewReader("clock 1s\nlist\n"),
			`{"line":1,"error":"only the host of trace.wasm can set the clock","list":[],"orphans":[],"astray":{},"handles":{}}`,
			`{"line":2,"list":[],"orphans":[],"astray":{},"handles":{}}`)
	})
	t.Run("a read error ends the run", func(t *testing.T) {
		broken := errors.New("broken")
		if _, err := runTrace(t, iotest.ErrReader(broken)); err != broken {
			t.Errorf("got %v, want %v", err, broken)
		}
	})
	t.Run("a panic becomes the error of the operation", func(t *testing.T) {
		m := newMachine(makers["memory"])
		m.run(&operation{verb: ".id"})
		got := string(newPrinter().state(1, m))
		want := `{"line":1,"error":"runtime error: invalid memory address or nil pointer dereference",`
		if !strings.HasPrefix(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}
