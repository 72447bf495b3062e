// Tests each repair by its name in src/evidence/repairs.json, on virtual time.
// claims/repairs_test.go undoes each repair and requires that its test fails.

package repaired

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
	"unsafe"

	"github.com/astaxie/session"
)

// sids returns the ids in the list, from front to back. It fails the test if
// the list and the map do not hold the same sessions.
func sids(t *testing.T, p *Provider) string {
	t.Helper()
	var all []string
	for e := p.list.Front(); e != nil; e = e.Next() {
		st := e.Value.(*SessionStore)
		if all = append(all, st.sid); p.sessions[st.sid] != e || st.ended {
			t.Errorf("the list has a session of %q that the map does not lead to", st.sid)
		}
	}
	if len(all) != len(p.sessions) {
		t.Errorf("the list has %d sessions, the map %d", len(all), len(p.sessions))
	}
	return fmt.Sprint(all)
}

func open(p *Provider, sid string) session.Session {
	sess, _ := p.SessionInit(sid)
	return sess
}

func read(p *Provider, sid string) session.Session {
	sess, _ := p.SessionRead(sid)
	return sess
}

func want(t *testing.T, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// setWallClock changes the wall clock's reading in a time, as if the clock had
// shown that many seconds more. It keeps the monotonic reading. The seconds are
// in the upper bits of the first word.
func setWallClock(t *time.Time, seconds int64) {
	*(*uint64)(unsafe.Pointer(t)) += uint64(seconds) << 30
}

var repairs = map[string]func(t *testing.T, p *Provider){
	"new-in-front": func(t *testing.T, p *Provider) {
		open(p, "ana")
		open(p, "bo")
		want(t, sids(t, p), "[bo ana]")
		time.Sleep(11 * time.Second)
		open(p, "cy")
		p.SessionGC(10)
		want(t, sids(t, p), "[cy]")
	},
	"taken-id-ends": func(t *testing.T, p *Provider) {
		first := open(p, "ana")
		first.Set("user", "Ann")
		second := open(p, "ana")
		want(t, sids(t, p), "[ana]")
		want(t, second.Get("user"), nil)
		want(t, first.Set("user", "Ann"), ErrEnded)
		want(t, read(p, "ana"), second)
	},
	"expired-not-read": func(t *testing.T, p *Provider) {
		old := open(p, "ana")
		old.Set("user", "Ann")
		time.Sleep(1_000_000 * time.Second)
		want(t, read(p, "ana"), old) // no pass has set a lifetime
		p.SessionGC(2_000_000)
		p.maxlifetime = 3600
		want(t, p.SessionExist("ana"), false)
		want(t, read(p, "ana") == old, false)
		want(t, p.SessionExist("ana"), true)
		want(t, sids(t, p), "[ana]")
	},
	"expired-not-revived": func(t *testing.T, p *Provider) {
		p.SessionGC(10)
		old := open(p, "ana")
		old.Set("user", "Ann")
		time.Sleep(11 * time.Second)
		p.SessionUpdate("ana")
		want(t, old.Get("user"), nil)
		want(t, old.Set("user", "Bo"), ErrEnded)
		want(t, old.Delete("user"), ErrEnded)
		p.SessionGC(10)
		want(t, sids(t, p), "[]")
	},
	"ended-is-final": func(t *testing.T, p *Provider) {
		old := open(p, "ana")
		old.Set("user", "Ann")
		p.SessionDestroy("ana")
		p.SessionDestroy("ana")
		namesake := open(p, "ana")
		namesake.Set("user", "Bo")
		open(p, "cy")
		want(t, old.Get("user"), nil)
		want(t, old.Set("user", "Ann"), ErrEnded)
		want(t, old.Delete("user"), ErrEnded)
		want(t, old.SessionID(), "ana")
		want(t, sids(t, p), "[cy ana]")
		want(t, namesake.Get("user"), "Bo")
	},
	"own-provider": func(t *testing.T, p *Provider) {
		namesake := open(pder, "ana")
		open(pder, "bo")
		sess := open(p, "ana")
		open(p, "bo")
		time.Sleep(5 * time.Second)
		want(t, sess.Set("user", "Ann"), nil)
		want(t, sids(t, p), "[ana bo]")
		want(t, sids(t, pder), "[bo ana]")
		want(t, namesake.Get("user"), nil)
		time.Sleep(6 * time.Second)
		p.SessionGC(10)
		want(t, sids(t, p), "[ana]")
	},
	"exact-time": func(t *testing.T, p *Provider) {
		time.Sleep(999 * time.Millisecond)
		open(p, "ana")
		time.Sleep(10 * time.Second)
		p.SessionGC(10)
		want(t, sids(t, p), "[ana]")
		time.Sleep(time.Millisecond)
		p.SessionGC(10)
		want(t, sids(t, p), "[]")
		open(p, "bo")
		p.SessionGC(0)
		want(t, sids(t, p), "[bo]")
		time.Sleep(time.Nanosecond)
		p.SessionGC(0)
		want(t, sids(t, p), "[]")
	},
	"one-order": func(t *testing.T, p *Provider) {
		for name, use := range map[string]func(sess session.Session){
			"Set":    func(sess session.Session) { sess.Set([]int{}, 1) },
			"Get":    func(sess session.Session) { sess.Get([]int{}) },
			"Delete": func(sess session.Session) { sess.Delete([]int{}) },
		} {
			sess := open(p, "ana")
			open(p, "bo")
			func() {
				defer func() { want(t, recover() != nil, true) }()
				use(sess)
			}()
			if got := sids(t, p); got != "[ana bo]" {
				t.Errorf("%s panicked before it touched the session: %s", name, got)
			}
		}
	},
}

func TestRepairs(t *testing.T) {
	for name, test := range repairs {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				test(t, New())
				for e := pder.list.Front(); e != nil; e = pder.list.Front() {
					pder.remove(e)
				}
			})
		})
	}
	// A time on virtual time has no monotonic reading, so this needs real time.
	t.Run("monotonic-clock", func(t *testing.T) {
		for _, seconds := range []int64{-3601, 3601, -86400} {
			p := New()
			sess := open(p, "ana")
			setWallClock(&sess.(*SessionStore).timeAccessed, seconds)
			p.SessionGC(3600)
			want(t, sids(t, p), "[ana]")
			time.Sleep(time.Millisecond)
			p.SessionGC(0)
			want(t, sids(t, p), "[]")
		}
	})
}

func TestProvider(t *testing.T) {
	t.Run("a session uses its values as the listing's does", func(t *testing.T) {
		p := New()
		sess := open(p, "ana")
		want(t, sess.Set("user", "Ann"), nil)
		want(t, sess.Set("none", nil), nil)
		want(t, read(p, "ana"), sess)
		want(t, sess.Get("user"), "Ann")
		want(t, sess.Get("none"), nil)
		want(t, sess.Delete("user"), nil)
		want(t, sess.Get("user"), nil)
		want(t, p.SessionUpdate("nobody"), nil)
		want(t, p.SessionDestroy("nobody"), nil)
		want(t, p.SessionExist("nobody"), false)
		want(t, sids(t, p), "[ana]")
	})
	t.Run("a lifetime of 292 years and more does not overflow", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p := New()
			open(p, "ana")
			time.Sleep(time.Hour)
			p.SessionGC(1 << 62)
			want(t, sids(t, p), "[ana]")
			p.SessionGC(-1 << 63)
			want(t, sids(t, p), "[]")
		})
	})
	t.Run("a session keeps its values under a new id, and the old one ends", func(t *testing.T) {
		p := New()
		old := open(p, "ana")
		old.Set("user", "Ann")
		sess, err := p.SessionRegenerate("ana", "new")
		want(t, err, nil)
		want(t, sess.SessionID(), "new")
		want(t, sess.Get("user"), "Ann")
		want(t, old.Set("user", "Mallory"), ErrEnded)
		want(t, sids(t, p), "[new]")
		again, _ := p.SessionRegenerate("new", "new")
		want(t, again.Get("user"), "Ann")
		other, _ := p.SessionRegenerate("nobody", "other")
		want(t, other.Get("user"), nil)
		want(t, sids(t, p), "[other new]")
	})
	t.Run("the values of an expired session get no new id", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			p := New()
			p.SessionGC(10)
			open(p, "ana").Set("user", "Ann")
			time.Sleep(11 * time.Second)
			sess, _ := p.SessionRegenerate("ana", "new")
			want(t, sess.Get("user"), nil)
		})
	})
}
