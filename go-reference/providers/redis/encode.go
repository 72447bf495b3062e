// How sessions are stored: names of keys and fields, and values as JSON.

package redis

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// shown is the longest part of a key that an error shows, in bytes.
const shown = 40

// named returns how an error names a key of a session.
func named(key interface{}) string {
	text := fmt.Sprint(key)
	if len(text) > shown {
		end := shown
		for end > 0 && !utf8.RuneStart(text[end]) { // not within a character
			end--
		}
		text = text[:end] + "…"
	}
	return strconv.Quote(text)
}

// sessionKey returns the name of a session in Redis.
func sessionKey(sid string) string {
	return "session:" + sid
}

// field returns the field of a key. Its colon keeps it apart from the field
// "session", which every session has, because a hash without fields does not
// exist.
func field(key interface{}) (string, error) {
	text, ok := key.(string)
	if !ok {
		return "", fmt.Errorf("session: want a key that is a string, got %T %s", key, named(key))
	}
	if !utf8.ValidString(text) {
		return "", fmt.Errorf("session: want a key that is UTF-8, got %s", named(key))
	}
	return ":" + text, nil
}

// encode returns a value as JSON. It refuses a value of which JSON would lose
// something, and one that has more than maxBytes; the error names the key.
func encode(key, value interface{}, maxBytes int) (string, error) {
	var text strings.Builder
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // "<" is one byte, as in TypeScript
	err := encoder.Encode(value) // finds a value that contains itself
	line := strings.TrimSuffix(text.String(), "\n")
	if err == nil {
		err = check(reflect.ValueOf(value), 0)
	}
	if err == nil && len(line) > maxBytes {
		err = fmt.Errorf("it has %d bytes as JSON, and the limit is %d; store less, or raise MaxBytes", len(line), maxBytes)
	}
	if err != nil {
		return "", fmt.Errorf("session: the value of %s: %w", named(key), err)
	}
	return line, nil
}

// deepest is how deep lists and maps may be in each other: json.Unmarshal reads
// no deeper ones.
const deepest = 10000

// mostExact is the largest integer up to which a float64 has every integer.
const mostExact = 1 << 53

// changes lists the types that decide themselves how JSON writes them.
var changes = []reflect.Type{
	reflect.TypeFor[json.Marshaler](),
	reflect.TypeFor[encoding.TextMarshaler](),
}

// check refuses what JSON leaves out or changes.
func check(v reflect.Value, depth int) error {
	if !v.IsValid() { // nil
		return nil
	}
	if depth > deepest {
		return fmt.Errorf("JSON cannot carry more than %d levels", deepest)
	}
	if v.Kind() == reflect.Interface {
		return check(v.Elem(), depth)
	}
	for _, each := range changes {
		// The elements of a list also have the methods of a pointer to them.
		if reflect.PointerTo(v.Type()).Implements(each) {
			return fmt.Errorf("JSON cannot carry a %s", v.Type())
		}
	}
	if v.Type() == reflect.TypeFor[json.Number]() {
		return fmt.Errorf("JSON cannot carry a %s", v.Type())
	}
	switch v.Kind() {
	case reflect.Bool:
		return nil
	case reflect.String:
		if utf8.ValidString(v.String()) {
			return nil
		}
		return fmt.Errorf("JSON cannot carry a string that is not UTF-8")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if n := v.Int(); -mostExact <= n && n <= mostExact {
			return nil
		}
		return fmt.Errorf("JSON cannot carry the integer %d exactly", v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if v.Uint() <= mostExact {
			return nil
		}
		return fmt.Errorf("JSON cannot carry the integer %d exactly", v.Uint())
	case reflect.Float32, reflect.Float64:
		if f := v.Float(); !math.IsNaN(f) && !math.IsInf(f, 0) {
			return nil
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			break // becomes a text in base64
		}
		for i := range v.Len() {
			if err := check(v.Index(i), depth+1); err != nil {
				return err
			}
		}
		return nil
	case reflect.Map:
		if v.Type().Key().Kind() != reflect.String {
			break
		}
		for each := v.MapRange(); each.Next(); {
			if err := check(each.Key(), depth+1); err != nil {
				return err
			}
			if err := check(each.Value(), depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("JSON cannot carry a %s", v.Type())
}

// decode returns the value of a JSON text. It returns an error if another
// program stored something else; the error names the key.
func decode(key interface{}, text string) (interface{}, error) {
	var value interface{}
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		return nil, fmt.Errorf("session: the value of %s is not JSON", named(key))
	}
	return value, nil
}
