package pipeline_test

import (
	"os"
	"path/filepath"
	"testing"

	"hexaglot/pipeline"
	"hexaglot/pipeline/format/formattest"
)

// Every format of the registry keeps the laws on the seeds of its folder; a
// format without seeds fails.
func TestEveryFormatKeepsTheLaws(t *testing.T) {
	for _, f := range pipeline.Formats() {
		seeds, err := filepath.Glob(filepath.Join("format", f.Name, "testdata", "seeds", "*"))
		if err != nil || len(seeds) < 6 {
			t.Errorf("%s has %d seeds (%v), want at least 6: one a script", f.Name, len(seeds), err)
		}
		for _, seed := range seeds {
			t.Run(f.Name+"/"+filepath.Base(seed), func(t *testing.T) {
				src, err := os.ReadFile(seed)
				if err != nil {
					t.Fatal(err)
				}
				formattest.Laws(t, f, src)
			})
		}
	}
}

func TestEveryFormatIsDescribed(t *testing.T) {
	seen := map[string]string{}
	for _, f := range pipeline.Formats() {
		if f.Name == "" || f.Doc == "" || f.Sniff == nil || f.Read == nil || f.Write == nil || len(f.Extensions) == 0 {
			t.Errorf("%+v is not complete", f)
		}
		for _, ext := range f.Extensions {
			if other, ok := seen[ext]; ok {
				t.Errorf("%s is an extension of %s and of %s", ext, other, f.Name)
			}
			seen[ext] = f.Name
		}
	}
}
