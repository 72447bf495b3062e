// Tests what only Go can show: goroutines, and the end of the passes.

package manager

import (
	"context"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/repaired"
)

// slow is a store that answers when ten visitors wait for it at once, or at the end.
type slow struct {
	*Memory
	inside atomic.Int64
	answer chan struct{}
	end    context.Context
}

func (s *slow) SessionInit(sid string) (session.Session, error) {
	if s.inside.Add(1) == 10 {
		close(s.answer)
	}
	select {
	case <-s.answer:
		return s.Memory.SessionInit(sid)
	case <-s.end.Done():
		return nil, s.end.Err()
	}
}

func newMemory(t *testing.T, maxlifetime int64, maxSessions int) *Memory {
	t.Helper()
	memory, err := NewMemory(maxlifetime, maxSessions)
	if err != nil {
		t.Fatal(err)
	}
	return memory
}

func TestTenVisitorsWaitAtOnce(t *testing.T) {
	end, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	store := &slow{Memory: newMemory(t, 3600, 0), answer: make(chan struct{}), end: end}
	defer store.Close()
	m, err := NewManager(store, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			if _, err := m.SessionStart(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

func TestPasses(t *testing.T) {
	for _, c := range []struct {
		about       string
		maxlifetime int64
		after       time.Duration
		closed      bool
		want        int
	}{
		{"a session goes soon after it has expired", 10, 21 * time.Second, false, 0},
		{"the next pass comes within a minute", 100, 121 * time.Second, false, 0},
		{"there is none after Close", 10, time.Hour, true, 1},
	} {
		t.Run(c.about, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				memory := newMemory(t, c.maxlifetime, 0)
				memory.SessionInit("ana")
				if c.closed {
					memory.Close()
					memory.Close()
				}
				time.Sleep(c.after)
				synctest.Wait()
				if got := repaired.CountMapped(memory.sessions); got != c.want {
					t.Errorf("got %d sessions, want %d", got, c.want)
				}
			})
		})
	}
	t.Run("a pass in progress at Close is the last", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			memory := newMemory(t, 10, 0)
			memory.Close()
			memory.collect()
			if memory.timer.Stop() {
				t.Error("another pass is planned")
			}
		})
	})
}

func TestThreads(t *testing.T) {
	memory := newMemory(t, 3600, 50)
	defer memory.Close()
	m, err := NewManager(memory, Options{AbsoluteLifetime: 3600})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range 100 {
		all.Go(func() {
			cookie := ""
			for j := range 50 {
				w, r := httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)
				r.Header.Set("Cookie", cookie)
				var err error
				switch (i + j) % 5 {
				case 0:
					_, err = m.SessionRegenerate(w, r)
				case 1:
					err = m.SessionDestroy(w, r)
				default:
					var sess session.Session
					if sess, err = m.SessionStart(w, r); err == nil {
						sess.Set("user", i)
						sess.Get("user")
					}
				}
				if err != nil {
					t.Error(err)
				}
				for _, set := range w.Result().Cookies() {
					cookie = set.Name + "=" + set.Value
				}
				memory.SessionGC(0)
			}
		})
	}
	all.Wait()
	if got := repaired.CountMapped(memory.sessions); got > 50 {
		t.Errorf("got %d sessions, want at most 50", got)
	}
}
