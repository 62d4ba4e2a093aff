package exchange

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
)

// TestRewriteChangesItsPlaceOnly holds law 2: what is around a changed target
// stays byte for byte, and the new target and state are read back.
func TestRewriteChangesItsPlaceOnly(t *testing.T) {
	for _, format := range readable() {
		t.Run(format.Name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				f := genFile(t)
				var first, second bytes.Buffer
				if err := format.Write(&first, f); err != nil {
					t.Fatal(err)
				}
				files, err := format.Read("x", first.Bytes())
				if err != nil {
					t.Fatal(err)
				}
				u := &files[0].Units[rapid.IntRange(0, len(f.Units)-1).Draw(t, "unit")]
				u.Target = genTarget(t, u.Source)
				if u.Target.Blank() {
					u.Target = document.Content{Text: "x"}
					for _, code := range u.Source.Codes {
						code.Pos = 0
						u.Target.Codes = append(u.Target.Codes, code)
					}
				}
				u.State = State(rapid.IntRange(1, 3).Draw(t, "state"))
				if err := format.Write(&second, files...); err != nil {
					t.Fatal(err)
				}
				again, err := format.Read("x", second.Bytes())
				if err != nil {
					t.Fatalf("%v\n%s", err, second.String())
				}
				for i, want := range files[0].Units {
					got := again[0].Units[i]
					if got.Fault != nil || got.Target.String() != want.Target.String() || got.State != want.State || got.Source.String() != want.Source.String() {
						t.Fatalf("%q %v became %q %v (%v)\n%s", want.Target, want.State, got.Target, got.State, got.Fault, second.String())
					}
				}
				sameAround(t, around[format.Name], first.String(), second.String(), u.ID)
			})
		})
	}
}

// sameAround fails where two files differ outside of a unit.
func sameAround(t *rapid.T, cut func(data, id string) string, a, b, id string) {
	if cut != nil && cut(a, id) != cut(b, id) {
		t.Fatalf("more than the unit %s has changed:\n%s\n%s", id, a, b)
	}
}

// around gives a file of a format without one of its units. A workbook is
// written anew where it has changed.
var around = map[string]func(data, id string) string{
	"xliff": aroundXML, "xliff12": aroundXML,
	"po": func(data, id string) string {
		entries := slices.DeleteFunc(strings.Split(data, "\n\n"), func(entry string) bool { return strings.Contains(entry, `msgctxt "`+id+`"`) })
		return strings.Join(entries, "\n\n")
	},
}

func aroundXML(data, id string) string {
	before, unit, _ := strings.Cut(data, `id="`+id+`"`)
	_, after, _ := strings.Cut(unit, "unit>")
	return before[:strings.LastIndexByte(before, '<')] + after
}
