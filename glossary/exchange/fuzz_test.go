package exchange

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hexaglot/messages/fault"
)

// seeds are the files of testdata, and what breaks readers.
func seeds(f *testing.F, pattern string) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "read", pattern))
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds fit %s (%v)", pattern, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{
		"", "\ufeff", "id,lang,term\r\nldc,ru,наименее развитые\u2028страны\r\n", "sep=,\nid\tar\tzh\n1\tأقل البلدان نمواً\t最不发达国家\n",
		"#UTX 1.20; es/en\n#src\ttgt\nhoja de ruta\tjson:\"road\\tmap\"\n", "PK\x03\x04", "\xff\xfei\x00d\x00",
		"<tbx><conceptEntry id='é'><note>hexaglot:{\"term\":\"\"}</note><langSec xml:lang='fr'><termSec><term> l\u2019UIT </term></termSec></langSec></conceptEntry></tbx>",
		"en\n'=1\n", "id,lang,term,forms,insert\n\"\n\",fr,x,\"[\"\"\"\"]\",NaN\n",
	} {
		f.Add([]byte(text))
	}
}

// readsOrTells is the law of every reader: whatever the file, a termbase that
// the format itself and our own can hold, or a fault.
func readsOrTells(f *testing.F, format Format, pattern string) {
	seeds(f, pattern)
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := format.Read("x", data)
		var e *fault.Error
		if err != nil {
			if !errors.As(err, &e) {
				t.Fatalf("%v is no fault", err)
			}
			return
		}
		for _, other := range []Format{format, TOML} {
			out, err := other.Write(b)
			if errors.As(err, &e) && e.ID == "exchange-cell" {
				continue
			}
			back, err := other.Read("x", out)
			if err != nil {
				t.Fatalf("%s: %v\n%q", other.Name, err, out)
			}
			if diff := cmp.Diff(b, back, equal); diff != "" {
				t.Fatalf("%s: %s", other.Name, diff)
			}
		}
	})
}

func FuzzTBX(f *testing.F)    { readsOrTells(f, TBX, "*.tbx") }
func FuzzTBXDCA(f *testing.F) { readsOrTells(f, TBXDCA, "*.tbx") }
func FuzzCSV(f *testing.F)    { readsOrTells(f, CSV, "*.csv") }
func FuzzTSV(f *testing.F)    { readsOrTells(f, TSV, "*.txt") }
func FuzzUTX(f *testing.F)    { readsOrTells(f, UTX, "*.utx") }

func FuzzXLSX(f *testing.F) {
	csv, err := os.ReadFile(filepath.Join("testdata", "read", "wide.csv"))
	if err != nil {
		f.Fatal(err)
	}
	b, err := CSV.Read("wide.csv", csv)
	if err != nil {
		f.Fatal(err)
	}
	workbook, err := XLSX.Write(b)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(workbook)
	readsOrTells(f, XLSX, "*.csv")
}
