package exchange

import (
	"io"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory/tmx"
)

// TMX is a translation memory (TMX 1.4b): the accepted translations of a
// circular, in one language or in several, for the memories of other tools. TMX
// has no word for a draft, so that none goes out; nor does a file come back here,
// for a memory is no answer to a circular.
var TMX = Format{
	Name:       "tmx",
	Doc:        "translation memory (TMX 1.4b) of what is translated",
	Extensions: []string{".tmx"},
	Several:    true,
	Sniff:      func([]byte) bool { return false },
	Write:      writeTMX,
}

func writeTMX(w io.Writer, files ...File) error {
	if len(files) == 0 {
		return nil
	}
	out := tmx.NewWriter(w, "1", files[0].From)
	for i := range files[0].Units {
		if u := memoryUnit(files, i); len(u.Variants) > 1 {
			if err := out.Write(u); err != nil {
				return err
			}
		}
	}
	return out.Close()
}

// memoryUnit gives the texts of a unit, the source first, then the accepted
// targets.
func memoryUnit(files []File, i int) tmx.Unit {
	u := files[0].Units[i]
	variant := func(lang language.Tag, c document.Content) tmx.Variant {
		return tmx.Variant{Lang: lang, Content: c}
	}
	out := tmx.Unit{
		ID: u.ID, Source: files[0].From, Notes: u.Notes,
		Props:    []tmx.Prop{{Type: "x-circular", Text: files[0].Name}},
		Variants: []tmx.Variant{variant(files[0].From, u.Source)},
	}
	for _, f := range files {
		if t := f.Units[i]; t.accepted() != "" && !t.Target.Blank() && !t.Target.Emptied() {
			v := variant(f.To, t.Target)
			v.Props = []tmx.Prop{{Type: "x-state", Text: t.State.String()}}
			out.Variants = append(out.Variants, v)
		}
	}
	return out
}
