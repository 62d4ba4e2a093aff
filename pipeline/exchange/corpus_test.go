package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hexaglot/messages/fault"
)

// notWellFormed lists files that the suites call valid and that are no XML.
var notWellFormed = []string{"xliff-22/test-suite/modules/valid/Good-pgs_plural.xlf"}

// suites are the folders of the OASIS suites and how many files of each are
// read or refused as they should be: all of them.
var suites = []struct {
	folder string
	valid  bool
	files  int
}{
	{"xliff-21/test-suite/core/valid", true, 25},
	{"xliff-21/test-suite/core/in-out", true, 18},
	{"xliff-21/test-suite/modules/valid", true, 34},
	{"xliff-22/test-suite/core/valid", true, 25},
	{"xliff-22/test-suite/modules/valid", true, 35},
	{"xliff-21/test-suite/core/invalid", false, 119},
	{"xliff-21/test-suite/modules/invalid", false, 43},
	{"xliff-22/test-suite/core/invalid", false, 119},
	{"xliff-22/test-suite/modules/invalid", false, 43},
}

// TestOASISSuites reads every file of the suites: the valid ones come out byte
// for byte, the invalid ones are refused with the rule that they break.
func TestOASISSuites(t *testing.T) {
	if _, err := os.Stat(corpusDir); err != nil {
		t.Skip("the suites of OASIS are not here")
	}
	for _, s := range suites {
		names, err := filepath.Glob(filepath.Join(corpusDir, s.folder, "*.xlf"))
		if err != nil {
			t.Fatal(err)
		}
		handled := 0
		for _, name := range names {
			bad := false
			for _, known := range notWellFormed {
				bad = bad || strings.HasSuffix(filepath.ToSlash(name), known)
			}
			if handles(t, name, s.valid && !bad) && !bad {
				handled++
			}
		}
		t.Logf("%-38s %4d of %4d", s.folder, handled, len(names))
		if handled < s.files {
			t.Errorf("%s: %d of %d handled, want %d", s.folder, handled, len(names), s.files)
		}
	}
}

// handles reports whether a file is read and written as it was, or refused.
func handles(t *testing.T, name string, valid bool) bool {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files, err := XLIFF.Read(name, data)
	if err == nil {
		err = unitFault(files)
	}
	if !valid {
		var f *fault.Error
		if !errors.As(err, &f) || f.Line == 0 {
			t.Errorf("%s: %v", filepath.Base(name), err)
			return false
		}
		t.Logf("  %s: %v", filepath.Base(name), f)
		if want := rulesBroken(t)[filepath.Base(name)]; want != "" && want != fmt.Sprint(f.Args["Rule"]) {
			t.Errorf("%s breaks the rule %q, not %v", filepath.Base(name), want, f)
			return false
		}
		return true
	}
	var out bytes.Buffer
	if err == nil {
		err = XLIFF.Write(&out, files...)
	}
	if err != nil || !bytes.Equal(out.Bytes(), data) {
		t.Errorf("%s: %v", filepath.Base(name), err)
		return false
	}
	return true
}

// rulesBroken gives the rule that each invalid file breaks, by a table.
func rulesBroken(t *testing.T) map[string]string {
	t.Helper()
	table, err := os.ReadFile("testdata/broken.txt")
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]string{}
	for line := range strings.Lines(string(table)) {
		name, rule, _ := strings.Cut(strings.TrimSpace(line), " | ")
		rules[name] = rule
	}
	if len(rules) < 162 {
		t.Fatalf("only %d rules", len(rules))
	}
	return rules
}

// unitFault gives the first fault of a unit.
func unitFault(files []File) error {
	for _, f := range files {
		for _, u := range f.Units {
			if u.Fault != nil {
				return u.Fault
			}
		}
	}
	return nil
}
