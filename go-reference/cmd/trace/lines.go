// Lines of standard input, of which no more is read than the host hands over.

package main

// lineReader splits what read returns into lines.
type lineReader struct {
	read   func([]byte) (int, error)
	buffer [4096]byte
	ahead  []byte // read, and not yet returned
}

// next returns the next line without its end, a line feed or a carriage
// return and a line feed, and whether the input has ended.
func (r *lineReader) next() (line string, end bool, err error) {
	var b []byte
	for {
		for i, c := range r.ahead {
			if c == '\n' {
				b = append(b, r.ahead[:i]...)
				r.ahead = r.ahead[i+1:]
				return chomp(b), false, nil
			}
		}
		b = append(b, r.ahead...)
		n, err := r.read(r.buffer[:])
		r.ahead = r.buffer[:n]
		if err != nil || n == 0 {
			return chomp(b), len(b) == 0, err
		}
	}
}

// chomp returns the line without the carriage return that may end it.
func chomp(b []byte) string {
	if n := len(b); n > 0 && b[n-1] == '\r' {
		b = b[:n-1]
	}
	return string(b)
}
