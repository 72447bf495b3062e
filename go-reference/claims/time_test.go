// Claims about lifetimes and timers, all on virtual time.

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
			for _, gc := range []struct {
				name     string
				lifetime int64
				left     int
			}{
				{"MaxInt64 - stamp", math.MaxInt64 - stamp, 1},
				{"MaxInt64 - stamp + 1", math.MaxInt64 - stamp + 1, 0},
				{"MaxInt64", math.MaxInt64, 0},
			} {
				open(t)
				store.SessionGC(gc.lifetime)
				c.Holds("one session of this very second, GC(%s): %d left", gc.name, len(order()))
				if len(order()) != gc.left {
					t.Errorf("%s: want %d left", gc.name, gc.left)
				}
			}
		})
	})
}

// counted is a provider that counts the passes of the collector.
type counted struct {
	session.Provider
	passes atomic.Int64 // counted on the timers' goroutines
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

// passesAfter lets time pass and returns the passes made since the last call.
func passesAfter(d time.Duration) int64 {
	before := counter.passes.Load()
	time.Sleep(d)
	synctest.Wait()
	return counter.passes.Load() - before
}

func TestTimers(t *testing.T) {
	recorded.Run(t, "differs-timer-limit", func(t *testing.T, c *recorded.Claim) {
		longest := time.Duration(math.MaxInt64)
		c.Holds("the longest time.Duration: %v, %d years", longest, int(longest.Hours()/24/365.25))
		most := int64(math.MaxInt64 / time.Second)
		c.Holds("time.Duration(%d) * time.Second: %v", most, time.Duration(most)*time.Second)
		c.Holds("time.Duration(%d) * time.Second: %v", most+1, time.Duration(most+1)*time.Second)
		for _, days := range []int64{25, 36_525} {
			synctest.Test(t, func(t *testing.T) { // the timer ends with its bubble
				lifetime := time.Duration(days) * 24 * time.Hour
				collect(t, int64(lifetime/time.Second))
				early := passesAfter(lifetime - 1)
				due := passesAfter(1)
				c.Holds("a lifetime of %d days: passes a nanosecond early %d, then %d", days, early, due)
				if early != 0 || due != 1 {
					t.Errorf("%d days: %d, %d", days, early, due)
				}
			})
		}
	})
	recorded.Run(t, "gc-in-background", func(t *testing.T, c *recorded.Claim) {
		synctest.Test(t, func(t *testing.T) {
			begin := time.Now()
			collect(t, 3600)
			c.Holds("GC returned after %v with %d pass made", time.Since(begin), counter.passes.Load())
			hours := int64(0)
			for range 24 {
				hours += passesAfter(time.Hour)
			}
			c.Holds("passes in the 24 hours after it, lifetime 3600: %d", hours)
			if hours != 24 {
				t.Errorf("got %d passes", hours)
			}
		})
	})
}
