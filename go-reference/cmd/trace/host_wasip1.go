// Connects trace.wasm with its host. Package os would add 150 KB, so this file
// uses syscall.

package main

import "syscall"

// clockError is nil, because the host sets the clock before it hands over the
// line.
var clockError error

// standard is the program's standard input and output.
var standard = stream{
	read: func(b []byte) (int, error) { return syscall.Read(0, b) },
	write: func(b []byte) error {
		for len(b) > 0 {
			n, err := syscall.Write(1, b)
			if err != nil {
				return err
			}
			b = b[n:]
		}
		return nil
	},
}

// fail writes a message to standard error and ends the program with exit
// status 2.
func fail(message string) {
	syscall.Write(2, []byte(message))
	syscall.Exit(2)
}
