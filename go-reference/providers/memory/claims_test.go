// The claim that needs the listing's own fields: a second Provider.

package memory

import (
	"container/list"
	"math"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session/internal/recorded"
)

// empty expires every session of the package's provider.
func empty() {
	pder.SessionGC(math.MinInt64 / 2)
}

// ages returns sid and age in seconds of each session, front to back.
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
			theirs, ours := strings.Join(ages(second), ", "), strings.Join(ages(pder), ", ")
			c.Holds("10 s later Set on ana of a second Provider; sid and age there: %s", theirs)
			c.Holds("and in the package's own: %s", ours)
			if theirs != "ana 10s" || ours != "ana 0s, bo 10s" {
				t.Errorf("got %s and %s", theirs, ours)
			}
			second.SessionGC(5)
			c.Holds("then GC(5) of the second Provider: %d left", second.list.Len())
			if second.list.Len() != 0 {
				t.Error("the session in use was kept")
			}
		})
	})
}
