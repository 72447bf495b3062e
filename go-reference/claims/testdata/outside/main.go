// Command outside does not compile: Provider has no SessionUpdate.
package main

import "github.com/astaxie/session"

func main() {
	var provider session.Provider
	provider.SessionUpdate("ana")
}
