package docx

import (
	"bytes"
	"math"
)

// respeak gives a part in which every element that names the source language
// names the target's: w:lang (§17.3.2.20) in the slot of the target's script,
// the lid of a date picker (§17.5.2) or of ruby (§17.3.3), the lang of a chart
// (§21.2.2) and of DrawingML text (§21.1.2.3.9). Other languages stay: they say
// what a foreign word is.
//
// It looks for the values, which are few, and then at the tag around each, so
// it costs little more than a look at every byte. Elements go by their local
// names; no other vocabulary of Word files has these with a language as value.
func (c *conversion) respeak(xml []byte) []byte {
	s := speaker{conversion: c, xml: xml, tags: map[string][]byte{}, verbatim: verbatim(xml)}
	double, single := []byte(`"`+c.from.base), []byte(`'`+c.from.base)
	d, q := s.next(double, 0), s.next(single, 0)
	for {
		at := min(d, q)
		if at == math.MaxInt {
			return patched(xml, s.changes)
		}
		past := s.convert(at)
		if d < past {
			d = s.next(double, past)
		}
		if q < past {
			q = s.next(single, past)
		}
	}
}

// A speaker is one part on its way into another language.
type speaker struct {
	*conversion
	xml        []byte
	tags       map[string][]byte // what tags become
	verbatim   [][2]int          // places where < begins no tag
	start, end int               // the last tag that was looked at
	seen       int               // the place up to which < were looked for
	changes    []patch
}

func (s *speaker) next(value []byte, from int) int {
	if n := bytes.Index(s.xml[from:], value); n >= 0 {
		return from + n
	}
	return math.MaxInt
}

// verbatim gives the places of comments and CDATA sections.
func verbatim(xml []byte) (places [][2]int) {
	for at := 1; ; {
		n := bytes.IndexByte(xml[min(at, len(xml)):], '!')
		if n < 0 {
			return places
		}
		start, end := at+n-1, []byte(">")
		if xml[start] != '<' {
			at = start + 2
			continue
		}
		switch {
		case bytes.HasPrefix(xml[start:], []byte("<!--")):
			end = []byte("-->")
		case bytes.HasPrefix(xml[start:], []byte("<![CDATA[")):
			end = []byte("]]>")
		}
		n = bytes.Index(xml[start:], end)
		if n < 0 {
			return append(places, [2]int{start, len(xml)})
		}
		at = start + n + len(end)
		places = append(places, [2]int{start, at})
	}
}

// convert converts the tag around a place, if it is in one, and gives the place
// to go on from.
func (s *speaker) convert(at int) int {
	for len(s.verbatim) > 0 && s.verbatim[0][1] <= at {
		s.verbatim = s.verbatim[1:]
	}
	if len(s.verbatim) > 0 && s.verbatim[0][0] <= at {
		return s.verbatim[0][1]
	}
	if n := bytes.LastIndexByte(s.xml[s.seen:at], '<'); n >= 0 {
		s.start = s.seen + n
		s.end = s.start + len(startTag(s.xml[s.start:]))
	}
	s.seen = at
	if at >= s.end {
		return at + 1
	}
	tag := s.xml[s.start:s.end]
	if with := s.converted(tag); !bytes.Equal(with, tag) {
		s.changes = append(s.changes, patch{int32(s.start), int32(s.end), with})
	}
	return s.end
}

// tagLimit bounds the tags that are remembered; a document has a few.
const tagLimit = 1024

func (s *speaker) converted(tag []byte) []byte {
	if with, ok := s.tags[string(tag)]; ok {
		return with
	}
	with := s.respeakTag(tag)
	if len(s.tags) < tagLimit {
		s.tags[string(tag)] = with
	}
	return with
}

// respeakTag gives a start tag in the target language.
func (c *conversion) respeakTag(tag []byte) []byte {
	switch name := qualified(tag); string(local(name)) {
	case "lang":
		return c.respeakLang(tag)
	case "lid":
		return c.respeakAttr(tag, "val")
	case "rPr", "endParaRPr", "defRPr":
		return c.respeakAttr(c.respeakAttr(tag, "lang"), "altLang")
	}
	return tag
}

// respeakLang converts w:lang, whose attributes have a prefix, and c:lang.
func (c *conversion) respeakLang(tag []byte) []byte {
	for _, attr := range []slot{slotLatin, slotEastAsia, slotComplex} {
		a, ok := attrAt(tag, string(attr))
		if !ok || !c.from.speaks(string(tag[a.value:a.end-1])) {
			continue
		}
		prefix := prefixOf(tag[a.name:a.value])
		if len(prefix) == 0 {
			return tagSet(tag, "", string(attr), c.to.code)
		}
		return tagSet(tag, string(prefix), string(c.to.slot), c.to.code)
	}
	return tag
}

func (c *conversion) respeakAttr(tag []byte, attr string) []byte {
	if v, ok := tagAttr(tag, attr); ok && c.from.speaks(v) {
		return tagSet(tag, "", attr, c.to.code)
	}
	return tag
}
