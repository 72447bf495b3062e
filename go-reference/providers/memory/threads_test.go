//go:build !race

// Claims about goroutines that wait for the lock. The build tag excludes this
// file from runs with the race detector, which would report the listing's races.
// claims/race_test.go tests those reports.

package memory

import (
	"runtime"
	"strings"
	"testing"

	"github.com/astaxie/session/internal/recorded"
)

// waiting returns the number of goroutines that wait for the lock in a method.
func waiting(method string) (n int) {
	stacks := make([]byte, 1<<20)
	for stack := range strings.SplitSeq(string(stacks[:runtime.Stack(stacks, true)]), "\n\n") {
		if strings.Contains(stack, "[sync.Mutex.Lock]") && strings.Contains(stack, "(*Provider)."+method+"(") {
			n++
		}
	}
	return n
}

// await lets other goroutines run until n of them wait in the method.
func await(method string, n int) {
	for waiting(method) != n {
		runtime.Gosched()
	}
}

func TestThreads(t *testing.T) {
	recorded.Run(t, "differs-threads", func(t *testing.T, c *recorded.Claim) {
		empty()
		pder.lock.Lock()
		done := make(chan struct{})
		for range 2 {
			go func() {
				pder.SessionRead("ana")
				done <- struct{}{}
			}()
		}
		await("SessionInit", 2)
		pder.lock.Unlock()
		<-done
		<-done
		c.Number("in_list", pder.list.Len(), "sessions")
		c.Number("in_map", len(pder.sessions), "sessions")
		empty()
	})
	recorded.Run(t, "differs-mutex", func(t *testing.T, c *recorded.Claim) {
		empty()
		sess, _ := pder.SessionInit("ana")
		var waits []string
		for _, call := range []struct {
			name, at string // the called method, and the method that locks
			f        func()
		}{
			{"SessionInit", "SessionInit", func() { pder.SessionInit("bo") }},
			{"SessionUpdate", "SessionUpdate", func() { pder.SessionUpdate("ana") }},
			{"SessionGC", "SessionGC", func() { pder.SessionGC(10) }},
			{"Get", "SessionUpdate", func() { sess.Get("k") }},
			{"Set", "SessionUpdate", func() { sess.Set("k", 1) }},
			{"Delete", "SessionUpdate", func() { sess.Delete("k") }},
		} {
			pder.lock.Lock()
			done := make(chan struct{})
			go func() {
				call.f()
				close(done)
			}()
			await(call.at, 1)
			pder.lock.Unlock()
			<-done
			waits = append(waits, call.name)
		}
		c.Texts("wait_for_lock", waits)
		pder.lock.Lock()
		pder.SessionRead("ana")
		pder.SessionDestroy("ana")
		c.Texts("return_without_lock", []string{"SessionRead", "SessionDestroy"})
		pder.lock.Unlock()
		empty()
	})
}
