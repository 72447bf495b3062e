// Tests that the listing is the chapter's, unedited.

package memory

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"testing"
)

func TestListing(t *testing.T) {
	t.Run("memory.go is the chapter's listing byte for byte", func(t *testing.T) {
		const want = "111e78f5c24ab9e489d3a3ea277df300dfb33a2b113f7329ca424b5372874f20"
		src, err := os.ReadFile("memory.go")
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(src)
		if got := hex.EncodeToString(sum[:]); got != want {
			t.Errorf("memory.go was edited: its SHA-256 is %s, want %s. Restore it from editions/en.go.txt", got, want)
		}
	})
}
