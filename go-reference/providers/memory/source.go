package memory

import _ "embed"

// Source is the text of memory.go that this package was compiled from.
// cmd/trace reports it, so that a test can compare it with the file.
//
//go:embed memory.go
var Source string
