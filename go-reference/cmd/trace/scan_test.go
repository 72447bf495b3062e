// Tests how lines are split into tokens, and how JSON scalars are read.

package main

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	word := func(s string) token { return token{s, false} }
	text := func(s string) token { return token{s, true} }
	for _, c := range []struct {
		line string
		want []token
	}{
		{"", nil},
		{" \t", nil},
		{"# a comment with \"", nil},
		{"\t # after white space", nil},
		{"init ana", []token{word("init"), word("ana")}},
		{"  init\tana  # who", []token{word("init"), word("ana")}},
		{"init a#b", []token{word("init"), word("a#b")}},
		{`init "a # b" # c`, []token{word("init"), text("a # b")}},
		{`init ""`, []token{word("init"), text("")}},
		{`init "=>"`, []token{word("init"), text("=>")}},
		{"list => ana \"", []token{word("list")}},
		{"list =>", []token{word("list")}},
		{"init a=>b", []token{word("init"), word("a=>b")}},
		{"init \u00a0\u3000", []token{word("init"), word("\u00a0\u3000")}},
		{"init 安娜", []token{word("init"), word("安娜")}},
		{`init "\"\\\/\b\f\n\r\t"`, []token{word("init"), text("\"\\/\b\f\n\r\t")}},
		{`init "\u0041\u00e9\u5B89\u2028\u0000"`, []token{word("init"), text("A\u00e9安\u2028\x00")}},
		{"init \"\u2028\x7f\"", []token{word("init"), text("\u2028\x7f")}},
		{`init "\ud83d\ude00 \uD834\uDD1E"`, []token{word("init"), text("😀 𝄞")}},
	} {
		got, err := scan(nil, c.line)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("scan(%q): got %q, %v, want %q", c.line, got, err, c.want)
		}
	}
}

func TestScanErrors(t *testing.T) {
	for _, c := range []struct{ line, found string }{
		{`init "a`, `"a`},
		{`init "a\`, `\`},
		{`init "a\"`, `"a\"`},
		{`init "a"b`, "b"},
		{`init "a"#`, "#"},
		{`init a"b`, `a"b`},
		{`init "\x41"`, `\x41"`},
		{`init "\x1234"`, `\x1234"`},
		{`init "\u12"`, `\u12"`},
		{`init "\u12g4"`, `\u12g4"`},
		{`init "\u 123"`, `\u 123"`},
		{`init "\u1` + "\x14" + `34"`, `\u1` + "\x14" + `34"`},
		{`init "\ud83d"`, `a lone surrogate, \ud83d`},
		{`init "\ude00"`, `a lone surrogate, \ude00`},
		{`init "\ud83d\u0041"`, `a lone surrogate, \ud83d`},
		{`init "\ud83d\ud83d\ude00"`, `a lone surrogate, \ud83d`},
		{`init "\ude00\ud83d"`, `a lone surrogate, \ude00`},
		{`init "\ude00\ude00"`, `a lone surrogate, \ude00`},
		{`init "\ud83d\ue000"`, `a lone surrogate, \ud83d`},
		{"init \"a\tb\"", "a control character in a string"},
		{"init a\xffb", "bytes that are not UTF-8"},
		{"init \xed\xa0\x80", "bytes that are not UTF-8"},
	} {
		got, err := scan(nil, c.line)
		if err == nil || !strings.HasPrefix(err.Error(), "found "+c.found+", expected ") {
			t.Errorf("scan(%q): got %q, %v, want found %s", c.line, got, err, c.found)
		}
	}
}

func TestScalar(t *testing.T) {
	for _, c := range []struct {
		text string
		want any
	}{
		{"nil", nil}, {"null", nil}, {"true", true}, {"false", false},
		{"0", 0.0}, {"-1", -1.0}, {"10", 10.0}, {"1.50", 1.5}, {"0.1", 0.1},
		{"1e3", 1000.0}, {"1E+3", 1000.0}, {"12.5e-1", 1.25}, {"0e0", 0.0},
		{"9007199254740993", 9007199254740992.0}, {"1e-400", 0.0},
		{"1.7976931348623157e308", math.MaxFloat64},
		{"5e-324", math.SmallestNonzeroFloat64},
	} {
		if got, err := scalar(token{c.text, false}); err != nil || got != c.want {
			t.Errorf("scalar(%s): got %v, %v, want %v", c.text, got, err, c.want)
		}
	}
	if got, _ := scalar(token{"-0", false}); !math.Signbit(got.(float64)) {
		t.Error("scalar(-0): the sign is lost")
	}
	for _, s := range []string{"nil", "1", ""} {
		if got, err := scalar(token{s, true}); err != nil || got != s {
			t.Errorf("scalar(%q): got %v, %v", s, got, err)
		}
	}
}

func TestScalarErrors(t *testing.T) {
	for _, s := range []string{
		"Nil", "True", "undefined", "abc", "-", "+1", "01", "-01", ".5", "5.", "1.e5", "1e", "1e+", "1ee5",
		"1.5.5", "1_000", "0x10", "0b1", "Inf", "-Infinity", "NaN", "1f", "१", "1e309", "-1e400",
	} {
		if got, err := scalar(token{s, false}); err == nil {
			t.Errorf("scalar(%s): got %v, want an error", s, got)
		}
	}
}

// FuzzScalar compares numbers and strings with what encoding/json reads.
func FuzzScalar(f *testing.F) {
	for _, s := range []string{"0", "-1.5e3", "01", ".5", "1e", `"a\n"`, `"\ud83d\ude00"`, "null", "true"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tokens, err := scan(nil, s)
		var got any
		if err == nil && len(tokens) == 1 {
			got, err = scalar(tokens[0])
		}
		if err != nil || len(tokens) != 1 || strings.ContainsAny(s, "#\t ") || s == "nil" {
			return
		}
		var want any
		if err := json.Unmarshal([]byte(s), &want); err != nil || got != want {
			t.Errorf("%q: got %v, but encoding/json reads %v, %v", s, got, want, err)
		}
	})
}
