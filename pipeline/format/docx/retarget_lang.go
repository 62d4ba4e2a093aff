package docx

import (
	"strings"

	"golang.org/x/text/language"
)

// A slot is the attribute of w:lang for a group of scripts (§17.3.2.20).
type slot string

const (
	slotLatin    slot = "val"
	slotEastAsia slot = "eastAsia"
	slotComplex  slot = "bidi"
)

// A tongue is what WordprocessingML wants to know of a language.
type tongue struct {
	base string // "ar"
	code string // "ar-SA", as Word writes it
	slot slot
	rtl  bool
}

// regions are those that Word takes for a language where the tag names none and
// the likely region of CLDR is another: English as the United Nations write it,
// and ar-SA, the sublanguage that Windows knows as plain Arabic (LCID 0x0401,
// [MS-LCID]). ar-EG, CLDR's choice, would bring Arabic-Indic digits with it.
var regions = map[string]string{"en": "GB", "ar": "SA"}

var scriptSlots = map[string]slot{
	"Hans": slotEastAsia, "Hant": slotEastAsia, "Jpan": slotEastAsia, "Kore": slotEastAsia,
	"Arab": slotComplex, "Hebr": slotComplex, "Syrc": slotComplex, "Thaa": slotComplex, "Nkoo": slotComplex,
	"Thai": slotComplex, "Deva": slotComplex, "Beng": slotComplex, "Guru": slotComplex, "Gujr": slotComplex,
	"Taml": slotComplex, "Telu": slotComplex, "Knda": slotComplex, "Mlym": slotComplex, "Sinh": slotComplex,
	"Khmr": slotComplex, "Laoo": slotComplex, "Mymr": slotComplex, "Tibt": slotComplex,
}

var rtlScripts = map[string]bool{
	"Arab": true, "Hebr": true, "Syrc": true, "Thaa": true, "Nkoo": true, "Adlm": true, "Rohg": true,
}

func tongueOf(t language.Tag) tongue {
	base, _ := t.Base()
	script, _ := t.Script()
	region, sure := t.Region()
	code := region.String()
	if r, ok := regions[base.String()]; ok && sure != language.Exact {
		code = r
	}
	s, ok := scriptSlots[script.String()]
	if !ok {
		s = slotLatin
	}
	return tongue{base.String(), base.String() + "-" + code, s, rtlScripts[script.String()]}
}

// speaks reports whether code, a value such as "fr-CH", is of this language.
func (t tongue) speaks(code string) bool {
	base, _, _ := strings.Cut(code, "-")
	return base == t.base
}

// defaultLanguage makes the target the language of text that names none.
func (c *conversion) defaultLanguage(l *propertyList) {
	if !l.has("lang") {
		l.store("lang", l.element("lang", ""))
	}
	l.storeTag("lang", tagSet(l.tagOf("lang"), l.attrs(), string(c.to.slot), c.to.code))
}

// settings converts themeFontLang, which says for which languages the theme's
// fonts are chosen (§17.15.1.88).
func (c *conversion) settings() {
	root := c.root()
	if c.nodes[root].name != wSettings {
		return
	}
	l := c.list(root, settingsOrder)
	for i, k := range l.kids {
		if string(local(qualified(k.raw))) == "mathPr" {
			l.kids[i].name = "mathPr" // of another vocabulary, but of this sequence
		}
	}
	if !l.has("themeFontLang") {
		l.store("themeFontLang", l.element("themeFontLang", ""))
	}
	l.storeTag("themeFontLang", tagSet(l.tagOf("themeFontLang"), l.attrs(), string(c.to.slot), c.to.code))
	c.replace(root, l.whole())
}
