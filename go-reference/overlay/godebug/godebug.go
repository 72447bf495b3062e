// Package godebug replaces Go's internal/godebug in trace.wasm; see
// build-wasm.sh. Every setting of GODEBUG has its default value. Package time
// would link in Go's own version, which costs 187 KB.
package godebug

// Setting is a setting of GODEBUG that always has its default value.
type Setting struct {
	name string
}

// New returns the setting of that name.
func New(name string) *Setting {
	return &Setting{name}
}

// Name returns the setting's name.
func (s *Setting) Name() string {
	return s.name
}

// Value returns "", which means the default value.
func (s *Setting) Value() string {
	return ""
}

// IncNonDefault does nothing, because no setting has another value.
func (s *Setting) IncNonDefault() {}
