// Package manager connects visitors and their sessions by a cookie, for real
// programs: with safe defaults, and with a store in memory or in Redis. The
// manager in package session is section 6.2's, which the chapter uses.
package manager

import (
	"net/http"
	"slices"

	"github.com/astaxie/session"
)

// Store keeps the sessions of a Manager, whose ids only the Manager makes.
type Store interface {
	// SessionInit creates the session of sid.
	SessionInit(sid string) (session.Session, error)
	// SessionFind touches the session of sid. It returns nil if there is none.
	SessionFind(sid string) (session.Session, error)
	// SessionDestroy ends the session of sid. An unknown sid is not an error.
	SessionDestroy(sid string) error
	// SessionRegenerate creates the session of sid with the values of the one of
	// oldsid, which ends.
	SessionRegenerate(oldsid, sid string) (session.Session, error)
	// MaxLifetime returns for how many seconds an unused session is kept.
	MaxLifetime() int64
	// Close ends what the store does by itself, and its connections.
	Close() error
}

// Manager finds the session of a visitor. Any number of goroutines may use it,
// and none waits for another one's answer from the store. Its methods set the
// cookie in w: call them before you write to w, and those for one w one after the
// other. A response has at most one cookie of theirs, the last state.
type Manager struct {
	store   Store
	options Options
}

// NewManager returns a manager of the sessions in store. It refuses wrong values
// of options.
func NewManager(store Store, options Options) (*Manager, error) {
	options, err := options.checked()
	if err != nil {
		return nil, err
	}
	return &Manager{store, options}, nil
}

// SessionStart returns the visitor's session, or a new one if he has none. If
// the store fails, it returns the error and leaves the visitor's cookie as it is:
// call it again later.
func (m *Manager) SessionStart(w http.ResponseWriter, r *http.Request) (session.Session, error) {
	sess, err := m.find(w, r)
	if err != nil {
		return nil, err
	}
	if sess != nil {
		if m.options.Rolling != Off {
			m.setCookie(w, r, sess.SessionID())
		}
		return sess, nil
	}
	sess, err = m.store.SessionInit(newID())
	if err != nil {
		return nil, err
	}
	m.setCookie(w, r, sess.SessionID())
	return sess, nil
}

// SessionRegenerate moves the visitor's values to a session with a new id, which
// it returns; the old one ends. Call it when the visitor logs in and when his
// rights change: who knew the old id does not know the new one. If the store
// fails halfway, the visitor has to log in again.
func (m *Manager) SessionRegenerate(w http.ResponseWriter, r *http.Request) (session.Session, error) {
	old, err := m.find(w, r)
	if err != nil {
		return nil, err
	}
	var sess session.Session
	if old == nil {
		sess, err = m.store.SessionInit(newID())
	} else {
		sess, err = m.store.SessionRegenerate(old.SessionID(), newID())
	}
	if err != nil {
		return nil, err
	}
	m.setCookie(w, r, sess.SessionID())
	return sess, nil
}

// SessionDestroy ends the visitor's session and deletes his cookie. It does
// nothing if he has none.
func (m *Manager) SessionDestroy(w http.ResponseWriter, r *http.Request) error {
	sids := sent(r, m.options.Name)
	if sid, _ := given(w, m.options.Name); sid != "" && !slices.Contains(sids, sid) {
		sids = append(sids, sid)
	}
	for _, sid := range sids {
		if err := m.store.SessionDestroy(sid); err != nil {
			return err
		}
	}
	if len(sids) > 0 {
		m.setCookie(w, r, "")
	}
	return nil
}

// Close closes the store. A program that ends need not call it.
func (m *Manager) Close() error {
	return m.store.Close()
}

// find returns the visitor's session, or nil if he has none: the one that the
// response gives him so far, or the first of his cookies' that exists.
func (m *Manager) find(w http.ResponseWriter, r *http.Request) (session.Session, error) {
	sids := sent(r, m.options.Name)
	if sid, ok := given(w, m.options.Name); ok {
		sids = []string{sid}
	}
	for _, sid := range sids {
		if sid == "" {
			continue // the response deletes the cookie
		}
		if m.seconds(sid) <= 0 {
			if err := m.store.SessionDestroy(sid); err != nil {
				return nil, err
			}
			continue
		}
		if sess, err := m.store.SessionFind(sid); sess != nil || err != nil {
			return sess, err
		}
	}
	return nil, nil
}

// seconds returns how long the browser may keep the cookie of an id.
func (m *Manager) seconds(sid string) int64 {
	idle := m.store.MaxLifetime()
	if m.options.AbsoluteLifetime == 0 {
		return idle
	}
	return min(idle, left(sid, m.options.AbsoluteLifetime))
}

// setCookie sets the cookie with an id, or deletes it if the id is "".
func (m *Manager) setCookie(w http.ResponseWriter, r *http.Request, sid string) {
	age := -1
	// A slow store may answer when the session's time is over.
	if left := m.seconds(sid); sid != "" && left > 0 {
		age = int(left)
	}
	give(w, &http.Cookie{
		Name:     m.options.Name,
		Value:    sid,
		Path:     m.options.Path,
		Domain:   m.options.Domain,
		MaxAge:   age,
		HttpOnly: m.options.HttpOnly != Off,
		Secure:   m.options.Secure == On || m.options.Secure == Default && r.TLS != nil,
		SameSite: m.options.SameSite,
	})
}
