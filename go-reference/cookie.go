//go:build !wasip1

// The HTTP part of the Manager. trace.wasm excludes it, because net/http and
// crypto/rand would make that program several times as large.

package session

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"net/http"
	"net/url"
	"time"
)

// idBytes is the number of random bytes in a session id.
const idBytes = 32

// newID returns a new id: random bytes in URL-safe base64 without padding.
func newID() string {
	b := make([]byte, idBytes)
	rand.Read(b) // returns no error: crypto/rand ends the program instead
	return base64.RawURLEncoding.EncodeToString(b)
}

// cookie returns the session id in the request's cookie, and whether the
// request has that cookie. As in section 6.2, it ignores the error of
// QueryUnescape: a cookie that cannot be unescaped has the sid "".
func (manager *Manager) cookie(r *http.Request) (sid string, ok bool) {
	cookie, err := r.Cookie(manager.cookieName)
	if err != nil || cookie.Value == "" {
		return "", false
	}
	sid, _ = url.QueryUnescape(cookie.Value)
	return sid, true
}

// Regenerator is a Provider whose sessions get only ids that the manager made.
type Regenerator interface {
	Provider
	// SessionExist reports whether sid has a session.
	SessionExist(sid string) bool
	// SessionRegenerate creates the session of sid with the values of the one of
	// oldsid, which ends.
	SessionRegenerate(oldsid, sid string) (Session, error)
}

// Finder is a Provider that answers at once whether there is a session and which
// one it is. Between the two questions of SessionExist and SessionRead, another
// process may destroy the session, and the second would create it again.
type Finder interface {
	Provider
	// SessionFind returns the session of sid, or nil if there is none.
	SessionFind(sid string) (Session, error)
}

// find returns the session of a sid that a visitor sent, or nil if he is to get a
// new one.
func (manager *Manager) find(sid string) (Session, error) {
	switch provider := manager.provider.(type) {
	case Finder:
		return provider.SessionFind(sid)
	case Regenerator:
		if !provider.SessionExist(sid) {
			return nil, nil
		}
	}
	return manager.provider.SessionRead(sid)
}

// setCookie sets the cookie of a new session.
func (manager *Manager) setCookie(w http.ResponseWriter, sid string) {
	http.SetCookie(w, &http.Cookie{
		Name:     manager.cookieName,
		Value:    url.QueryEscape(sid),
		Path:     "/",
		HttpOnly: true,
		MaxAge:   int(manager.maxlifetime),
	})
}

// SessionStart returns the visitor's session, or nil if the provider returns
// an error. For a request without the cookie it creates a session and sets the
// cookie in w. It does the same for an unknown sid if the provider is a Finder or
// a Regenerator. With other providers, as in section 6.2, it accepts every sid in
// a cookie; section 6.4 describes the attack that this allows.
func (manager *Manager) SessionStart(w http.ResponseWriter, r *http.Request) Session {
	manager.lock.Lock()
	defer manager.lock.Unlock()
	if sid, ok := manager.cookie(r); ok {
		sess, err := manager.find(sid)
		if err != nil {
			return nil
		}
		if sess != nil {
			return sess
		}
	}
	sid := newID()
	sess, err := manager.provider.SessionInit(sid)
	if err != nil {
		return nil
	}
	manager.setCookie(w, sid)
	return sess
}

// SessionRegenerate gives a session a new id and sets its cookie in w. Call it
// when the visitor logs in: who knew the old id does not know the new one. It
// returns the session to use from now on; the old one has ended. It returns an
// error if the provider is not a Regenerator or returns one itself.
func (manager *Manager) SessionRegenerate(w http.ResponseWriter, old Session) (Session, error) {
	manager.lock.Lock()
	defer manager.lock.Unlock()
	provider, ok := manager.provider.(Regenerator)
	if !ok {
		return nil, errors.New("session: this provider cannot regenerate ids")
	}
	sid := newID()
	sess, err := provider.SessionRegenerate(old.SessionID(), sid)
	if err != nil {
		return nil, err
	}
	manager.setCookie(w, sid)
	return sess, nil
}

// SessionDestroy removes the visitor's session and expires its cookie. For a
// request without the cookie it does nothing.
func (manager *Manager) SessionDestroy(w http.ResponseWriter, r *http.Request) {
	manager.lock.Lock()
	defer manager.lock.Unlock()
	sid, ok := manager.cookie(r)
	if !ok {
		return
	}
	manager.provider.SessionDestroy(sid)
	http.SetCookie(w, &http.Cookie{
		Name:     manager.cookieName,
		Path:     "/",
		HttpOnly: true,
		Expires:  time.Now(),
		MaxAge:   -1,
	})
}
