// Command names writes names.json: for each identifier of the listing and of
// the example where it stands, its signature and the first sentence of its
// documentation, as Go's own type checker and sources have them.
//
//	go run ./cmd/names        # in go-reference
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// file is what generate's text is kept in, below the directory of go.mod.
const file = "names.json"

func main() {
	if err := write("."); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}

// write makes names.json anew in root, the directory of go.mod.
func write(root string) error {
	text, err := generate(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, file), text, 0o666)
}
