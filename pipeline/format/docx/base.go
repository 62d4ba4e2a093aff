package docx

// base is the formatting from which the codes of a paragraph, or of a link in
// it, tell the deviations. It does not depend on the length of texts, so that
// a translation has the base of its source.
type base struct {
	is   values
	font properties
}

// rest is what a base takes where texts differ: the formatting of the
// paragraph's style, or for a link that of the paragraph.
func (l *look) rest() base { return base{l.is, l.font} }

// baseOf gives the base for looks: in each dimension the value that all have,
// else that of rest. Fonts are told apart by property: the value that all
// have, else that of rest where one has it, else that of the first.
func (w *lexicon) baseOf(looks []*look, rest base) base {
	if len(looks) == 0 {
		return rest
	}
	b := base{is: looks[0].is, font: looks[0].font}
	for d := range b.is {
		for _, l := range looks {
			if l.is[d] != b.is[d] {
				b.is[d] = rest.is[d]
				break
			}
		}
	}
	if b.is[dimFont] == looks[0].is[dimFont] && sameFont(looks) {
		return b
	}
	b.font = commonFont(looks, rest)
	b.is[dimFont] = w.number(b.font.key())
	return b
}

func sameFont(looks []*look) bool {
	for _, l := range looks {
		if l.is[dimFont] != looks[0].is[dimFont] {
			return false
		}
	}
	return true
}

func commonFont(looks []*look, rest base) properties {
	var names properties
	for _, l := range looks {
		names = names.over(l.font)
	}
	var out properties
	for _, one := range names {
		value := looks[0].font.get(one.name)
		for _, l := range looks[1:] {
			if l.font.get(one.name) != value {
				value = settled(looks, rest, one.name)
				break
			}
		}
		if value != "" {
			out = append(out, property{one.name, value})
		}
	}
	return out
}

// settled gives the value of a property in which looks differ.
func settled(looks []*look, rest base, name string) string {
	for _, l := range looks {
		if l.font.get(name) == rest.font.get(name) {
			return rest.font.get(name)
		}
	}
	return looks[0].font.get(name)
}

// deviation gives, for each dimension in which l is not b, the value that l has
// and 1 more: 0 is no deviation.
func (b *base) deviation(l *look) values {
	var out values
	for d, value := range l.is {
		if value != b.is[d] {
			out[d] = value + 1
		}
	}
	return out
}

// common gives the dimensions in which a and b agree.
func (v values) common(o values) values {
	for d := range v {
		if v[d] != o[d] {
			v[d] = 0
		}
	}
	return v
}

// without gives the dimensions of v that are not in o.
func (v values) without(o values) values {
	for d := range v {
		if v[d] == o[d] {
			v[d] = 0
		}
	}
	return v
}

// codeName names the pair for a deviation after what it does.
func (w *lexicon) codeName(dim int, deviation int32) string {
	value := w.strings[deviation-1]
	switch {
	case dim == dimLink:
		return "a"
	case value == "" || dim == dimFont:
		return "f"
	case dim == dimBold:
		return "b"
	case dim == dimItalic:
		return "i"
	case dim == dimUnderline:
		return "u"
	case dim == dimStrike:
		return "s"
	case value == "superscript":
		return "sup"
	default:
		return "sub"
	}
}
