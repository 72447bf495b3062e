// Tests that a thousand goroutines can use one provider. The race detector
// reports each access without the lock: claims/repairs_test.go runs this with
// -race.

package repaired

import (
	"fmt"
	"sync"
	"testing"

	"github.com/astaxie/session"
)

// goroutines is how many goroutines use the provider at the same time.
const goroutines = 1000

// use is one call of a method; i is the goroutine's number.
type use = func(p *Provider, sess session.Session, i int)

// sid is one of ten ids. Goroutines 0 and 1 have the same, and so on, because
// some calls are made only by goroutines with an even number.
func sid(i int) string { return fmt.Sprint(i / 2 % 10) }

// inThreads makes the calls in each goroutine, ten times, on a new provider
// with the session "shared".
func inThreads(t *testing.T, calls ...use) {
	p := New()
	sess := open(p, "shared")
	var all sync.WaitGroup
	for i := range goroutines {
		all.Go(func() {
			for range 10 {
				for _, call := range calls {
					call(p, sess, i)
				}
			}
		})
	}
	all.Wait()
	sids(t, p)
}

func TestThreads(t *testing.T) {
	for name, calls := range map[string][]use{
		"locked-provider": {
			func(p *Provider, _ session.Session, i int) { p.SessionRead(sid(i)) },
			func(p *Provider, _ session.Session, i int) { p.SessionExist(sid(i)) },
			func(p *Provider, _ session.Session, i int) { p.SessionUpdate(sid(i)) },
			func(p *Provider, _ session.Session, i int) { p.SessionInit(sid(i)) },
			func(p *Provider, _ session.Session, i int) {
				p.SessionRegenerate(sid(i), fmt.Sprint(i%7))
			},
			func(p *Provider, _ session.Session, i int) { p.SessionDestroy(sid(i)) },
			func(p *Provider, _ session.Session, i int) { p.SessionGC(3600) },
		},
		"locked-values": {
			func(_ *Provider, sess session.Session, i int) { sess.Set(i%10, i) },
			func(_ *Provider, sess session.Session, i int) { sess.Get(i % 10) },
			func(_ *Provider, sess session.Session, i int) { sess.Delete(i % 10) },
			func(_ *Provider, sess session.Session, i int) { sess.SessionID() },
		},
	} {
		t.Run(name, func(t *testing.T) {
			// One half of the goroutines only calls one method, and the other
			// half only creates sessions. So no other lock orders their calls,
			// and the race detector reports a missing lock even if the
			// goroutines run one after the other.
			for _, call := range calls {
				inThreads(t, func(p *Provider, sess session.Session, i int) {
					if i%2 == 0 {
						call(p, sess, i)
					} else {
						p.SessionInit(sid(i))
					}
				})
			}
			inThreads(t, calls...)
		})
	}
	t.Run("every goroutine reads the same new session", func(t *testing.T) {
		p := New()
		found := make([]session.Session, goroutines)
		var all sync.WaitGroup
		for i := range goroutines {
			all.Go(func() { found[i], _ = p.SessionRead("ana") })
		}
		all.Wait()
		for _, sess := range found {
			if sess != found[0] {
				t.Fatal("two goroutines got two sessions of one id")
			}
		}
	})
}
