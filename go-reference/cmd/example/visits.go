// Serves the page that counts visits.

package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
)

// visits increments the count in the visitor's session and writes it.
func visits(w http.ResponseWriter, r *http.Request) {
	sess := globalSessions.SessionStart(w, r)
	count, _ := sess.Get("visits").(int)
	count++
	if err := sess.Set("visits", count); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintf(w, "visits: %d\n", count)
}

// handler serves only the path /, so that a browser's request for an icon does
// not count as a visit.
func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", visits)
	return mux
}

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "`address` to listen on")
	flag.Parse()
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	log.Fatal(http.Serve(listener, handler()))
}
