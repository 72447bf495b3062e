// Lines of standard input, of which no more is read than the host hands over.

package main

// lineReader splits what read returns into lines.
type lineReader struct {
	read   func([]byte) (int, error)
	buffer [4096]byte
	ahead  []byte // read, and not yet returned
}

// next returns the next line with its line feed, which the last line may
// lack, and "" at the end.
func (r *lineReader) next() (string, error) {
	var line []byte
	for {
		for i, c := range r.ahead {
			if c == '\n' {
				line = append(line, r.ahead[:i+1]...)
				r.ahead = r.ahead[i+1:]
				return string(line), nil
			}
		}
		line = append(line, r.ahead...)
		n, err := r.read(r.buffer[:])
		r.ahead = r.buffer[:n]
		if err != nil || n == 0 {
			return string(line), err
		}
	}
}
