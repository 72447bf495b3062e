// Package session is what the listing of providers/memory plugs into: the
// interfaces of a session and of its storage, the register of storages, and
// the Manager. Written for this project after what section 6.2 of the book
// describes.
package session

import (
	"errors"
	"strconv"
	"sync"
	"time"
)

// Session is one visitor's values. Keys and values are the caller's own; a
// key must be comparable.
type Session interface {
	// Set stores value under key, in place of what was there.
	Set(key, value interface{}) error
	// Get returns the value under key, or nil when there is none.
	Get(key interface{}) interface{}
	// Delete forgets key; a key that is not there is no error.
	Delete(key interface{}) error
	// SessionID returns the id under which the provider keeps the session.
	SessionID() string
}

// Provider stores sessions by their id (sid).
type Provider interface {
	// SessionInit creates a session with no values.
	SessionInit(sid string) (Session, error)
	// SessionRead returns the session of that sid, created if need be.
	SessionRead(sid string) (Session, error)
	// SessionDestroy forgets the session; an unknown sid is no error.
	SessionDestroy(sid string) error
	// SessionGC drops what was last used more than maxLifeTime seconds ago.
	SessionGC(maxLifeTime int64)
}

var (
	providesLock sync.Mutex
	provides     = make(map[string]Provider)
)

// Register makes a provider known under a name, usually from the init
// function of the provider's package. It panics if provider is nil or if the
// name is taken.
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

// Manager ties the visitors' cookies to the sessions of one provider. Make
// one with NewManager.
type Manager struct {
	lock        sync.Mutex
	cookieName  string
	provider    Provider
	maxlifetime int64 // seconds
}

// NewManager returns a manager over the provider registered as provideName.
// Its cookie is called cookieName; a session lives maxlifetime seconds after
// its last use. 1 to 9223372036 make sense; any other is taken as it is, as
// in section 6.2, and makes GC's timer due at once, for ever. An unregistered
// name is an error.
func NewManager(provideName, cookieName string, maxlifetime int64) (*Manager, error) {
	providesLock.Lock()
	provider, ok := provides[provideName]
	providesLock.Unlock()
	if !ok {
		return nil, errors.New("session: unknown provide " + strconv.Quote(provideName) + " (forgotten import?)")
	}
	return &Manager{cookieName: cookieName, provider: provider, maxlifetime: maxlifetime}, nil
}

// GC collects the expired sessions now, and arranges for the next pass one
// lifetime later. It returns at once; the timer keeps no process alive.
func (manager *Manager) GC() {
	manager.lock.Lock()
	defer manager.lock.Unlock()
	manager.provider.SessionGC(manager.maxlifetime)
	time.AfterFunc(time.Duration(manager.maxlifetime)*time.Second, manager.GC)
}
