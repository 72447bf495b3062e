// Package repaired is what npm run take writes as one file, for the program that
// shows its use.
package repaired

import "github.com/astaxie/session/manager"

type (
	Manager = manager.Manager
	Options = manager.Options
)

var (
	NewManager = manager.NewManager
	NewMemory  = manager.NewMemory
)
