package exchange

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

// FuzzRead reads anything: no panic, and what is read is written as it was.
func FuzzRead(f *testing.F) {
	files := rapid.Custom(genFile)
	for i := range 6 {
		for _, format := range readable() {
			var out bytes.Buffer
			if err := format.Write(&out, files.Example(i)); err != nil {
				f.Fatal(err)
			}
			f.Add(out.Bytes())
		}
	}
	foreign, err := filepath.Glob("testdata/foreign/*")
	if err != nil || len(foreign) < 5 {
		f.Fatalf("%d foreign files (%v)", len(foreign), err)
	}
	for _, name := range foreign {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("\xff\xfe<\x00x\x00/\x00>\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range readable() {
			read, err := format.Read("x", data)
			if err != nil || len(read) == 0 {
				continue
			}
			var out bytes.Buffer
			if err := format.Write(&out, read...); err != nil || !bytes.Equal(out.Bytes(), data) {
				t.Fatalf("%v: %q became %q", err, data, out.Bytes())
			}
			for i := range read[0].Units {
				read[0].Units[i].Target.Text += "é"
			}
			_ = format.Write(&out, read...)
		}
	})
}
