// Claims about lifetimes and timers. All of them use virtual time.

package claims

import (
	"math"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/internal/recorded"
)

func TestInt64(t *testing.T) {
	recorded.Run(t, "differs-int64", func(t *testing.T, c *recorded.Claim) {
		synctest.Test(t, func(t *testing.T) {
			stamp := time.Now().Unix()
			for name, lifetime := range map[string]int64{
				"left_at_limit":     math.MaxInt64 - stamp,
				"left_above_limit":  math.MaxInt64 - stamp + 1,
				"left_at_max_int64": math.MaxInt64,
			} {
				open(t)
				store.SessionGC(lifetime)
				c.Number(name, len(order()), "sessions")
			}
		})
	})
}

// counted is a provider that counts the passes of the collector.
type counted struct {
	session.Provider
	passes atomic.Int64 // atomic, because the timers' goroutines change it
}

func (p *counted) SessionGC(int64) {
	p.passes.Add(1)
}

var counter = &counted{}

func init() {
	session.Register("counted", counter)
}

// collect starts the manager's collector with this lifetime, in seconds.
func collect(t *testing.T, lifetime int64) {
	t.Helper()
	manager, err := session.NewManager("counted", "gosessionid", lifetime)
	if err != nil {
		t.Fatal(err)
	}
	counter.passes.Store(0)
	manager.GC()
}

// passesAfter sleeps for d and returns the number of passes in that time.
func passesAfter(d time.Duration) int64 {
	before := counter.passes.Load()
	time.Sleep(d)
	synctest.Wait()
	return counter.passes.Load() - before
}

func TestTimers(t *testing.T) {
	recorded.Run(t, "differs-timer-limit", func(t *testing.T, c *recorded.Claim) {
		longest := time.Duration(math.MaxInt64)
		c.Number("longest", int(longest.Hours()/24/365.25), "years")
		most := int64(math.MaxInt64 / time.Second)
		c.Number("longest_lifetime", int(most), "seconds")
		c.Flag("wraps_above", time.Duration(most+1)*time.Second < 0)
		for name, days := range map[string]int64{"days_25": 25, "days_36525": 36_525} {
			synctest.Test(t, func(t *testing.T) { // a bubble of its own, which stops the timer
				lifetime := time.Duration(days) * 24 * time.Hour
				collect(t, int64(lifetime/time.Second))
				early := passesAfter(lifetime - 1)
				due := passesAfter(1)
				c.Number(name+"_early", int(early), "passes")
				c.Number(name+"_due", int(due), "passes")
			})
		}
	})
	recorded.Run(t, "gc-in-background", func(t *testing.T, c *recorded.Claim) {
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			collect(t, 3600)
			c.Number("waited", int(time.Since(begin)), "nanoseconds")
			c.Number("passes_at_once", int(counter.passes.Load()), "passes")
			hours := int64(0)
			for range 24 {
				hours += passesAfter(time.Hour)
			}
			c.Number("passes_in_24_hours", int(hours), "passes")
		})
	})
}
