//go:build !race

// Claims about calls that wait for the lock. The build tag excludes this
// file from runs with the race detector, which would report the listing's races.
// claims/race_test.go tests those reports.

package memory

import (
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/astaxie/session/internal/recorded"
)

// waiting returns the number of goroutines that wait for the lock of a provider.
func waiting() (n int) {
	stacks := make([]byte, 1<<20)
	for stack := range strings.SplitSeq(string(stacks[:runtime.Stack(stacks, true)]), "\n\n") {
		if strings.Contains(stack, "[sync.Mutex.Lock]") && strings.Contains(stack, "(*Provider).") {
			n++
		}
	}
	return n
}

// locked starts n calls while it holds the lock, and waits until all of them wait
// for it. Then it runs meanwhile, releases the lock and waits for the calls. It
// returns false if a call returned without the lock.
func locked(n int, call, meanwhile func()) bool {
	var calls sync.WaitGroup
	returned := make(chan struct{}, n)
	pder.lock.Lock()
	for range n {
		calls.Go(func() {
			call()
			returned <- struct{}{}
		})
	}
	for waiting() < n && len(returned) == 0 {
		runtime.Gosched()
	}
	waited := len(returned) == 0
	if waited {
		meanwhile()
	}
	pder.lock.Unlock()
	calls.Wait()
	return waited
}

// TestOrder shows what a method has done when its touch begins to wait for the
// lock.
func TestOrder(t *testing.T) {
	touch := func(t *testing.T, call, meanwhile func(st *SessionStore)) {
		empty()
		sess, _ := pder.SessionInit("ana")
		st := sess.(*SessionStore)
		st.value["key"] = "before"
		if !locked(1, func() { call(st) }, func() { meanwhile(st) }) {
			t.Error("the touch did not wait for the lock")
		}
		empty()
	}
	recorded.Run(t, "set-stores-then-touches", func(t *testing.T, c *recorded.Claim) {
		touch(t, func(st *SessionStore) { st.Set("key", "after") },
			func(st *SessionStore) { c.Flag("stored_before_touch", st.value["key"] == "after") })
	})
	recorded.Run(t, "get-touches-then-reads", func(t *testing.T, c *recorded.Claim) {
		touch(t, func(st *SessionStore) { c.Flag("read_after_touch", st.Get("key") == "after") },
			func(st *SessionStore) { st.value["key"] = "after" })
	})
	recorded.Run(t, "delete-removes-then-touches", func(t *testing.T, c *recorded.Claim) {
		touch(t, func(st *SessionStore) { st.Delete("key") },
			func(st *SessionStore) { c.Flag("removed_before_touch", len(st.value) == 0) })
	})
}

func TestThreads(t *testing.T) {
	recorded.Run(t, "differs-threads", func(t *testing.T, c *recorded.Claim) {
		empty()
		if !locked(2, func() { pder.SessionRead("ana") }, func() {}) {
			t.Error("SessionInit did not wait for the lock")
		}
		c.Number("in_list", pder.list.Len(), "sessions")
		c.Number("in_map", len(pder.sessions), "sessions")
		empty()
	})
	recorded.Run(t, "differs-mutex", func(t *testing.T, c *recorded.Claim) {
		empty()
		sess, _ := pder.SessionInit("ana")
		var wait, free []string
		for _, call := range []struct {
			name string
			f    func()
		}{
			{"SessionInit", func() { pder.SessionInit("bo") }},
			{"SessionUpdate", func() { pder.SessionUpdate("ana") }},
			{"SessionGC", func() { pder.SessionGC(10) }},
			{"Get", func() { sess.Get("k") }},
			{"Set", func() { sess.Set("k", 1) }},
			{"Delete", func() { sess.Delete("k") }},
			{"SessionRead", func() { pder.SessionRead("ana") }},
			{"SessionDestroy", func() { pder.SessionDestroy("ana") }},
		} {
			if locked(1, call.f, func() {}) {
				wait = append(wait, call.name)
			} else {
				free = append(free, call.name)
			}
		}
		c.Texts("wait_for_lock", wait)
		c.Texts("return_without_lock", free)
		empty()
	})
}
