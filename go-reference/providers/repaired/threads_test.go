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

func TestThreads(t *testing.T) {
	for name, use := range map[string]func(p *Provider, i int){
		"locked-provider": func(p *Provider, i int) {
			sid := fmt.Sprint(i % 10)
			p.SessionRead(sid)
			p.SessionExist(sid)
			p.SessionUpdate(sid)
			p.SessionInit(sid)
			p.SessionRegenerate(sid, fmt.Sprint(i%7))
			p.SessionDestroy(sid)
			p.SessionGC(3600)
		},
		"locked-values": func(p *Provider, i int) {
			sess, _ := p.SessionRead("shared")
			sess.Set(i%10, i)
			sess.Get(i % 10)
			sess.Delete(i % 10)
			sess.SessionID()
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := New()
			var all sync.WaitGroup
			for i := range goroutines {
				all.Go(func() {
					for range 10 {
						use(p, i)
					}
				})
			}
			all.Wait()
			sids(t, p)
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
