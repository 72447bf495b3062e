// Splits a line of a trace into tokens, and reads JSON scalars.

package main

import (
	"errors"
	"strconv"
	"unicode/utf8"
)

// token is a bare word, or the text of a JSON string.
type token struct {
	text   string
	quoted bool
}

// String returns the token as an error message shows it.
func (t token) String() string {
	if t.quoted {
		return string(appendString(nil, t.text))
	}
	return t.text
}

// is reports whether the token is this bare word.
func (t token) is(word string) bool {
	return !t.quoted && t.text == word
}

// unexpected returns the error for a malformed line.
func unexpected(found, expected string) error {
	return errors.New("found " + found + ", expected " + expected)
}

// isSpace reports whether c separates tokens.
func isSpace(c byte) bool {
	return c == ' ' || c == '\t'
}

// scan appends the line's tokens. It stops at a comment or at `=>`, because the
// TypeScript code judges the expected results.
func scan(tokens []token, line string) ([]token, error) {
	if !utf8.ValidString(line) {
		return nil, unexpected("bytes that are not UTF-8", "UTF-8 text")
	}
	for at := 0; ; {
		for at < len(line) && isSpace(line[at]) {
			at++
		}
		if at == len(line) || line[at] == '#' {
			return tokens, nil
		}
		if line[at] == '"' {
			text, end, err := scanString(line, at)
			if err != nil {
				return nil, err
			}
			if end < len(line) && !isSpace(line[end]) {
				return nil, unexpected(line[end:], "white space after the string")
			}
			tokens = append(tokens, token{text, true})
			at = end
			continue
		}
		begin := at
		for at < len(line) && !isSpace(line[at]) {
			at++
		}
		word := line[begin:at]
		if word == "=>" {
			return tokens, nil
		}
		if index(word, '"') >= 0 {
			return nil, unexpected(word, "a word without quotes, or a JSON string")
		}
		tokens = append(tokens, token{word, false})
	}
}

// scanString reads the JSON string that begins at line[begin]. It returns its
// text and the index after it.
func scanString(line string, begin int) (text string, end int, err error) {
	var b []byte
	for at := begin + 1; at < len(line); {
		switch c := line[at]; {
		case c == '"':
			return string(b), at + 1, nil
		case c < ' ':
			return "", 0, unexpected("a control character in a string", "its escape, such as \\t")
		case c != '\\':
			b = append(b, c)
			at++
		default:
			if b, at, err = scanEscape(b, line, at); err != nil {
				return "", 0, err
			}
		}
	}
	return "", 0, unexpected(line[begin:], `a closing "`)
}

// scanEscape appends the character of the escape at line[at]. It returns the
// result and the index after the escape.
func scanEscape(b []byte, line string, at int) ([]byte, int, error) {
	const letters, meanings = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	if at+1 < len(line) {
		if i := index(letters, line[at+1]); i >= 0 {
			return append(b, meanings[i]), at + 2, nil
		}
	}
	unit, low := hexUnit(line, at), hexUnit(line, at+6)
	switch {
	case unit < 0:
		return nil, 0, unexpected(line[at:], `an escape: one of \" \\ \/ \b \f \n \r \t \uXXXX`)
	case unit < 0xD800 || unit > 0xDFFF:
		return utf8.AppendRune(b, unit), at + 6, nil
	case unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF:
		return nil, 0, unexpected("a lone surrogate, "+line[at:at+6], "a pair")
	}
	return utf8.AppendRune(b, (unit-0xD800)<<10+(low-0xDC00)+0x10000), at + 12, nil
}

// hexUnit returns the UTF-16 code unit of the \uXXXX at line[at], or -1 if there
// is none.
func hexUnit(line string, at int) (unit rune) {
	if at+6 > len(line) || line[at] != '\\' || line[at+1] != 'u' {
		return -1
	}
	for _, c := range []byte(line[at+2 : at+6]) {
		digit := index("0123456789abcdef", c|0x20)
		if digit < 0 || c < '0' {
			return -1
		}
		unit = unit<<4 | rune(digit)
	}
	return unit
}

// index returns the index of the first c in s, or -1 if there is none. Package
// strings would link in the tables of package unicode.
func index(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// scalar returns the value of a KEY or VALUE: a string, float64, bool or nil.
func scalar(t token) (any, error) {
	if t.quoted {
		return t.text, nil
	}
	switch t.text {
	case "nil", "null":
		return nil, nil
	case "true":
		return true, nil
	case "false":
		return false, nil
	}
	if !isNumber(t.text) {
		return nil, unexpected(t.text, `a JSON scalar: "text", 1.5, true, false or nil`)
	}
	f, err := strconv.ParseFloat(t.text, 64)
	if err != nil {
		return nil, unexpected(t.text, "a number that a double can hold")
	}
	return f, nil
}

// isNumber reports whether s is a JSON number.
func isNumber(s string) bool {
	at := 0
	skip := func(set string) bool {
		found := at < len(s) && index(set, s[at]) >= 0
		if found {
			at++
		}
		return found
	}
	digits := func() bool {
		begin := at
		for skip("0123456789") {
		}
		return at > begin
	}
	skip("-")
	if !skip("0") && !digits() {
		return false
	}
	if skip(".") && !digits() {
		return false
	}
	if skip("eE") {
		skip("+-")
		if !digits() {
			return false
		}
	}
	return at == len(s)
}
