package manager

import (
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A visitor chooses what his cookies say. The store is asked for so many ids of
// a request, of so many bytes each, and no more.
const (
	mostIDs   = 10
	longestID = 100
)

// newID returns an id that nobody can guess: 32 random bytes in URL-safe base64,
// a dot, and the time in seconds, in base 36. Nobody can change the time in it,
// because the store does not know the changed id.
func newID() string {
	b := make([]byte, 32)
	rand.Read(b) // returns no error: crypto/rand ends the program instead
	made := strconv.FormatInt(time.Now().Unix(), 36)
	return base64.RawURLEncoding.EncodeToString(b) + "." + made
}

// left returns for how many seconds a session may still last, by the absolute
// lifetime. An id without a time may not last.
func left(sid string, absolute int64) int64 {
	_, digits, _ := strings.Cut(sid, ".")
	made, err := strconv.ParseUint(digits, 36, 64)
	if err != nil || len(digits) > 10 {
		return 0
	}
	return min(absolute, int64(made)+absolute-time.Now().Unix())
}

// sent returns the ids in the request's cookies of that name. There are several
// if cookies were set for several paths or domains.
func sent(r *http.Request, name string) []string {
	var sids []string
	for _, cookie := range r.CookiesNamed(name) {
		if sid := cookie.Value; sid != "" && len(sid) <= longestID && len(sids) < mostIDs {
			sids = append(sids, sid)
		}
	}
	return sids
}

// given returns the id that the response sets in the cookie of that name so far,
// or "" if it deletes the cookie. So the calls in one request agree.
func given(w http.ResponseWriter, name string) (sid string, ok bool) {
	for _, line := range w.Header()["Set-Cookie"] {
		if text, ours := strings.CutPrefix(line, name+"="); ours {
			sid, _, _ = strings.Cut(text, ";")
			return sid, true
		}
	}
	return "", false
}

// give sets the cookie, in the place of an earlier one of its name.
func give(w http.ResponseWriter, cookie *http.Cookie) {
	var lines []string
	for _, line := range w.Header()["Set-Cookie"] {
		if !strings.HasPrefix(line, cookie.Name+"=") {
			lines = append(lines, line)
		}
	}
	w.Header()["Set-Cookie"] = append(lines, cookie.String())
}
