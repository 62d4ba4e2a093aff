package check_test

import (
	"os"
	"path/filepath"
	"testing"
)

// corpus gives a file of the shared corpus; the test is skipped where there is
// none.
func corpus(t testing.TB, name string) []byte {
	t.Helper()
	dir, err := filepath.Abs(".")
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			break
		}
		if filepath.Dir(dir) == dir {
			err = os.ErrNotExist
		}
		dir = filepath.Dir(dir)
	}
	data, err := os.ReadFile(filepath.Join(dir, "..", "shared", "corpus", filepath.FromSlash(name)))
	if err != nil {
		t.Skip("the corpus is not here: ", err)
	}
	return data
}
