// Connects trace.wasm with its host. Package os would add 150 KB, so this file
// uses syscall.

package main

import (
	"strings"
	"syscall"
	"unsafe"
)

// errClock is nil, because the host sets the clock before it hands over the
// line.
var errClock error

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

//go:wasmimport wasi_snapshot_preview1 args_sizes_get
func args_sizes_get(count, size unsafe.Pointer) uint32

//go:wasmimport wasi_snapshot_preview1 args_get
func args_get(pointers, text unsafe.Pointer) uint32

// commandLine returns the program's arguments without its name.
func commandLine() []string {
	var count, size uint32
	args_sizes_get(unsafe.Pointer(&count), unsafe.Pointer(&size))
	if count < 2 {
		return nil
	}
	pointers, text := make([]uint32, count), make([]byte, size)
	args_get(unsafe.Pointer(&pointers[0]), unsafe.Pointer(&text[0]))
	// Each argument ends with a zero byte.
	return strings.Split(string(text[:size-1]), "\x00")[1:]
}

// fail writes a message to standard error and ends the program with exit
// status 2.
func fail(message string) {
	syscall.Write(2, []byte(message))
	syscall.Exit(2)
}
