//go:build !wasip1

// The Manager's HTTP side, left out of trace.wasm: net/http and crypto/rand
// would make it several times as large.

package session

import (
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"net/url"
	"time"
)

// idBytes is the number of random bytes in a session id.
const idBytes = 32

// newID returns a fresh id: 32 random bytes, base64 URL without padding.
func newID() string {
	b := make([]byte, idBytes)
	rand.Read(b) // never fails: crypto/rand ends the program instead
	return base64.RawURLEncoding.EncodeToString(b)
}

// cookie returns the session id that the request's cookie carries, and
// whether there is one. The error of QueryUnescape is ignored as in section
// 6.2: a cookie that cannot be unescaped carries the sid "".
func (manager *Manager) cookie(r *http.Request) (sid string, ok bool) {
	cookie, err := r.Cookie(manager.cookieName)
	if err != nil || cookie.Value == "" {
		return "", false
	}
	sid, _ = url.QueryUnescape(cookie.Value)
	return sid, true
}

// SessionStart returns the visitor's session. A request without the cookie
// gets a new session and, in w, its cookie. As in section 6.2 the sid of a
// cookie is believed: see section 6.4 for what that allows. It returns nil
// when the provider fails.
func (manager *Manager) SessionStart(w http.ResponseWriter, r *http.Request) Session {
	manager.lock.Lock()
	defer manager.lock.Unlock()
	if sid, ok := manager.cookie(r); ok {
		sess, err := manager.provider.SessionRead(sid)
		if err != nil {
			return nil
		}
		return sess
	}
	sid := newID()
	sess, err := manager.provider.SessionInit(sid)
	if err != nil {
		return nil
	}
	http.SetCookie(w, &http.Cookie{
		Name:     manager.cookieName,
		Value:    url.QueryEscape(sid),
		Path:     "/",
		HttpOnly: true,
		MaxAge:   int(manager.maxlifetime),
	})
	return sess
}

// SessionDestroy forgets the visitor's session and expires its cookie. A
// request without the cookie is left alone.
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
