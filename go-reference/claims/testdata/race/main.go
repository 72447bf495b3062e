// Command race calls the listing from two goroutines at once: one reads while
// the other destroys, or one gets while the other sets. Built with -race the
// detector reports; built without it, Go's maps may end the program.
//
//	race read-destroy|values ROUNDS
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
		log.Fatal("usage: race read-destroy|values ROUNDS")
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
	default:
		log.Fatal("no such race: " + os.Args[1])
	}
}

// set stores under ever new keys, so that the map grows.
func set(sess session.Session, i int) {
	sess.Set(i%100_000, i)
}

// both runs two functions at once, each as often as rounds says, and lets
// them take turns even where they share one processor.
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
