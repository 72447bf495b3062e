package memory

import _ "embed"

// Source is the text of memory.go that this package was compiled from. A
// program that runs the listing can say by it which listing it runs.
//
//go:embed memory.go
var Source string
