// Reads standard input line by line. It reads only when it has no complete
// line left, because the host hands over one line at a time.

package main

// lineReader splits the input into lines.
type lineReader struct {
	read   func([]byte) (int, error)
	buffer [4096]byte
	ahead  []byte // read, but not yet returned
}

// next returns the next line without its line end, which is "\n" or "\r\n".
// end is true after the last line.
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

// chomp returns the line without a carriage return at its end.
func chomp(b []byte) string {
	if n := len(b); n > 0 && b[n-1] == '\r' {
		b = b[:n-1]
	}
	return string(b)
}
