// Command race calls the listing from two goroutines at once. One reads a
// session while the other destroys it, or one gets or deletes a value while the
// other sets one. If it is built with -race, the race detector reports. If it is
// built without, Go may end it because of concurrent use of a map.
//
//	race read-destroy|values|delete ROUNDS
package main

import (
	"log"
	"os"
	"runtime"
	"strconv"
	"sync"

	"github.com/astaxie/session"
	"github.com/astaxie/session/providers/memory"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: race read-destroy|values|delete ROUNDS")
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
	default:
		log.Fatal("unknown race: " + os.Args[1])
	}
}

// set stores a value under a new key, up to 100,000 keys, so that the map grows.
func set(sess session.Session, i int) {
	sess.Set(i%100_000, i)
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
