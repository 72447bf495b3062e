// Tests that encoding/json reads back the values that were written.

package main

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestAppendString(t *testing.T) {
	var all strings.Builder
	for r := rune(0); r < 0x300; r++ {
		all.WriteRune(r)
	}
	for _, s := range []string{"", "a", `"\`, all.String(), "安娜", "😀", "\u2027\u2028\u2029\u202a", "\u2068\u2069\u22a8", "\ufffd\ufeff"} {
		b := appendString(nil, s)
		var got string
		if err := json.Unmarshal(b, &got); err != nil || got != s {
			t.Errorf("%s: got %q, %v, want %q", b, got, err, s)
		}
		if strings.ContainsAny(string(b), "\n\r\u2028\u2029\x00\x7f") {
			t.Errorf("%s: a separator or control character is not escaped", b)
		}
	}
}

func TestAppendNumber(t *testing.T) {
	for _, c := range []struct {
		f    float64
		want string
	}{
		{0, "0"}, {math.Copysign(0, -1), "-0"}, {1, "1"}, {-1.5, "-1.5"}, {1e20, "100000000000000000000"},
		{1e21, "1e+21"}, {1e-6, "0.000001"}, {1e-7, "1e-07"}, {0.30000000000000004, "0.30000000000000004"},
		{math.MaxFloat64, "1.7976931348623157e+308"}, {math.SmallestNonzeroFloat64, "5e-324"},
	} {
		if got := string(appendNumber(nil, c.f)); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
	for range 10_000 {
		f := math.Float64frombits(rand.Uint64())
		if math.IsNaN(f) || math.IsInf(f, 0) {
			continue
		}
		b := appendNumber(nil, f)
		var got float64
		if err := json.Unmarshal(b, &got); err != nil || math.Float64bits(got) != math.Float64bits(f) {
			t.Fatalf("%s: got %v, %v, want %v", b, got, err, f)
		}
		if back, err := scalar(token{string(b), false}); err != nil || back != f {
			t.Fatalf("%s: scalar returned %v, %v, want %v", b, back, err, f)
		}
	}
}

func TestAppendScalar(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
	}{{nil, "null"}, {true, "true"}, {false, "false"}, {1.5, "1.5"}, {"a", `"a"`}} {
		if got := string(appendScalar(nil, c.v)); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
