// The measurements that edits_test.go runs in child processes. They are the
// same for the printed listing and for an edited one.

package claims

import (
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
)

// TestMeasure prints each report on a line that begins with "measured: ".
func TestMeasure(t *testing.T) {
	if os.Getenv("MEASURE") == "" {
		t.Skip("only TestEdits runs this, in a child process")
	}
	// This takes one second of real time, so TestEdits runs it only to write
	// the record.
	t.Run("machine", func(t *testing.T) {
		collect(t, 3600)
		time.Sleep(time.Second)
		fmt.Printf("\nmeasured: passes: %d\n", counter.passes.Load())
	})
	// This needs real time, because virtual time does not advance during a
	// pass.
	t.Run("busy", func(t *testing.T) {
		fmt.Printf("\nmeasured: %s\n", busy(t))
	})
	for name, measure := range map[string]func(t *testing.T) string{
		"fresh": fresh, "steady": steady, "random": random, "alive": alive, "passes": passes,
		"logout": logout, "torn": torn,
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				store.SessionGC(everything)
				fmt.Printf("\nmeasured: %s\n", measure(t))
			})
		})
	}
}

// fresh makes a pass with a lifetime of 10 s over 3 sessions that are 100 s old
// and a new one.
func fresh(t *testing.T) string {
	for _, sid := range []string{"ana", "bo", "cy"} {
		add(t, sid)
	}
	time.Sleep(100 * time.Second)
	add(t, "dee")
	store.SessionGC(10)
	return fmt.Sprintf("left of 4: %d", len(order()))
}

// steady adds a session every 5 s and makes a pass with a lifetime of 10 s
// after each.
func steady(t *testing.T) string {
	for i := range 200 {
		if i > 0 {
			time.Sleep(5 * time.Second)
		}
		add(t, fmt.Sprint(i))
		store.SessionGC(10)
	}
	return fmt.Sprintf("left of 200: %d", len(order()))
}

// random makes a pass after each of 10,000 random operations. It reports
// whether a pass left an expired session.
func random(t *testing.T) string {
	left := false
	for range 10_000 {
		sid := fmt.Sprint(rand.IntN(8))
		switch rand.IntN(6) {
		case 0:
			add(t, sid)
		case 1:
			store.SessionRead(sid)
		case 2:
			store.SessionUpdate(sid)
		case 3:
			store.SessionDestroy(sid)
		default:
			time.Sleep(time.Duration(rand.IntN(4000)) * time.Millisecond)
		}
		store.SessionGC(10)
		for _, e := range memory.AppendList(nil, store) {
			left = left || e.TimeAccessed.Unix()+10 < time.Now().Unix()
		}
	}
	return fmt.Sprintf("a pass left expired sessions: %v", left)
}

// alive makes a pass over a session that has not expired. TestEdits changes the
// list's Back to panic after a million calls.
func alive(t *testing.T) (report string) {
	defer func() {
		if reason := recover(); reason != nil {
			report = fmt.Sprint(reason)
		}
	}()
	add(t, "ana")
	store.SessionGC(10)
	return "looks: 1"
}

// passes counts the collector's passes in one virtual second.
func passes(t *testing.T) string {
	collect(t, 3600)
	return fmt.Sprintf("passes: %d", 1+passesAfter(time.Second))
}

// busy makes a pass with a lifetime of 1 s over two sessions that have not
// expired. It reports the sessions left and whether a call waited for more than
// 0.5 s.
func busy(t *testing.T) string {
	store.SessionGC(everything)
	add(t, "ana")
	add(t, "bo")
	done := make(chan struct{})
	go func() {
		store.SessionGC(1)
		close(done)
	}()
	waited := false
	for ended := false; !ended; {
		begun := time.Now()
		store.SessionUpdate("nobody")
		waited = waited || time.Since(begun) > 500*time.Millisecond
		select {
		case <-done:
			ended = true
		default:
		}
	}
	return fmt.Sprintf("left of 2: %d, waited: %v", len(order()), waited)
}

// logout starts a session through the manager, stores a value in it, and logs
// out with the cookie that the manager has sent. It reports whether the cookie
// has an escaped character, how many sessions are left, and whether the old
// cookie still leads to the value.
func logout(t *testing.T) string {
	manager, err := session.NewManager("memory", "gosessionid", 3600)
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	manager.SessionStart(answer, httptest.NewRequest("GET", "/", nil)).Set("user", "ana")
	sent := answer.Result().Cookies()[0]
	request := httptest.NewRequest("GET", "/", nil)
	request.AddCookie(sent)
	manager.SessionDestroy(httptest.NewRecorder(), request)
	left := len(order())
	user := manager.SessionStart(httptest.NewRecorder(), request).Get("user")
	return fmt.Sprintf("escaped: %v, left of 1: %d, still logged in: %v",
		strings.Contains(sent.Value, "%"), left, user == "ana")
}

// torn destroys bo while a goroutine sets a value in bo. TestEdits makes that
// goroutine pause in the list's MoveToFront, and ends a pass that looks at the
// back of the list a million times. torn reports the list after both, and
// whether a pass ends once ana is in use and bo would have expired.
func torn(t *testing.T) string {
	ana, bo := add(t, "ana"), add(t, "bo")
	done := make(chan struct{})
	go func() {
		bo.Set("key", 1)
		close(done)
	}()
	synctest.Wait() // until the other goroutine pauses or has ended
	store.SessionDestroy("bo")
	<-done
	ana.Get("key")
	left := order()
	time.Sleep(100 * time.Second)
	ana.Get("key")
	reason := panicOf(func() { store.SessionGC(10) })
	return fmt.Sprintf("%s, ends: %v", strings.Join(left, " "), reason == "")
}
