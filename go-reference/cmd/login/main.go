// Command login shows the manager for real programs: a page that counts visits,
// with a login and a logout.

// #region use.import
package main

import (
	"fmt"
	"html"
	"log"
	"net/http"

	"example.com/app/repaired"
)

// #endregion use.import
// #region use.manager
var sessions *repaired.Manager

func init() {
	store, err := repaired.NewMemory(3600, 0)
	if err != nil {
		log.Fatal(err)
	}
	sessions, err = repaired.NewManager(store, repaired.Options{AbsoluteLifetime: 86400})
	if err != nil {
		log.Fatal(err)
	}
}

// #endregion use.manager
// #region use.visits
func visits(w http.ResponseWriter, r *http.Request) {
	sess, err := sessions.SessionStart(w, r)
	if err != nil {
		http.Error(w, "please try again", http.StatusServiceUnavailable)
		return
	}
	count, _ := sess.Get("visits").(int)
	if err := sess.Set("visits", count+1); err != nil {
		http.Error(w, "please try again", http.StatusServiceUnavailable)
		return
	}
	user, _ := sess.Get("user").(string)
	fmt.Fprintf(w, page, html.EscapeString(user), count+1)
}

// #endregion use.visits
// #region use.login
func login(w http.ResponseWriter, r *http.Request) {
	sess, err := sessions.SessionRegenerate(w, r)
	if err == nil {
		err = sess.Set("user", r.PostFormValue("name"))
	}
	if err != nil {
		http.Error(w, "please try again", http.StatusServiceUnavailable)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// #endregion use.login
// #region use.logout
func logout(w http.ResponseWriter, r *http.Request) {
	if err := sessions.SessionDestroy(w, r); err != nil {
		http.Error(w, "please try again", http.StatusServiceUnavailable)
		return
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// #endregion use.logout
// #region use.serve
const page = `<!doctype html><p>user: %s, visits: %d</p>
<form method="post" action="/login"><label>Name
<input name="name" required></label><button>Log in</button></form>
<form method="post" action="/logout"><button>Log out</button></form>`

func main() {
	http.HandleFunc("GET /{$}", visits)
	http.HandleFunc("POST /login", login)
	http.HandleFunc("POST /logout", logout)
	log.Fatal(http.ListenAndServe("127.0.0.1:8080", nil))
}

// #endregion use.serve
