// Writes JSON. Package encoding/json would add 1 MB to trace.wasm.

package main

import (
	"math"
	"strconv"
)

const hexDigits = "0123456789abcdef"

// appendString appends s, which must be UTF-8, as a JSON string. It also escapes
// U+2028 and U+2029, because some programs split lines there.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c == 0x7f:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]|1 == 0xA9:
			b = append(b, '\\', 'u', '2', '0', '2', "89"[s[i+2]&1])
			i += 2
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// appendNumber appends a finite number with the fewest digits that read back
// as the same number.
func appendNumber(b []byte, f float64) []byte {
	format := byte('f')
	if size := math.Abs(f); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(b, f, format, -1, 64)
}

// appendScalar appends a value of the trace language: a string, float64, bool
// or nil.
func appendScalar(b []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		return appendString(b, v)
	case float64:
		return appendNumber(b, v)
	case bool:
		return strconv.AppendBool(b, v)
	}
	return append(b, "null"...)
}
