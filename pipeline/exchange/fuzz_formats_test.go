package exchange

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// FuzzPO reads anything as PO: no panic, what is read is written as it was, and
// a changed target is read back.
func FuzzPO(f *testing.F) {
	names, err := filepath.Glob("testdata/po/*.po")
	if err != nil || len(names) < 3 {
		f.Fatalf("%d files (%v)", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, "año «é»\n")
	}
	for _, text := range []string{"\uFEFFmsgid \"\"\r\nmsgstr \"\"\r\n", "msgctxt\"a\"msgid\"会\"msgstr\"\u2028\"", "#~ msgid \"م\"\n#~ msgstr \"\"", "msgid \"д\"\nmsgstr[0] \"\"\nmsgstr[1] \"\""} {
		f.Add([]byte(text), "会议")
	}
	f.Fuzz(func(t *testing.T, data []byte, target string) {
		files, err := PO.Read("x.po", data)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := PO.Write(&out, files...); err != nil || !bytes.Equal(out.Bytes(), data) {
			t.Fatalf("%v: %q became %q", err, data, out.Bytes())
		}
		r, changed := files[0].Data.(*poReading), -1
		for i := range files[0].Units {
			u := &files[0].Units[i]
			if single := r.origins[u.ID][0].entry.field("msgstr") != nil; u.Fault == nil && single && changed < 0 {
				u.Target.Text, u.Target.Codes, u.State, changed = "x"+string([]rune(target)), nil, Translated, i
			}
		}
		out.Reset()
		if err := PO.Write(&out, files...); err != nil {
			t.Fatal(err)
		}
		again, err := PO.Read("x.po", out.Bytes())
		if err != nil || len(again[0].Units) != len(files[0].Units) {
			t.Fatalf("%v: %q became %q", err, data, out.Bytes())
		}
		if changed >= 0 && again[0].Units[changed].Target.String() != files[0].Units[changed].Target.String() {
			t.Fatalf("%q of %q became %q", target, data, out.Bytes())
		}
	})
}

// FuzzXLSX reads anything as a workbook: no panic, and what is read is written
// as it was.
func FuzzXLSX(f *testing.F) {
	files := rapid.Custom(genFile)
	for i := range 3 {
		var out bytes.Buffer
		if err := XLSX.Write(&out, files.Example(i)); err != nil {
			f.Fatal(err)
		}
		f.Add(out.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		files, err := XLSX.Read("x.xlsx", data)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := XLSX.Write(&out, files...); err != nil || !bytes.Equal(out.Bytes(), data) {
			t.Fatal("not byte for byte", err)
		}
	})
}
