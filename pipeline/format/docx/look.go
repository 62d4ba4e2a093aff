package docx

import (
	"slices"
	"strings"
)

// The dimensions in which the formatting of a stretch of text can differ from
// that of its paragraph; each makes codes of its own, those of a lower number
// outside those of a higher one.
const (
	dimLink = iota // a link that is formatting, as in DrawingML
	dimFont        // font, size, colour, style: all that has no name of its own
	dimBold        //
	dimItalic
	dimUnderline
	dimStrike
	dimRaise // superscript, subscript
	dims
)

// values holds a value for each dimension, as a lexicon numbers it; 0 where it
// is off.
type values [dims]int32

// lexicon numbers strings from 0, which is "", so that they compare fast.
type lexicon struct {
	numbers map[string]int32
	strings []string
}

func newLexicon() *lexicon {
	return &lexicon{map[string]int32{"": 0}, []string{""}}
}

func (l *lexicon) number(s string) int32 {
	n, ok := l.numbers[s]
	if !ok {
		n = int32(len(l.strings))
		l.numbers[s] = n
		l.strings = append(l.strings, s)
	}
	return n
}

// look is the effective formatting of a run.
type look struct {
	is   values
	font properties // what is[dimFont] is the key of
	ink  string     // what shows on white space too
	skip bool       // hidden, or in a style that is not translated
}

// script is which of the fonts and sizes of a run its text uses (§17.3.2.26).
type script int

const (
	scriptLatin script = iota
	scriptEast
	scriptComplex
)

// fontSlots lists the slots of w:rFonts that a script uses.
var fontSlots = map[script][]string{
	scriptLatin: {"font.ascii", "font.hAnsi"}, scriptEast: {"font.eastAsia"}, scriptComplex: {"font.cs"},
}

// noise are the properties that do not show, or that follow the language.
var noise = map[string]bool{
	"lang": true, "noProof": true, "webHidden": true, "rtl": true, "cs": true, "kern": true, "snapToGrid": true,
	"vanish": true, "specVanish": true, "b": true, "bCs": true, "i": true, "iCs": true, "u": true, "strike": true, "dstrike": true,
	"vertAlign": true, "sz": true, "szCs": true, "rStyle": true, "ligatures": true, "cntxtAlts": true, "numForm": true, "numSpacing": true,
}

// inked are the properties of dimFont that show on white space.
var inked = []string{"highlight", "shd", "bdr", "em", "effect", "size", "spacing"}

// lookOf gives the look of a run with direct properties in a paragraph whose
// style gives base. Between the paragraph's style and the run's the toggles
// are exclusive (§17.7.3).
func (s *styleSheet) lookOf(base, direct properties, sc script, words *lexicon) *look {
	all := base
	style := s.styles[direct.get("rStyle")]
	if style != nil && !style.paragraph {
		all = all.over(exclusive(base, style.run))
	}
	all = all.over(direct)
	l := &look{skip: all.get("vanish") == "1" || all.get("specVanish") == "1" || style != nil && style.skip}
	all = all.effective()
	complex := all.get("rtl") == "1" || all.get("cs") == "1"
	line, strike := underline(all.get("u")), all.get("strike")+all.get("dstrike")
	l.is[dimBold] = words.number(all.get(twin("b", complex)))
	l.is[dimItalic] = words.number(all.get(twin("i", complex)))
	l.is[dimUnderline] = words.number(line)
	l.is[dimStrike] = words.number(strike)
	l.is[dimRaise] = words.number(all.get("vertAlign"))
	l.font = fontOf(all, complex, sc)
	if style != nil && s.tells(style, base) {
		l.font = l.font.set(property{"style", style.id})
	}
	l.is[dimFont] = words.number(l.font.key())
	l.ink = line + "|" + strike
	for _, name := range inked {
		l.ink += "|" + l.font.get(name)
	}
	return l
}

func twin(name string, complex bool) string {
	if complex {
		return name + "Cs"
	}
	return name
}

// underline gives the kind of a line without its colour.
func underline(value string) string {
	for _, part := range strings.Split(value, ",") {
		if kind, ok := strings.CutPrefix(part, "val:"); ok {
			value = kind
		}
	}
	if value == "none" {
		return ""
	}
	return value
}

func exclusive(base, run properties) properties {
	out := slices.Clone(run)
	for i, one := range out {
		if toggles[one.name] && one.value == "1" && base.get(one.name) == "1" {
			out[i].value = "0"
		}
	}
	return out
}

func fontOf(all properties, complex bool, sc script) properties {
	var out properties
	for _, one := range all {
		if !noise[one.name] && !strings.HasPrefix(one.name, "font.") {
			out = append(out, one)
		}
	}
	for _, slot := range fontSlots[sc] {
		if font := all.get(slot); font != "" {
			out = out.set(property{slot, font})
		}
	}
	if size := all.get(twin("sz", complex || sc == scriptComplex)); size != "" {
		out = out.set(property{"size", size})
	}
	return out
}

// tells reports whether a character style says something that its looks do
// not: it is then part of the formatting.
func (s *styleSheet) tells(one *style, base properties) bool {
	name := plainName(one.name)
	if quiet[name] || strings.HasPrefix(name, "scx") || strings.HasPrefix(name, "bcx") {
		return false
	}
	shows := 0
	for _, p := range one.run.effective() {
		switch p.name {
		case "b", "i", "u", "strike", "dstrike", "vertAlign":
			shows++
		case "bCs", "iCs", "lang", "noProof":
		default:
			if base.get(p.name) != p.value {
				shows++
			}
		}
	}
	return shows == 0
}
