// Package godebug stands in for Go's internal/godebug in trace.wasm, by way of
// build-wasm.sh: every setting of GODEBUG is at its default. The real one is
// linked in by package time and costs 187 KB.
package godebug

// Setting is a setting that is never set.
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

// Value returns "": the default.
func (s *Setting) Value() string {
	return ""
}

// IncNonDefault does nothing: the default is all there is.
func (s *Setting) IncNonDefault() {}
