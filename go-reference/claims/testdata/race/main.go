// Command race calls the listing from two goroutines at once. In read-destroy,
// one reads a session while the other destroys it; in values and delete, one
// gets or deletes a value while the other sets one. The others go through the
// manager: in logout, a visitor logs in and out while the handler of another
// request sets a value in the same session; in set-logout, the handler sets one
// value, and the visitor logs out afterwards. If it is built with -race, the
// race detector reports. If it is built without, Go may end it because of
// concurrent use of a map.
//
//	race read-destroy|values|delete|logout|set-logout ROUNDS
package main

import (
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strconv"
	"sync"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: race read-destroy|values|delete|logout|set-logout ROUNDS")
	}
	rounds, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	store := memory.Registered()
	sess, err := store.SessionInit("ana")
	if err != nil {
		log.Fatal(err)
	}
	manager, err := session.NewManager("memory", "gosessionid", 3600)
	if err != nil {
		log.Fatal(err)
	}
	request := httptest.NewRequest("GET", "/", nil)
	request.AddCookie(&http.Cookie{Name: "gosessionid", Value: "ana"})
	used := manager.SessionStart(httptest.NewRecorder(), request)
	switch os.Args[1] {
	case "read-destroy":
		both(rounds,
			func(i int) { store.SessionRead("ana") },
			func(i int) { store.SessionDestroy("ana") })
	case "values":
		both(rounds,
			func(i int) { sess.Get("key") },
			func(i int) { set(sess, i) })
	case "delete":
		both(rounds,
			func(i int) { sess.Delete("key") },
			func(i int) { set(sess, i) })
	case "logout":
		both(rounds,
			func(i int) { used.Set("key", i) },
			func(i int) {
				manager.SessionStart(httptest.NewRecorder(), request)
				manager.SessionDestroy(httptest.NewRecorder(), request)
			})
	case "set-logout":
		// The folder tells that the value is set. To the race detector, an atomic
		// variable or a channel would put the two calls in an order; in a server,
		// nothing does.
		dir, err := os.MkdirTemp("", "race")
		if err != nil {
			log.Fatal(err)
		}
		defer os.Remove(dir)
		both(1,
			func(i int) { used.Set("key", i); os.Remove(dir) },
			func(i int) {
				for exists(dir) {
					runtime.Gosched()
				}
				manager.SessionDestroy(httptest.NewRecorder(), request)
			})
	default:
		log.Fatal("unknown race: " + os.Args[1])
	}
}

// set stores a value under a new key, up to 100,000 keys, so that the map grows.
func set(sess session.Session, i int) {
	sess.Set(i%100_000, i)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// both runs two functions at once, each for the given number of rounds. They
// yield to each other, because they may share one processor.
func both(rounds int, one, other func(i int)) {
	var group sync.WaitGroup
	for _, f := range []func(int){one, other} {
		group.Go(func() {
			for i := range rounds {
				f(i)
				if i%16 == 0 {
					runtime.Gosched()
				}
			}
		})
	}
	group.Wait()
}
