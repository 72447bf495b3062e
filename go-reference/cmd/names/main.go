// Command names writes names.json. For each identifier of the listing, of the
// example and of the repaired store, that file gives the place, the signature
// and the first sentence of the documentation. They come from Go's type checker
// and from the sources. It also gives the place of each construct that
// TypeScript lacks.
//
//	go run ./cmd/names        # in go-reference
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// file is the path of the generated file, relative to the directory of go.mod.
const file = "names.json"

func main() {
	if err := write("."); err != nil {
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}

// write generates names.json in root, the directory of go.mod.
func write(root string) error {
	text, err := generate(root)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, file), text, 0o666)
}
