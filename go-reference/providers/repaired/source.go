package repaired

import _ "embed"

// Source is the text of repaired.go that this package was compiled from.
//
//go:embed repaired.go
var Source string
