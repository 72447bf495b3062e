// Package session declares the interfaces that the listing in
// providers/memory implements, the register of providers and the Manager. It
// was written for this project and follows section 6.2 of the book.
package session

import (
	"errors"
	"strconv"
	"sync"
	"time"
)

// Session holds the values of one visitor. It does not copy keys and values.
// Keys must be comparable.
type Session interface {
	// Set stores value under key and replaces an earlier value.
	Set(key, value interface{}) error
	// Get returns the value under key, or nil if there is none.
	Get(key interface{}) interface{}
	// Delete removes key and its value. A missing key is not an error.
	Delete(key interface{}) error
	// SessionID returns the id under which the provider stores the session.
	SessionID() string
}

// Provider stores sessions by their id (sid).
type Provider interface {
	// SessionInit creates a session without values under sid.
	SessionInit(sid string) (Session, error)
	// SessionRead returns the session under sid. It creates one if there is none.
	SessionRead(sid string) (Session, error)
	// SessionDestroy removes the session. An unknown sid is not an error.
	SessionDestroy(sid string) error
	// SessionGC removes sessions last used more than maxLifeTime seconds ago.
	SessionGC(maxLifeTime int64)
}

var (
	providesLock sync.Mutex
	provides     = make(map[string]Provider)
)

// Register adds a provider under a name, usually from the init function of
// the provider's package. It panics if provider is nil or the name is taken.
func Register(name string, provider Provider) {
	if provider == nil {
		panic("session: Register provider is nil")
	}
	providesLock.Lock()
	defer providesLock.Unlock()
	if _, taken := provides[name]; taken {
		panic("session: Register called twice for provider " + name)
	}
	provides[name] = provider
}

// Manager finds a visitor's session by the session id in the cookie. It uses
// one provider. NewManager creates a Manager.
type Manager struct {
	lock        sync.Mutex
	cookieName  string
	provider    Provider
	maxlifetime int64 // seconds
}

// NewManager returns a manager for the provider registered as provideName. An
// unregistered name is an error. The cookie's name is cookieName. A session
// expires maxlifetime seconds after its last use. Valid lifetimes are 1 to
// 9223372036. As in section 6.2, other values are accepted, but then GC's timer
// fires too early.
func NewManager(provideName, cookieName string, maxlifetime int64) (*Manager, error) {
	providesLock.Lock()
	provider, ok := provides[provideName]
	providesLock.Unlock()
	if !ok {
		return nil, errors.New("session: unknown provide " + strconv.Quote(provideName) + " (forgotten import?)")
	}
	return &Manager{cookieName: cookieName, provider: provider, maxlifetime: maxlifetime}, nil
}

// GC removes the expired sessions and starts a timer for the next pass, one
// lifetime later. It does not wait for that pass.
func (manager *Manager) GC() {
	manager.lock.Lock()
	defer manager.lock.Unlock()
	manager.provider.SessionGC(manager.maxlifetime)
	time.AfterFunc(time.Duration(manager.maxlifetime)*time.Second, manager.GC)
}
