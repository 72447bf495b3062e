package session

import _ "embed"

// Source is the text of session.go that this package was compiled from.
//
//go:embed session.go
var Source string
