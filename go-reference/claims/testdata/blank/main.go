// Command blank creates a manager for the provider memory. It imports that
// provider only with the build tag imported.
package main

import (
	"fmt"

	"github.com/astaxie/session"
)

func main() {
	manager, err := session.NewManager("memory", "gosessionid", 3600)
	fmt.Println(manager != nil, err)
}
