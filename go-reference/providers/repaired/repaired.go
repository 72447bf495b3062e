// #region import

// Package repaired is the listing of section 6.3, in its order, with the
// smallest change that ends each of its surprises.
package repaired

import (
	"container/list"
	"errors"
	"github.com/astaxie/session"
	"math"
	"sync"
	"time"
)

// #endregion import
// #region pder

var pder = &Provider{list: list.New(), maxlifetime: math.MaxInt64}

// #endregion pder
// #region ErrEnded

// ErrEnded says that a session has ended: it was removed, or it has expired.
var ErrEnded = errors.New("session: this session has ended; read it again")

// #endregion ErrEnded
// #region SessionStore

// SessionStore is one session. The lock of its provider guards its fields.
type SessionStore struct {
	sid          string                      // unique session id
	timeAccessed time.Time                   // last access time
	value        map[interface{}]interface{} // session value stored inside
	pder         *Provider                   // the provider that created it
	ended        bool                        // removed from its provider
}

// #endregion SessionStore
// #region SessionStore.Set

// Set touches the session, then stores value under key. It returns ErrEnded if
// the session has ended.
func (st *SessionStore) Set(key, value interface{}) error {
	st.pder.lock.Lock()
	defer st.pder.lock.Unlock()
	if !st.touch() {
		return ErrEnded
	}
	st.value[key] = value
	return nil
}

// #endregion SessionStore.Set
// #region SessionStore.Get

// Get touches the session, then returns the value under key. It returns nil if
// there is none, or if the session has ended.
func (st *SessionStore) Get(key interface{}) interface{} {
	st.pder.lock.Lock()
	defer st.pder.lock.Unlock()
	if !st.touch() {
		return nil
	}
	if v, ok := st.value[key]; ok {
		return v
	} else {
		return nil
	}
}

// #endregion SessionStore.Get
// #region SessionStore.Delete

// Delete touches the session, then removes key. It returns ErrEnded if the
// session has ended.
func (st *SessionStore) Delete(key interface{}) error {
	st.pder.lock.Lock()
	defer st.pder.lock.Unlock()
	if !st.touch() {
		return ErrEnded
	}
	delete(st.value, key)
	return nil
}

// #endregion SessionStore.Delete
// #region SessionStore.SessionID

// SessionID returns the session's id, which never changes.
func (st *SessionStore) SessionID() string {
	return st.sid
}

// #endregion SessionStore.SessionID
// #region SessionStore.alive

// alive reports whether the session has neither ended nor expired at that
// time. The difference of two times is not affected by the wall clock.
func (st *SessionStore) alive(now time.Time) bool {
	age := now.Sub(st.timeAccessed)
	return !st.ended && age.Seconds() <= float64(st.pder.maxlifetime)
}

// #endregion SessionStore.alive
// #region SessionStore.touch

// touch sets the time of the last access and moves the session to the front. It
// returns false if the session is not alive. The caller holds the lock.
func (st *SessionStore) touch() bool {
	now := time.Now()
	if !st.alive(now) {
		return false
	}
	st.timeAccessed = now
	st.pder.list.MoveToFront(st.pder.sessions[st.sid])
	return true
}

// #endregion SessionStore.touch
// #region Provider

// Provider holds all sessions of one store.
type Provider struct {
	lock        sync.Mutex               // lock
	sessions    map[string]*list.Element // save in memory
	list        *list.List               // gc
	maxlifetime int64                    // of the last pass, seconds
}

// #endregion Provider
// #region Provider.SessionInit

// SessionInit creates a session. An earlier one of that sid ends.
func (pder *Provider) SessionInit(sid string) (session.Session, error) {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	return pder.create(sid), nil
}

// #endregion Provider.SessionInit
// #region Provider.SessionRead

// SessionRead returns the session of sid, or a new one in its place if it is
// unknown or has expired.
func (pder *Provider) SessionRead(sid string) (session.Session, error) {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	if element, ok := pder.sessions[sid]; ok && element.Value.(*SessionStore).alive(time.Now()) {
		return element.Value.(*SessionStore), nil
	} else {
		sess := pder.create(sid)
		return sess, nil
	}
}

// #endregion Provider.SessionRead
// #region Provider.SessionDestroy

// SessionDestroy ends a session. An unknown sid is not an error.
func (pder *Provider) SessionDestroy(sid string) error {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	if element, ok := pder.sessions[sid]; ok {
		pder.remove(element)
		return nil
	}
	return nil
}

// #endregion Provider.SessionDestroy
// #region Provider.SessionGC

// SessionGC removes expired sessions from the back of the list. Its lifetime, in
// seconds, is that of all sessions until the next pass. Before the first pass,
// none expires. A negative lifetime expires every session.
func (pder *Provider) SessionGC(maxlifetime int64) {
	pder.lock.Lock()
	defer pder.lock.Unlock()

	pder.maxlifetime = maxlifetime
	for {
		element := pder.list.Back()
		if element == nil {
			break
		}
		if !element.Value.(*SessionStore).alive(time.Now()) {
			pder.remove(element)
		} else {
			break
		}
	}
}

// #endregion Provider.SessionGC
// #region Provider.SessionUpdate

// SessionUpdate touches the session of sid, if it is alive.
func (pder *Provider) SessionUpdate(sid string) error {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	if element, ok := pder.sessions[sid]; ok {
		element.Value.(*SessionStore).touch()
		return nil
	}
	return nil
}

// #endregion Provider.SessionUpdate
// #region Provider.SessionExist

// SessionExist reports whether sid has a session that is alive.
func (pder *Provider) SessionExist(sid string) bool {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	element, ok := pder.sessions[sid]
	return ok && element.Value.(*SessionStore).alive(time.Now())
}

// #endregion Provider.SessionExist
// #region Provider.SessionRegenerate

// SessionRegenerate creates the session of sid with the values of the one of
// oldsid, which ends. If that one is not alive, the new one has no values.
func (pder *Provider) SessionRegenerate(oldsid, sid string) (session.Session, error) {
	pder.lock.Lock()
	defer pder.lock.Unlock()
	v := make(map[interface{}]interface{}, 0)
	if element, ok := pder.sessions[oldsid]; ok && element.Value.(*SessionStore).alive(time.Now()) {
		v = element.Value.(*SessionStore).value
		pder.remove(element)
	}
	newsess := pder.create(sid)
	newsess.value = v
	return newsess, nil
}

// #endregion Provider.SessionRegenerate
// #region Provider.create

// create adds a session at the front. An earlier one of that sid ends. The
// caller holds the lock.
func (pder *Provider) create(sid string) *SessionStore {
	if element, ok := pder.sessions[sid]; ok {
		pder.remove(element)
	}
	v := make(map[interface{}]interface{}, 0)
	newsess := &SessionStore{sid: sid, timeAccessed: time.Now(), value: v, pder: pder}
	element := pder.list.PushFront(newsess)
	pder.sessions[sid] = element
	return newsess
}

// #endregion Provider.create
// #region Provider.remove

// remove ends a session: it takes it out of the map and of the list. The caller
// holds the lock.
func (pder *Provider) remove(element *list.Element) {
	delete(pder.sessions, element.Value.(*SessionStore).sid)
	pder.list.Remove(element)
	element.Value.(*SessionStore).ended = true
}

// #endregion Provider.remove
// #region init

func init() {
	pder.sessions = make(map[string]*list.Element, 0)
	session.Register("repaired", pder)
}

// #endregion init
