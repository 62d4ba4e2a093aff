package check

import (
	"slices"
	"strings"
	"unicode"

	"hexaglot/pipeline/locale"
)

// apart are the values of a pair that only one of its sides says.
type apart struct{ source, target []locale.Value }

// apart compares the values of both sides by what they say. How often a value
// stands does not matter, for languages repeat what others imply.
func (p Pair) apart() apart {
	p = p.prepared()
	return p.read.apart.get(func() apart {
		if !saysValues(p.Source.Text) && !saysValues(p.Target.Text) {
			return apart{}
		}
		if onlyYears(p.Source.Text, p.Target.Text) {
			return apart{}
		}
		src, trg := p.sourceValues(), p.targetValues()
		return apart{unsaid(src, trg), unsaid(trg, src)}
	})
}

// saysValues reports whether a text has digits of any script, or a Chinese
// numeral: two of its characters, or one behind 第. A single one is a word more
// often than a number.
func saysValues(text string) bool {
	const numerals = "一二三四五六七八九十百千万亿零〇"
	var before rune
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9', r > 0x7f && unicode.IsDigit(r):
			return true
		case r >= 0x2e80 && (before == '第' || strings.ContainsRune(numerals, before)) && strings.ContainsRune(numerals, r):
			return true
		}
		before = r
	}
	return false
}

// onlyYears reports whether all that two texts say in digits is one number of
// four, such as a year, and the same in both: no other value can differ.
func onlyYears(src, trg string) bool {
	a, b := locale.DigitRuns(src), locale.DigitRuns(trg)
	if len(a) == 0 || len(b) == 0 || len(a[0]) != 4 {
		return false
	}
	other := func(run string) bool { return run != a[0] }
	return !slices.ContainsFunc(a, other) && !slices.ContainsFunc(b, other)
}

// unsaid gives the values that other does not say.
func unsaid(values, other []locale.Value) []locale.Value {
	var out []locale.Value
	for _, v := range values {
		if !slices.ContainsFunc(other, func(o locale.Value) bool { return o.Kind == v.Kind && o.Key == v.Key }) {
			out = append(out, v)
		}
	}
	return out
}

// conflict gives the values of one kind that stand against each other: both
// sides have such, and none of either is said by the other.
func (p Pair) conflict(kind locale.Kind) (src, trg []locale.Value) {
	of := func(values []locale.Value) []locale.Value {
		return slices.DeleteFunc(slices.Clone(values), func(v locale.Value) bool { return v.Kind != kind })
	}
	a := p.apart()
	src, trg = of(a.source), of(a.target)
	if len(src) == 0 || len(trg) == 0 {
		return nil, nil
	}
	return src, trg
}

// texts gives the words of values in a text.
func texts(text string, values []locale.Value) []string {
	var out []string
	for _, v := range values {
		if s := text[v.Start:v.End]; !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// against makes the finding of two lists of values, at the first of each.
func (p Pair) against(f Finding, src, trg []locale.Value) []Finding {
	f.Message.Args = map[string]any{"Source": texts(p.Source.Text, src), "Target": texts(p.Target.Text, trg)}
	return []Finding{f.at(Span{src[0].Start, src[0].End}, Span{trg[0].Start, trg[0].End})}
}

// parts gives the distinct parts of the keys of values.
func parts(values []locale.Value, separators string) []string {
	var out []string
	for _, v := range values {
		for _, part := range strings.FieldsFunc(v.Key, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
			if !slices.Contains(out, part) {
				out = append(out, part)
			}
		}
	}
	slices.Sort(out)
	return out
}
