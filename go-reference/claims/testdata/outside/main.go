// Command outside does not compile, because Provider has no SessionUpdate.
package main

import "github.com/astaxie/session"

func main() {
	var provider session.Provider
	provider.SessionUpdate("ana")
}
