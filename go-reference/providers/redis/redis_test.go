// Tests that the provider keeps the promises of the interfaces.

package redis

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"net"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/astaxie/session"
)

// secret is a session id that no error may contain.
const secret = "SECRETSECRETSECRET"

// must returns the value of a call that must not fail.
func must[T any](t *testing.T) func(value T, err error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

// wants fails the test unless got is what is wanted.
func wants(t *testing.T, what string, got, want interface{}) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestContract(t *testing.T) {
	pder := startRedis(t).open(t, 0)
	ctx := context.Background()
	sess := must[session.Session](t)(pder.SessionInit("ana"))
	wants(t, "id", sess.SessionID(), "ana")
	wants(t, "missing key", sess.Get("user"), nil)
	keys := []string{"a", "A", "", "1", ":", "session", "\r\n", "*", strings.Repeat("k", 1<<20)}
	for _, key := range keys {
		sess.Set(key, "first")
		if err := sess.Set(key, key); err != nil {
			t.Fatal(err)
		}
	}
	again := must[session.Session](t)(pder.SessionRead("ana"))
	for _, key := range keys {
		wants(t, "key "+named(key), again.Get(key), key)
	}
	wants(t, "deleted", sess.Delete("a"), nil)
	wants(t, "deleted twice", sess.Delete("a"), nil)
	wants(t, "value of the deleted key", sess.Get("a"), nil)
	wants(t, "value of another key", sess.Get("A"), "A")

	for _, sid := range []string{"", "\r\n", "*", "__proto__", strings.Repeat("s", 1<<20)} {
		other := must[session.Session](t)(pder.SessionRead(sid))
		wants(t, "new session", other.Get("A"), nil)
		wants(t, "set", other.Set("user", "Bo"), nil)
		wants(t, "destroyed", pder.SessionDestroy(sid), nil)
		wants(t, "exists", pder.SessionExist(sid), false)
	}
	for _, use := range []func(){
		func() { sess.Set("A", 1) },
		func() { sess.Get("A") },
		func() { sess.Delete("A") },
		func() { pder.SessionRead("ana") },
		func() { pder.SessionFind("ana") },
		func() { pder.SessionRegenerate("ana", "ana") },
	} {
		pder.client.PExpire(ctx, "session:ana", time.Second)
		use()
		if left := pder.client.PTTL(ctx, "session:ana").Val(); left <= time.Second || left > 10*time.Second {
			t.Errorf("a call did not give the session its lifetime: %v left", left)
		}
	}
	newsess := must[session.Session](t)(pder.SessionRegenerate("ana", "bo"))
	wants(t, "moved value", newsess.Get("1"), "1")
	wants(t, "old id", pder.SessionExist("ana"), false)
	wants(t, "old handle", sess.Set("user", "Eve"), ErrEnded)
	wants(t, "destroyed", pder.SessionDestroy("bo"), nil)
	wants(t, "set after the end", newsess.Set("user", "Ann"), ErrEnded)
	wants(t, "delete after the end", newsess.Delete("user"), ErrEnded)
	wants(t, "get after the end", newsess.Get("user"), nil)
	wants(t, "keys left", pder.client.DBSize(ctx).Val(), int64(0))
}

func TestExpiry(t *testing.T) {
	pder := startRedis(t).open(t, 0)
	sess := must[session.Session](t)(pder.SessionInit("ana"))
	sess.Set("user", "Ann")
	pder.SessionGC(math.MinInt64 / 2)
	wants(t, "after a collection", sess.Get("user"), "Ann")
	pder.client.PExpire(context.Background(), "session:ana", 0)
	wants(t, "after its time", sess.Get("user"), nil)
	wants(t, "set after its time", sess.Set("user", "Ann"), ErrEnded)
	for _, lifetime := range []int64{0, -1, longest + 1} {
		if _, err := Open(lifetime, 0, "redis://127.0.0.1:1"); err == nil || !strings.HasPrefix(err.Error(), "maxlifetime: ") {
			t.Errorf("lifetime %d: got %v", lifetime, err)
		}
	}
}

func TestValues(t *testing.T) {
	pder := startRedis(t).open(t, 0)
	sess := must[session.Session](t)(pder.SessionInit("ana"))
	for _, c := range []struct{ value, want interface{} }{
		{nil, nil},
		{true, true},
		{"\x00\r\n\"😀", "\x00\r\n\"😀"},
		{1, 1.0},
		{uint8(1), 1.0},
		{1.5, 1.5},
		{[]string{"a"}, []interface{}{"a"}},
		{map[string]interface{}{"a": []interface{}{nil, 1}}, map[string]interface{}{"a": []interface{}{nil, 1.0}}},
		{strings.Repeat("x", 1<<21-2), strings.Repeat("x", 1<<21-2)},
		{nested(deepest), nested(deepest)},
		{[]time.Duration{1}, []interface{}{1.0}},
		{map[role]role{"a": "b"}, map[string]interface{}{"a": "b"}},
	} {
		wants(t, "set", sess.Set("key", c.value), nil)
		wants(t, "get", sess.Get("key"), c.want)
	}
	circle := []interface{}{nil}
	circle[0] = circle
	for _, value := range []interface{}{
		math.NaN(), math.Inf(1), int64(math.MaxInt64), uint64(math.MaxUint64), "\xff",
		time.Now(), []byte("a"), map[int]string{1: "a"}, struct{}{}, func() {}, make(chan int), new(int), circle,
		struct{ user string }{"Ann"}, &session.Manager{}, errors.New("a"), 1i, uintptr(1), map[interface{}]int{"a": 1},
		json.Number("1"), json.RawMessage("1"), shown1("a"), []shown2{"a"}, []shown3{"a"}, map[string]interface{}{"\xff": 1},
		nested(deepest + 1), sync.Mutex{}, (*int)(nil), reflect.ValueOf(1), big.NewInt(1), net.IPv4(1, 2, 3, 4),
	} {
		for _, value := range []interface{}{value, []interface{}{1, value}, map[string]interface{}{"a": value}} {
			err := sess.Set("cart", value)
			if err == nil || !strings.HasPrefix(err.Error(), `session: the value of "cart": `) {
				t.Errorf("%T: got %v", value, err)
			}
		}
	}
	wants(t, "a refused value", sess.Get("cart"), nil)
	if err := sess.Set("\xff", "a"); err == nil || err.Error() != `session: want a key that is UTF-8, got "\xff"` {
		t.Error(err)
	}
	if err := sess.Set(1, "a"); err == nil || err.Error() != `session: want a key that is a string, got int "1"` {
		t.Error(err)
	}
}

// nested returns lists in each other.
func nested(levels int) interface{} {
	var value interface{}
	for range levels {
		value = []interface{}{value}
	}
	return value
}

type (
	role   string // JSON writes it as it is
	shown1 string
	shown2 string
	shown3 string
)

func (shown1) MarshalText() ([]byte, error)  { return nil, nil }
func (*shown2) MarshalText() ([]byte, error) { return nil, nil }
func (*shown3) MarshalJSON() ([]byte, error) { return []byte("1"), nil }

func TestLimit(t *testing.T) {
	pder := startRedis(t).open(t, 0)
	sess := must[session.Session](t)(pder.SessionInit("ana"))
	err := sess.Set("cart", strings.Repeat("x", 1<<21-1))
	wants(t, "too long", fmt.Sprint(err), `session: the value of "cart": it has 2097153 bytes as JSON, and the limit is 2097152; store less, or raise MaxBytes`)
	pder.MaxBytes = 10
	wants(t, "ten bytes", sess.Set("cart", "éééé"), nil)
	err = sess.Set("cart", "éééé1")
	wants(t, "eleven bytes", fmt.Sprint(err), `session: the value of "cart": it has 11 bytes as JSON, and the limit is 10; store less, or raise MaxBytes`)
	wants(t, "kept", sess.Get("cart"), "éééé")
	for _, value := range []string{"<&>aaaaa", "😀😀"} { // bytes as JSON writes them, no escapes
		wants(t, value, sess.Set("cart", value), nil)
		wants(t, "one more than "+value, sess.Set("cart", value+"1") == nil, false)
		wants(t, value, sess.Get("cart"), value)
	}
	err = sess.Set(strings.Repeat("x", 39)+"😀", "ten bytes or more")
	wants(t, "a cut key", strings.HasPrefix(fmt.Sprint(err), `session: the value of "`+strings.Repeat("x", 39)+`…": `), true)
	for _, limit := range []int{0, -1} {
		pder.MaxBytes = limit
		if err := sess.Set("cart", 1); err == nil || !strings.Contains(err.Error(), fmt.Sprint("the limit is ", limit)) {
			t.Error(err)
		}
	}
	for _, timeout := range []time.Duration{-1, 1, time.Millisecond - 1} {
		if _, err := Open(10, timeout, "redis://127.0.0.1:1"); err == nil || !strings.HasPrefix(err.Error(), "timeout: ") {
			t.Error(err)
		}
	}
}

// TestCluster runs on the cluster that test/redis/cluster.test.ts starts.
func TestCluster(t *testing.T) {
	urls := strings.Fields(os.Getenv("REDIS_CLUSTER"))
	if len(urls) == 0 {
		t.Skip("npm run test:redis starts the cluster that this test needs")
	}
	pder := must[*Provider](t)(Open(10, 0, urls...))
	defer pder.Close()
	pder.Failed = func(err error) { t.Error(err) }
	for i := range 60 {
		sid := fmt.Sprint("go ", i)
		sess := must[session.Session](t)(pder.SessionInit(sid))
		wants(t, "set", sess.Set("user", sid), nil)
		moved := must[session.Session](t)(pder.SessionRegenerate(sid, sid+" new"))
		wants(t, "moved value", moved.Get("user"), sid)
		wants(t, "old id", pder.SessionExist(sid), false)
		wants(t, "destroyed", pder.SessionDestroy(sid+" new"), nil)
	}
}
