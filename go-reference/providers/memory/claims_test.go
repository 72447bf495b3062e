// Tests the claims about a second Provider and about what a pass looks at, which
// need the listing's own fields.

package memory

import (
	"container/list"
	"math"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session/internal/recorded"
)

// empty removes every session of the package's provider.
func empty() {
	pder.SessionGC(math.MinInt64 / 2)
}

// ages returns the sid and the age of each session, from front to back.
func ages(p *Provider) (all []string) {
	for e := p.list.Front(); e != nil; e = e.Next() {
		st := e.Value.(*SessionStore)
		all = append(all, st.sid+" "+time.Since(st.timeAccessed).String())
	}
	return all
}

func TestGlobalPder(t *testing.T) {
	recorded.Run(t, "global-pder", func(t *testing.T, c *recorded.Claim) {
		synctest.Test(t, func(t *testing.T) {
			empty()
			second := &Provider{list: list.New(), sessions: map[string]*list.Element{}}
			sess, _ := second.SessionInit("ana")
			pder.SessionInit("ana")
			pder.SessionInit("bo")
			pder.SessionUpdate("bo")
			time.Sleep(10 * time.Second)
			sess.Set("user", "Ann")
			c.Texts("ages_in_second", ages(second))
			c.Texts("ages_in_first", ages(pder))
			second.SessionGC(5)
			c.Number("left_in_second", second.list.Len(), "sessions")
		})
	})
}

// TestCost puts elements without a session in front. A pass that looks at one of
// them panics.
func TestCost(t *testing.T) {
	recorded.Run(t, "gc-cost-is-expired-only", func(t *testing.T, c *recorded.Claim) {
		synctest.Test(t, func(t *testing.T) {
			empty()
			pder.SessionInit("ana")
			pder.SessionInit("bo")
			time.Sleep(100 * time.Second)
			pder.SessionInit("alive")
			pder.SessionUpdate("alive")
			for _, sid := range []string{"one", "two"} {
				pder.sessions[sid] = pder.list.PushFront("no session")
			}
			looked := false
			func() {
				defer func() { looked = recover() != nil }()
				pder.SessionGC(10)
			}()
			c.Flag("looked_further", looked)
			c.Number("left", pder.list.Len(), "elements")
			pder.list.Init()
			clear(pder.sessions)
		})
	})
}
