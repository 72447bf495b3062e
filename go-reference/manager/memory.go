package manager

import (
	"sync"
	"time"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/repaired"
)

// mostSessions is the limit of a Memory that is given none.
const mostSessions = 100_000

// pause is the longest time between two passes.
const pause = time.Minute

// Memory keeps sessions in the memory of this process: the repaired store, with
// its lifetime given once. It removes expired sessions by itself.
type Memory struct {
	sessions    *repaired.Provider
	maxlifetime int64
	maxSessions int

	lock   sync.Mutex
	timer  *time.Timer
	closed bool
}

var _ Store = (*Memory)(nil)

// NewMemory returns a store that keeps an unused session for maxlifetime
// seconds, from 1 to 9007199254740, and at most so many sessions: if there are
// more, the one that was not used for longest ends. 0 means 100,000.
func NewMemory(maxlifetime int64, maxSessions int) (*Memory, error) {
	if maxlifetime < 1 || maxlifetime > longest {
		return nil, refused("maxlifetime", "1 to 9007199254740 seconds", maxlifetime)
	}
	if maxSessions < 0 {
		return nil, refused("maxSessions", "1 session or more", maxSessions)
	}
	if maxSessions == 0 {
		maxSessions = mostSessions
	}
	m := &Memory{sessions: repaired.New(), maxlifetime: maxlifetime, maxSessions: maxSessions}
	m.SessionGC(maxlifetime)
	m.lock.Lock()
	defer m.lock.Unlock()
	m.timer = time.AfterFunc(m.interval(), m.collect)
	return m, nil
}

// interval is the time between two passes.
func (m *Memory) interval() time.Duration {
	return time.Duration(min(m.maxlifetime, int64(pause/time.Second))) * time.Second
}

// collect makes a pass and plans the next one.
func (m *Memory) collect() {
	m.SessionGC(m.maxlifetime)
	m.lock.Lock()
	defer m.lock.Unlock()
	if !m.closed {
		m.timer.Reset(m.interval())
	}
}

// SessionInit creates a session.
func (m *Memory) SessionInit(sid string) (session.Session, error) {
	sess, err := m.sessions.SessionInit(sid)
	repaired.Limit(m.sessions, m.maxSessions)
	return sess, err
}

// SessionFind touches the session of sid. It returns nil if there is none.
func (m *Memory) SessionFind(sid string) (session.Session, error) {
	return repaired.Find(m.sessions, sid), nil
}

// SessionDestroy ends a session. An unknown sid is not an error.
func (m *Memory) SessionDestroy(sid string) error {
	return m.sessions.SessionDestroy(sid)
}

// SessionRegenerate creates the session of sid with the values of the one of
// oldsid, which ends; without values if there is none.
func (m *Memory) SessionRegenerate(oldsid, sid string) (session.Session, error) {
	sess, err := m.sessions.SessionRegenerate(oldsid, sid)
	repaired.Limit(m.sessions, m.maxSessions)
	return sess, err
}

// SessionGC removes the expired sessions. Whatever lifetime it is called with,
// the store's own decides.
func (m *Memory) SessionGC(int64) {
	m.sessions.SessionGC(m.maxlifetime)
}

// MaxLifetime returns for how many seconds an unused session is kept.
func (m *Memory) MaxLifetime() int64 {
	return m.maxlifetime
}

// Close stops the passes. It returns no error, and may be called again.
func (m *Memory) Close() error {
	m.lock.Lock()
	defer m.lock.Unlock()
	m.closed = true
	m.timer.Stop()
	return nil
}
