package docx

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// A Font names the fonts of a language by the classes of characters of w:rFonts
// (ECMA-376 Part 1, §17.3.2.26): Latin, Greek and Cyrillic text takes ASCII and
// HAnsi, Chinese, Japanese and Korean EastAsia, Arabic and Hebrew CS. An empty
// name leaves the choice to DefaultFonts.
type Font struct {
	ASCII    string `toml:"ascii"`
	HAnsi    string `toml:"hansi"`
	EastAsia string `toml:"eastasia"`
	CS       string `toml:"cs"`
}

// Fonts gives the fonts of a language by its base language ("ar", "zh") or, for
// languages that are not listed, by its script ("Arab", "Hans", ISO 15924).
//
// Only the class of the language's own script is set: a document in Chinese
// gets its EastAsia font wherever one was named, one in Arabic its CS font.
// ASCII and HAnsi replace fonts of another script alone, since a Latin font
// serves all of French, Russian, English and Spanish.
type Fonts map[string]Font

// DefaultFonts gives the fonts of UN and ITU documents: Times New Roman,
// Traditional Arabic (Recommendation ITU-T E.119) and SimSun.
func DefaultFonts() Fonts {
	const latin = "Times New Roman"
	return Fonts{
		"Latn": {ASCII: latin, HAnsi: latin},
		"Cyrl": {ASCII: latin, HAnsi: latin},
		"Arab": {ASCII: latin, HAnsi: latin, CS: "Traditional Arabic"},
		"Hebr": {ASCII: latin, HAnsi: latin, CS: "David"},
		"Hans": {ASCII: latin, HAnsi: latin, EastAsia: "SimSun"},
		"Hant": {ASCII: latin, HAnsi: latin, EastAsia: "PMingLiU"},
		"Jpan": {ASCII: latin, HAnsi: latin, EastAsia: "MS Mincho"},
		"Kore": {ASCII: latin, HAnsi: latin, EastAsia: "Batang"},
	}
}

// find gives the font of a language, completed by the default of its script.
func (f Fonts) find(t language.Tag) Font {
	base, _ := t.Base()
	script, _ := t.Script()
	own, ok := f[base.String()]
	if !ok {
		own = f[script.String()]
	}
	d := DefaultFonts()[script.String()]
	return Font{
		ASCII:    firstName(own.ASCII, d.ASCII),
		HAnsi:    firstName(own.HAnsi, own.ASCII, d.HAnsi),
		EastAsia: firstName(own.EastAsia, d.EastAsia),
		CS:       firstName(own.CS, d.CS),
	}
}

func firstName(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}

// runFonts converts the w:rFonts of run properties. An explicit font drives out
// the theme's, which would prevail (§17.3.2.26).
func (c *conversion) runFonts(l *propertyList, text runText) {
	tag := l.tagOf("rFonts")
	if tag != nil && !symbolFont(tag) {
		tag = c.ownFont(tag, l.attrs(), false)
	}
	if bare := c.hint(tag, l, text); tag != nil || bare != nil {
		c.storeFonts(l, bare)
	}
}

// defaultFonts names the font of the target for text that names none.
func (c *conversion) defaultFonts(l *propertyList) {
	tag := l.tagOf("rFonts")
	if tag == nil {
		tag = l.element("rFonts", "")
	}
	c.storeFonts(l, c.ownFont(tag, l.attrs(), true))
}

func (c *conversion) storeFonts(l *propertyList, tag []byte) {
	switch {
	case !strings.ContainsRune(string(tag), '='):
		l.store("rFonts", nil)
	case l.has("rFonts"):
		l.storeTag("rFonts", tag)
	default:
		l.store("rFonts", tag)
	}
}

// ownFont sets the font of the target's script where one is named, or always.
func (c *conversion) ownFont(tag []byte, attrs string, always bool) []byte {
	switch c.to.slot {
	case slotComplex:
		return setFont(tag, attrs, "cs", "cstheme", c.font.CS, always)
	case slotEastAsia:
		return setFont(tag, attrs, "eastAsia", "eastAsiaTheme", c.font.EastAsia, always)
	}
	if c.from.slot == slotLatin {
		return tag
	}
	tag = replaceForeign(tag, "ascii", c.font.ASCII)
	return replaceForeign(tag, "hAnsi", c.font.HAnsi)
}

func setFont(tag []byte, attrs, attr, theme, name string, always bool) []byte {
	_, named := tagAttr(tag, attr)
	_, themed := tagAttr(tag, theme)
	if name == "" || !named && !themed && !always {
		return tag
	}
	return tagSet(tagDrop(tag, theme), attrs, attr, name)
}

func replaceForeign(tag []byte, attr, name string) []byte {
	if old, ok := tagAttr(tag, attr); ok && name != "" && foreignFont(old) {
		return tagSet(tag, "", attr, name)
	}
	return tag
}

// foreignFonts are fonts made for another script whose Latin letters do not
// serve a text in Latin or Cyrillic letters; fonts with names in Chinese,
// Japanese or Korean are too.
var foreignFonts = map[string]bool{
	"simsun": true, "nsimsun": true, "simhei": true, "fangsong": true, "fangsong_gb2312": true,
	"kaiti": true, "kaiti_gb2312": true, "stsong": true, "stkaiti": true, "stfangsong": true, "stheiti": true,
	"mingliu": true, "pmingliu": true, "dfkai-sb": true, "ms mincho": true, "ms gothic": true,
	"ms pmincho": true, "ms pgothic": true, "batang": true, "gulim": true, "dotum": true,
	"traditional arabic": true, "simplified arabic": true, "simplified arabic fixed": true,
	"arabic transparent": true, "arabic typesetting": true, "andalus": true, "david": true, "miriam": true,
}

func foreignFont(name string) bool {
	if foreignFonts[strings.ToLower(name)] {
		return true
	}
	return strings.IndexFunc(name, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Arabic)
	}) >= 0
}

// symbolFonts hold signs at the places of letters: they stay, and their runs
// take no direction, which would choose the font of complex scripts instead.
var symbolFonts = map[string]bool{
	"symbol": true, "wingdings": true, "wingdings 2": true, "wingdings 3": true,
	"webdings": true, "marlett": true, "mt extra": true, "zapfdingbats": true, "opensymbol": true,
}

func symbolFont(tag []byte) bool {
	ascii, _ := tagAttr(tag, "ascii")
	hAnsi, _ := tagAttr(tag, "hAnsi")
	return symbolFonts[strings.ToLower(ascii)] || symbolFonts[strings.ToLower(hAnsi)]
}

// hint gives the rFonts tag, which may be nil, with the hint that quotation
// marks, dashes and accented letters in Han text are East Asian (§17.3.2.26,
// table of characters), or without it in text of another script.
func (c *conversion) hint(tag []byte, l *propertyList, text runText) []byte {
	switch {
	case c.to.slot == slotEastAsia && text == textHan:
		if tag == nil {
			tag = l.element("rFonts", "")
		}
		return tagSet(tag, l.attrs(), "hint", "eastAsia")
	case tag != nil && c.from.slot == slotEastAsia && c.to.slot != slotEastAsia && text != textHan:
		if v, _ := tagAttr(tag, "hint"); v == "eastAsia" {
			return tagDrop(tag, "hint")
		}
	}
	return tag
}
