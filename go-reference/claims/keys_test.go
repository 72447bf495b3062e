// Claims about keys, values and sids, which depend on Go's maps and strings.

package claims

import (
	"math"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/internal/recorded"
	"github.com/astaxie/session/providers/memory"
)

// store is the provider that the listing registers.
var store = memory.Registered()

// everything is a lifetime in seconds that expires every session.
const everything = math.MinInt64 / 2

// open empties the store and returns a new session.
func open(t *testing.T) *memory.SessionStore {
	t.Helper()
	store.SessionGC(everything)
	return add(t, "ana")
}

// add creates a session and returns it.
func add(t *testing.T, sid string) *memory.SessionStore {
	t.Helper()
	sess, err := store.SessionInit(sid)
	if err != nil {
		t.Fatal(err)
	}
	return sess.(*memory.SessionStore)
}

// values returns the number of values in a session, or -1 if it is not listed.
func values(sess *memory.SessionStore) int {
	for _, e := range memory.AppendList(nil, store) {
		if e.Session == sess {
			return len(e.Values)
		}
	}
	return -1
}

// order returns the sids in the list from front to back.
func order() (sids []string) {
	for _, e := range memory.AppendList(nil, store) {
		sids = append(sids, e.Session.SessionID())
	}
	return sids
}

// panicOf returns the text of f's panic, or "" if f does not panic.
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
		c.Number("values", values(sess), "values")
		c.Flag("each_found", sess.Get(1) == "int" && sess.Get(int64(1)) == "int64" && sess.Get(1.0) == "float64")
		c.Flag("uint_found", sess.Get(uint(1)) != nil)
	})
	recorded.Run(t, "differs-nan-key", func(t *testing.T, c *recorded.Claim) {
		sess, nan := open(t), math.NaN()
		sess.Set(nan, "first")
		sess.Set(nan, "second")
		c.Number("values", values(sess), "values")
		c.Flag("found", sess.Get(nan) != nil)
		sess.Delete(nan)
		c.Number("values_after_delete", values(sess), "values")
	})
	recorded.Run(t, "differs-composite-keys", func(t *testing.T, c *recorded.Claim) {
		type point struct{ x, y int }
		sess := open(t)
		sess.Set(point{1, 2}, "struct")
		sess.Set([2]int{1, 2}, "array")
		sess.Set(&point{1, 2}, "pointer")
		c.Flag("equal_struct_found", sess.Get(point{1, 2}) == "struct")
		c.Flag("equal_array_found", sess.Get([2]int{1, 2}) == "array")
		c.Flag("other_pointer_found", sess.Get(&point{1, 2}) != nil)
	})
	recorded.Run(t, "differs-unhashable-keys", func(t *testing.T, c *recorded.Claim) {
		sess := open(t)
		var panics []string
		for _, key := range []any{[]int{1}, map[string]int{}, func() {}, struct{ s []int }{}} {
			if text := panicOf(func() { sess.Set(key, 1) }); text != "" {
				panics = append(panics, text)
			}
		}
		c.Texts("panics", panics)
		c.Number("values", values(sess), "values")
	})
	recorded.Run(t, "differs-nil", func(t *testing.T, c *recorded.Claim) {
		sess := open(t)
		sess.Set("nil", nil)
		sess.Set("typed", (*int)(nil))
		c.Flag("nil_is_nil", sess.Get("nil") == nil)
		c.Flag("typed_nil_is_nil", sess.Get("typed") == nil)
		sess.Set(nil, "nil")
		sess.Set((*int)(nil), "typed")
		c.Flag("typed_nil_is_another_key", sess.Get(nil) == "nil" && sess.Get((*int)(nil)) == "typed")
	})
	recorded.Run(t, "values-aliased", func(t *testing.T, c *recorded.Claim) {
		sess, cart := open(t), map[string]int{"tea": 1}
		sess.Set("cart", cart)
		cart["tea"] = 2
		got := sess.Get("cart").(map[string]int)
		c.Number("tea_seen_by_store", got["tea"], "tea")
		got["tea"] = 3
		c.Number("tea_seen_by_caller", cart["tea"], "tea")
		type basket struct{ tea int }
		mine := basket{1}
		sess.Set("struct", mine)
		mine.tea = 2
		c.Number("tea_of_struct_in_store", sess.Get("struct").(basket).tea, "tea")
		teas := [1]int{1}
		sess.Set("array", teas)
		teas[0] = 2
		c.Number("tea_of_array_in_store", sess.Get("array").([1]int)[0], "tea")
	})
}

func TestStrings(t *testing.T) {
	recorded.Run(t, "differs-strings", func(t *testing.T, c *recorded.Claim) {
		open(t)
		nfc, nfd := add(t, "\u00e9"), add(t, "e\u0301")
		c.Flag("normal_forms_are_one", nfc == nfd)
		half, other := add(t, "\xff"), add(t, "\xfe")
		half.Set("of", "ff")
		read, _ := store.SessionRead("\xff")
		c.Flag("bytes_are_kept", read == half && half != other && half.SessionID() == "\xff")
		plain := true
		for _, name := range []string{"__proto__", "constructor"} {
			before := len(order())
			sess, _ := store.SessionRead(name)
			plain = plain && len(order()) == before+1 && sess.Get(name) == nil
			sess.Set(name, 1)
			plain = plain && sess.Get(name) == 1 && sess.Get("toString") == nil
		}
		c.Flag("names_are_plain", plain)
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Cookie", "gosessionid=%ff")
		manager, err := session.NewManager("memory", "gosessionid", 3600)
		if err != nil {
			t.Fatal(err)
		}
		sid := manager.SessionStart(httptest.NewRecorder(), r).SessionID()
		c.Flag("cookie_bytes_are_kept", sid == "\xff")
	})
}

func TestUnhashableKeyOrder(t *testing.T) {
	recorded.Run(t, "unhashable-key-order", func(t *testing.T, c *recorded.Claim) {
		for _, call := range []struct {
			name string
			f    func(sess *memory.SessionStore)
		}{
			{"set", func(sess *memory.SessionStore) { sess.Set([]int{}, 1) }},
			{"delete", func(sess *memory.SessionStore) { sess.Delete([]int{}) }},
			{"get", func(sess *memory.SessionStore) { sess.Get([]int{}) }},
		} {
			synctest.Test(t, func(t *testing.T) {
				sess := open(t)
				add(t, "bo").Set("k", 1) // moves bo to the front
				time.Sleep(10 * time.Second)
				text := panicOf(func() { call.f(sess) })
				list := memory.AppendList(nil, store)
				touched := list[0].Session == sess && time.Since(list[0].TimeAccessed) == 0
				c.Text(call.name+"_panic", text)
				c.Flag(call.name+"_touched_before", touched)
			})
		}
	})
}
