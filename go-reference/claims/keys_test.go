// Claims about keys, values and sids: what Go's maps and strings do.

package claims

import (
	"math"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session/internal/recorded"
	"github.com/astaxie/session/providers/memory"
)

// store is the provider that the listing registers.
var store = memory.Registered()

// everything is a lifetime that expires every session.
const everything = math.MinInt64 / 2

// open returns a new session in an otherwise empty store.
func open(t *testing.T) *memory.SessionStore {
	t.Helper()
	store.SessionGC(everything)
	return add(t, "ana")
}

// add returns a new session.
func add(t *testing.T, sid string) *memory.SessionStore {
	t.Helper()
	sess, err := store.SessionInit(sid)
	if err != nil {
		t.Fatal(err)
	}
	return sess.(*memory.SessionStore)
}

// values returns how many values a session holds.
func values(sess *memory.SessionStore) int {
	for _, e := range memory.AppendList(nil) {
		if e.Session == sess {
			return len(e.Values)
		}
	}
	return -1
}

// order returns the sids front to back.
func order() (sids []string) {
	for _, e := range memory.AppendList(nil) {
		sids = append(sids, e.Session.SessionID())
	}
	return sids
}

// panicOf returns what f panics with as text, "" if it does not.
func panicOf(f func()) (text string) {
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case error:
			text = reason.Error()
		default:
			text = "not an error"
		}
	}()
	f()
	return ""
}

func TestKeys(t *testing.T) {
	recorded.Run(t, "differs-number-keys", func(t *testing.T, c *recorded.Claim) {
		sess := open(t)
		sess.Set(1, "int")
		sess.Set(int64(1), "int64")
		sess.Set(1.0, "float64")
		c.Holds("Set(1), Set(int64(1)), Set(1.0): %d values", values(sess))
		c.Holds("Get(1), Get(int64(1)), Get(1.0): %v, %v, %v", sess.Get(1), sess.Get(int64(1)), sess.Get(1.0))
		c.Holds("Get(uint(1)): %v", sess.Get(uint(1)))
		if values(sess) != 3 || sess.Get(1) != "int" || sess.Get(uint(1)) != nil {
			t.Error("the three are not three keys")
		}
	})
	recorded.Run(t, "differs-nan-key", func(t *testing.T, c *recorded.Claim) {
		sess, nan := open(t), math.NaN()
		sess.Set(nan, "first")
		sess.Set(nan, "second")
		c.Holds("two Set of one NaN: %d values", values(sess))
		c.Holds("Get(NaN): %v", sess.Get(nan))
		sess.Delete(nan)
		c.Holds("after Delete(NaN): %d values", values(sess))
		if values(sess) != 2 || sess.Get(nan) != nil {
			t.Error("a NaN is not each time a new, unreadable key")
		}
	})
	recorded.Run(t, "differs-composite-keys", func(t *testing.T, c *recorded.Claim) {
		type point struct{ x, y int }
		sess := open(t)
		sess.Set(point{1, 2}, "struct")
		sess.Set([2]int{1, 2}, "array")
		sess.Set(&point{1, 2}, "pointer")
		c.Holds("Get of an equal struct: %v", sess.Get(point{1, 2}))
		c.Holds("Get of an equal array: %v", sess.Get([2]int{1, 2}))
		c.Holds("Get of a pointer to an equal struct: %v", sess.Get(&point{1, 2}))
		if sess.Get(point{1, 2}) != "struct" || sess.Get([2]int{1, 2}) != "array" || sess.Get(&point{1, 2}) != nil {
			t.Error("structs and arrays are not keys by value, pointers by identity")
		}
	})
	recorded.Run(t, "differs-unhashable-keys", func(t *testing.T, c *recorded.Claim) {
		sess := open(t)
		for _, key := range []any{[]int{1}, map[string]int{}, func() {}, struct{ s []int }{}} {
			text := panicOf(func() { sess.Set(key, 1) })
			c.Holds("Set: %s", text)
			if text == "" {
				t.Errorf("%T is taken as a key", key)
			}
		}
		c.Holds("afterwards: %d values", values(sess))
	})
	recorded.Run(t, "differs-nil", func(t *testing.T, c *recorded.Claim) {
		sess := open(t)
		sess.Set("nil", nil)
		sess.Set("typed", (*int)(nil))
		c.Holds("Set(nil), Get() == nil: %v", sess.Get("nil") == nil)
		c.Holds("Set((*int)(nil)), Get() == nil: %v", sess.Get("typed") == nil)
		sess.Set(nil, "nil")
		sess.Set((*int)(nil), "typed")
		c.Holds("as keys: Get(nil), Get((*int)(nil)): %v, %v", sess.Get(nil), sess.Get((*int)(nil)))
		if sess.Get("nil") != nil || sess.Get("typed") == nil || sess.Get(nil) != "nil" {
			t.Error("a typed nil is nil")
		}
	})
	recorded.Run(t, "values-aliased", func(t *testing.T, c *recorded.Claim) {
		sess, cart := open(t), map[string]int{"tea": 1}
		sess.Set("cart", cart)
		cart["tea"] = 2
		got := sess.Get("cart").(map[string]int)
		c.Holds("Set(cart), then tea = 2 in the caller's cart, Get(): %v", got)
		got["tea"] = 3
		c.Holds("then tea = 3 in what Get gave, the caller's cart: %v", cart)
		if cart["tea"] != 3 {
			t.Error("the store copies")
		}
	})
}

func TestStrings(t *testing.T) {
	recorded.Run(t, "differs-strings", func(t *testing.T, c *recorded.Claim) {
		open(t)
		nfc, nfd := add(t, "\u00e9"), add(t, "e\u0301")
		c.Holds("the sids %+q and %+q lead to one session: %v", nfc.SessionID(), nfd.SessionID(), nfc == nfd)
		half, other := add(t, "\xff"), add(t, "\xfe")
		half.Set("of", "ff")
		read, _ := store.SessionRead("\xff")
		c.Holds("the sids %q and %q, not UTF-8, are kept as they are: %q and %q",
			"\xff", "\xfe", half.SessionID(), other.SessionID())
		c.Holds("SessionRead(%q) gives the value of %v", "\xff", read.Get("of"))
		if nfc == nfd || read != half || half == other {
			t.Error("sids are not told apart byte by byte")
		}
		for _, name := range []string{"__proto__", "constructor"} {
			before := len(order())
			sess, _ := store.SessionRead(name)
			c.Holds("SessionRead(%q): %d session more, Get(%q): %v", name, len(order())-before, name, sess.Get(name))
			sess.Set(name, 1)
			c.Holds("after Set(%q, 1), Get: %v, Get(\"toString\"): %v", name, sess.Get(name), sess.Get("toString"))
			if sess.Get(name) != 1 || sess.Get("toString") != nil {
				t.Errorf("%s is not a plain sid and key", name)
			}
		}
	})
}

func TestUnhashableKeyOrder(t *testing.T) {
	recorded.Run(t, "unhashable-key-order", func(t *testing.T, c *recorded.Claim) {
		for _, call := range []struct {
			name    string
			touches bool
			f       func(sess *memory.SessionStore)
		}{
			{"Set", false, func(sess *memory.SessionStore) { sess.Set([]int{}, 1) }},
			{"Delete", false, func(sess *memory.SessionStore) { sess.Delete([]int{}) }},
			{"Get", true, func(sess *memory.SessionStore) { sess.Get([]int{}) }},
		} {
			synctest.Test(t, func(t *testing.T) {
				sess := open(t)
				add(t, "bo").Set("k", 1) // bo to the front
				time.Sleep(10 * time.Second)
				text := panicOf(func() { call.f(sess) })
				list := memory.AppendList(nil)
				touched := list[0].Session == sess && time.Since(list[0].TimeAccessed) == 0
				c.Holds("%s: %s; touched before: %v", call.name, text, touched)
				if text == "" || touched != call.touches {
					t.Errorf("%s: %q, touched %v", call.name, text, touched)
				}
			})
		}
	})
}
