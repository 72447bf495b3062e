// Command load serves the application that `npm run load` measures, a login, two
// counters and a logout, until its input ends: load STORE PORT [REDIS_URL].
package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/alexedwards/scs/goredisstore"
	"github.com/alexedwards/scs/v2"
	"github.com/astaxie/session"
	"github.com/astaxie/session/manager"
	own "github.com/astaxie/session/providers/redis"
	"github.com/astaxie/session/providers/repaired"
	"github.com/redis/go-redis/v9"
)

// lifetime is how many seconds a session is kept: none expires during a
// measurement.
const lifetime = 3600

// visitor is what the application asks of a visitor's session.
type visitor interface {
	// start finds the session, before get and set.
	start() error
	// regenerate gives it a new id; it need not be found before.
	regenerate() error
	destroy() error
	get(key string) (count int, ok bool)
	set(key string, count int) error
}

// answer returns the text of the answer, or "" if the visitor is not logged in.
func answer(r *http.Request, v visitor) (string, error) {
	switch r.URL.Path {
	case "/login":
		err := v.regenerate()
		if err == nil {
			err = errors.Join(v.set("a", 0), v.set("b", 0))
		}
		return "hello", err
	case "/logout":
		return "goodbye", v.destroy()
	}
	if err := v.start(); err != nil {
		return "", err
	}
	if r.URL.Path == "/" {
		a, okA := v.get("a")
		b, okB := v.get("b")
		if !okA && !okB {
			return "", nil
		}
		return fmt.Sprint(a, b), nil
	}
	key := strings.TrimPrefix(r.URL.Path, "/count/")
	count, ok := v.get(key)
	if !ok {
		return "", nil
	}
	return fmt.Sprint(count + 1), v.set(key, count+1)
}

// ended says whether another request of the visitor has ended his session.
func ended(err error) bool {
	return errors.Is(err, own.ErrEnded) || errors.Is(err, repaired.ErrEnded)
}

// respond answers, or says that the visitor has to log in.
func respond(w http.ResponseWriter, r *http.Request, v visitor) {
	text, err := answer(r, v)
	switch {
	case err != nil && !ended(err):
		log.Print(err)
		http.Error(w, "please try again", http.StatusInternalServerError)
	case err != nil || text == "":
		http.Error(w, "please log in", http.StatusUnauthorized)
	default:
		io.WriteString(w, text)
	}
}

// ours is a visitor of a store of this project.
type ours struct {
	sessions *manager.Manager
	w        http.ResponseWriter
	r        *http.Request
	found    session.Session
}

func (v *ours) start() (err error) {
	v.found, err = v.sessions.SessionStart(v.w, v.r)
	return err
}

func (v *ours) regenerate() (err error) {
	v.found, err = v.sessions.SessionRegenerate(v.w, v.r)
	return err
}

func (v *ours) destroy() error { return v.sessions.SessionDestroy(v.w, v.r) }

func (v *ours) get(key string) (int, bool) {
	switch count := v.found.Get(key).(type) {
	case int:
		return count, true
	case float64: // from Redis
		return int(count), true
	}
	return 0, false
}

func (v *ours) set(key string, count int) error { return v.found.Set(key, count) }

// theirs is a visitor of scs.
type theirs struct {
	sessions *scs.SessionManager
	r        *http.Request
}

func (v theirs) start() error      { return nil }
func (v theirs) regenerate() error { return v.sessions.RenewToken(v.r.Context()) }
func (v theirs) destroy() error    { return v.sessions.Destroy(v.r.Context()) }

func (v theirs) get(key string) (int, bool) {
	count, ok := v.sessions.Get(v.r.Context(), key).(int)
	return count, ok
}

func (v theirs) set(key string, count int) error {
	v.sessions.Put(v.r.Context(), key, count)
	return nil
}

// handler returns the application with the store of that name.
func handler(name, url string) (http.Handler, error) {
	var store manager.Store
	var err error
	sessions := scs.New()
	sessions.IdleTimeout = lifetime * time.Second
	switch name {
	case "own-memory":
		store, err = manager.NewMemory(lifetime, 0)
	case "own-redis":
		store, err = own.Open(lifetime, 0, url)
	case "scs-memory":
	case "scs-redis":
		var options *redis.Options
		if options, err = redis.ParseURL(url); err == nil {
			sessions.Store = goredisstore.New(redis.NewClient(options))
		}
	default:
		err = fmt.Errorf("load: there is no store %s", name)
	}
	if err != nil {
		return nil, err
	}
	if store == nil {
		return sessions.LoadAndSave(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			respond(w, r, theirs{sessions, r})
		})), nil
	}
	m, err := manager.NewManager(store, manager.Options{})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		respond(w, r, &ours{sessions: m, w: w, r: r})
	}), err
}

func main() {
	args := append(os.Args[1:], "", "", "")
	app, err := handler(args[0], args[2])
	if err != nil {
		log.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+args[1])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("ready")
	go func() { log.Fatal(http.Serve(listener, app)) }()
	io.Copy(io.Discard, os.Stdin)
}
