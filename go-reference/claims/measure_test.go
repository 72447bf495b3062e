// What the children of edits_test.go measure, on the listing as printed or
// with an edit that they know nothing of.

package claims

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session/providers/memory"
)

// TestMeasure reports on lines that begin with "measured: ".
func TestMeasure(t *testing.T) {
	if os.Getenv("MEASURE") == "" {
		t.Skip("run by TestEdits")
	}
	// One second of real time, so only when the record is written.
	t.Run("machine", func(t *testing.T) {
		collect(t, 3600)
		time.Sleep(time.Second)
		fmt.Printf("\nmeasured: passes: %d\n", counter.passes.Load())
	})
	// Real time, too: nothing moves a bubble's clock while a pass is busy.
	t.Run("busy", func(t *testing.T) {
		fmt.Printf("\nmeasured: %s\n", busy(t))
	})
	for name, measure := range map[string]func(t *testing.T) string{
		"fresh": fresh, "steady": steady, "random": random, "alive": alive, "passes": passes,
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				store.SessionGC(everything)
				fmt.Printf("\nmeasured: %s\n", measure(t))
			})
		})
	}
}

// fresh collects 3 sessions of 100 s behind one that is new.
func fresh(t *testing.T) string {
	for _, sid := range []string{"ana", "bo", "cy"} {
		add(t, sid)
	}
	time.Sleep(100 * time.Second)
	add(t, "dee")
	store.SessionGC(10)
	return fmt.Sprintf("left of 4: %d", len(order()))
}

// steady collects at lifetime 10 while a visitor comes once every 5 s.
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

// random collects after each of many random operations, and looks whether an
// expired session is ever left.
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

// alive collects when nothing is expired. TestEdits has the list's Back count
// its looks and give up after a million.
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

// passes counts the collector's passes in a second.
func passes(t *testing.T) string {
	collect(t, 3600)
	return fmt.Sprintf("passes: %d", 1+passesAfter(time.Second))
}

// busy makes a pass with a lifetime of 1 s when the only session is in use,
// and reports what it leaves and whether another call had to wait for it.
func busy(t *testing.T) string {
	store.SessionGC(everything)
	add(t, "ana")
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
	return fmt.Sprintf("left of 1: %d, waited: %v", len(order()), waited)
}
