package locale

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where a value is read, mayBegin says that one may begin: in every cell of
// every table, in every language.
func TestValuesBeginWhereTheyMay(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	readings := 0
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for s := bufio.NewScanner(file); s.Scan(); {
			for cell := range strings.SplitSeq(s.Text(), " | ") {
				for _, l := range All() {
					readings += l.unforeseen(t, cell)
				}
			}
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if readings < 5000 {
		t.Errorf("%d values read only", readings)
	}
}

// unforeseen reports the values of a text that begin where none may, and gives
// how many it has.
func (l *Locale) unforeseen(t *testing.T, text string) (readings int) {
	for at := range text {
		v, ok := l.valueAt(readers(), text, at)
		if !ok {
			continue
		}
		readings++
		if !l.mayBegin(text, at, valueBeginnings(l)) {
			t.Errorf("%s: %q, a %s of %q", l.Tag, text[v.Start:v.End], v.Kind, text)
		}
	}
	return readings
}
