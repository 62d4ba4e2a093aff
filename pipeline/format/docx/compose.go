package docx

import (
	"bytes"
	"slices"
)

// fragment is one property of a run as it stands: an element, or for
// DrawingML also an attribute with the space before it.
type fragment struct {
	name      string // without its prefix
	raw       []byte
	attribute bool
}

// governed gives the dimension that a property belongs to, or -1 for what
// follows the language.
func governed(name string) int {
	switch name {
	case "hlinkClick", "hlinkMouseOver":
		return dimLink
	case "b", "bCs":
		return dimBold
	case "i", "iCs":
		return dimItalic
	case "u", "uLn", "uLnTx", "uFill", "uFillTx":
		return dimUnderline
	case "strike", "dstrike":
		return dimStrike
	case "vertAlign", "baseline":
		return dimRaise
	case "lang", "noProof", "rtl", "cs", "altLang", "dirty", "err", "smtClean", "smtId", "bmk", "webHidden":
		return -1
	default:
		return dimFont
	}
}

// fragments takes the properties of a run apart.
func fragments(rPr []byte) (tag []byte, out []fragment) {
	if len(rPr) == 0 {
		return nil, nil
	}
	t, err := parseXML(rPr, DefaultLimits().Depth)
	if err != nil {
		return nil, nil
	}
	tag = qualified(t.tag(1))
	eachAttr(t.tag(1), func(a attr, at int) bool {
		from := at - 1 - len(a.name)
		for from > 0 && !isSpace(t.src[from]) {
			from--
		}
		out = append(out, fragment{string(local(a.name)), t.src[from : at+len(a.value)+1], true})
		return true
	})
	for n := t.nodes[1].first; n != 0; n = t.nodes[n].next {
		out = append(out, fragment{string(local(qualified(t.tag(n)))), t.raw(n), false})
	}
	return tag, out
}

// compose makes the properties for text in a nesting of codes that the source
// does not have: those of the paragraph's plain text, with what each of the
// codes changes.
func (e *encoder) compose() (s spot, rPr []byte) {
	s = e.base
	tag, props := fragments(e.rPr(s))
	if s.stop == 0 {
		tag, props = e.plain()
	}
	for _, i := range e.stack {
		c := &e.codes[i]
		if c.dims == 0 || c.sample.stop == 0 {
			continue
		}
		sampleTag, sample := fragments(e.rPr(c.sample))
		if tag == nil {
			tag = sampleTag
		}
		props = change(props, sample, c.dims)
	}
	return s, e.assemble(tag, props)
}

// plain gives what the first text of the paragraph has without its codes; it
// is for a paragraph in which all text has some.
func (e *encoder) plain() (tag []byte, props []fragment) {
	for i := range e.codes {
		if e.codes[i].direct.stop == 0 {
			continue
		}
		tag, props = fragments(e.rPr(e.codes[i].direct))
		for n := int32(i); n >= 0; n = e.codes[n].parent {
			props = change(props, nil, e.codes[n].dims)
		}
		return tag, props
	}
	return nil, nil
}

// change gives props with those of the dimensions replaced by those of sample.
// Where the sample has none of its own for them, they come from its style.
func change(props, sample []fragment, dims uint8) []fragment {
	in := func(f fragment) bool {
		d := governed(f.name)
		return d >= 0 && dims&(1<<d) != 0
	}
	props = slices.DeleteFunc(slices.Clone(props), in)
	direct := false
	for _, f := range sample {
		if in(f) {
			props = append(props, f)
			direct = true
		}
	}
	if direct {
		return props
	}
	for _, f := range sample {
		if f.name == "rStyle" {
			props = append(slices.DeleteFunc(props, func(p fragment) bool { return p.name == "rStyle" }), f)
		}
	}
	return props
}

// propertyOrder is the order of the properties of a run, EG_RPrBase of §A.1 and
// CT_TextCharacterProperties of §A.4.1; others follow.
var propertyOrder = func() map[string]int {
	order := map[string]int{}
	for i, name := range []string{
		"rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint",
		"noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u",
		"effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
		"ln", "noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill", "effectLst", "effectDag",
		"uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "sym", "hlinkClick", "hlinkMouseOver", "extLst",
	} {
		order[name] = i + 1
	}
	order["cs"] = order["ea"] // of DrawingML; in WordprocessingML it is alone in its place
	return order
}()

// assemble puts properties together.
func (e *encoder) assemble(tag []byte, props []fragment) []byte {
	if len(props) == 0 {
		return nil
	}
	if tag == nil {
		tag = []byte(e.prefix + "rPr")
	}
	slices.SortStableFunc(props, func(a, b fragment) int { return rank(a) - rank(b) })
	var attrs, elements bytes.Buffer
	for _, p := range props {
		if p.attribute {
			attrs.Write(p.raw)
		} else {
			elements.Write(p.raw)
		}
	}
	return slices.Concat([]byte("<"), tag, attrs.Bytes(), []byte(">"), elements.Bytes(), []byte("</"), tag, []byte(">"))
}

func rank(f fragment) int {
	if n, ok := propertyOrder[f.name]; ok {
		return n
	}
	return len(propertyOrder) + 1
}
