//go:build !wasip1

// Connects the native program with its standard streams. A native program
// cannot set the clock.

package main

import (
	"errors"
	"io"
	"os"
)

// errClock is the error of each clock operation.
var errClock = errors.New("only the host of trace.wasm can set the clock")

// standard is the program's standard input and output.
var standard = stream{
	read: func(b []byte) (int, error) {
		n, err := os.Stdin.Read(b)
		if err == io.EOF {
			err = nil
		}
		return n, err
	},
	write: func(b []byte) error {
		_, err := os.Stdout.Write(b)
		return err
	},
}

// commandLine returns the program's arguments without its name.
func commandLine() []string {
	return os.Args[1:]
}

// fail writes a message to standard error and ends the program with exit
// status 2.
func fail(message string) {
	os.Stderr.WriteString(message)
	os.Exit(2)
}
