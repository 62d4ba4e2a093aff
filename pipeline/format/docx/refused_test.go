package docx

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// TestRefused compares the files of the corpus that are refused, and why, with
// testdata/refused.txt: a line for each, "reason file". What is refused anew
// fails, and so does what is read again.
func TestRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole corpus is needed")
	}
	var got []string
	for _, file := range corpus(t) {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var f *fault.Error
		if _, err := Read(src, language.French, Options{}); errors.As(err, &f) {
			got = append(got, f.ID+" "+file[strings.LastIndex(filepath.ToSlash(file), "/docx/")+6:])
		} else if err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	want, err := os.ReadFile("testdata/refused.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(strings.TrimSpace(string(want)), "\n"), got); diff != "" {
		t.Error(diff)
	}
}
