// The page that counts visits, and the server around it.

package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
)

// visits counts in the visitor's session and answers with the count.
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

// handler serves the one page at /, so that a browser's request for an icon
// is no visit.
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
