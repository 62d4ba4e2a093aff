package glossary

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// The compiled form begins with the magic and the checksum of all that follows:
// the code's part of the key, the key, the head, the languages, the concepts, and for
// each language its dictionary and its tree. Each is a chunk behind its length.
const (
	magic    = "hexaglot.hxg\r\n\x00\n"
	headSize = len(magic) + 4
)

// maxPart bounds a part of the compiled form, whose places are 32 bits wide.
const maxPart = math.MaxUint32

// Compile writes a termbase, parsed or opened, in the form that Open reads;
// key is that of its sources. The same termbase gives the same bytes. A
// *fault.Error of kind Input tells that a part of it would have 4 GiB or more:
// some ten million concepts.
func Compile(b *Termbase, key string) ([]byte, error) {
	concepts := slices.Collect(b.All())
	langs := languages(concepts)
	out := append(make([]byte, 0, headSize), magic...)
	out = binary.LittleEndian.AppendUint32(out, 0)
	for _, text := range []string{code(), key, b.Head} {
		out = appendChunk(out, []byte(text))
	}
	out = appendRows(out, names(langs))
	parts := append([]func() []byte{func() []byte { return compileConcepts(concepts, langs) }}, matchers(concepts, langs)...)
	for _, compile := range parts {
		part := compile()
		if int64(len(part)) > maxPart {
			return nil, fault.New(fault.Input, "glossary-cache-size", "the glossary is too large to be kept compiled")
		}
		out = appendChunk(out, part)
	}
	binary.LittleEndian.PutUint32(out[len(magic):], checksum(out[headSize:]))
	return out, nil
}

func matchers(concepts []*Concept, langs []language.Tag) (out []func() []byte) {
	for _, lang := range langs {
		out = append(out, func() []byte { return compileMatcher(concepts, lang) })
	}
	return out
}

// languages gives those of the terms, in the order of their names.
func languages(concepts []*Concept) []language.Tag {
	seen := map[language.Tag]string{}
	for _, c := range concepts {
		for lang := range c.Terms {
			if _, ok := seen[lang]; !ok {
				seen[lang] = lang.String()
			}
		}
	}
	langs := slices.Collect(maps.Keys(seen))
	slices.SortFunc(langs, func(a, b language.Tag) int {
		if seen[a] < seen[b] {
			return -1
		}
		return 1
	})
	return langs
}

func names(langs []language.Tag) (out []string) {
	for _, lang := range langs {
		out = append(out, lang.String())
	}
	return out
}

// compileConcepts writes what compiled.openConcepts reads.
func compileConcepts(concepts []*Concept, langs []language.Tag) []byte {
	s := shelf{langs: langs, repeated: newPool()}
	ids := make([]string, 0, len(concepts))
	var starts []byte
	for _, c := range concepts {
		starts = appendNumbers(starts, uint32(len(s.out)))
		s.concept(c)
		ids = append(ids, c.ID)
	}
	starts = appendNumbers(starts, uint32(len(s.out)))
	out := appendTable(nil, ids)
	out = appendRows(out, s.repeated.list)
	return appendChunk(appendChunk(out, starts), s.out)
}

// shelf writes concepts one behind the other.
type shelf struct {
	langs    []language.Tag
	repeated *pool
	out      []byte
}

// number writes a number that is not negative.
func (s *shelf) number(n int) { s.out = binary.AppendUvarint(s.out, uint64(n)) }

// text writes a string that stands once.
func (s *shelf) text(t string) { s.out = appendText(s.out, t) }

// again writes a string that other concepts have too.
func (s *shelf) again(t string) { s.number(int(s.repeated.place(t))) }

func (s *shelf) list(list []string) {
	s.number(len(list))
	for _, t := range list {
		s.text(t)
	}
}

// concept writes what compiled.decode reads.
func (s *shelf) concept(c *Concept) {
	s.again(c.Subject)
	s.again(c.POS)
	s.text(c.Definition)
	s.text(c.Note)
	s.again(c.File)
	s.number(c.Line)
	s.number(len(c.Terms))
	for i, lang := range s.langs {
		terms, ok := c.Terms[lang]
		if !ok {
			continue
		}
		s.number(i)
		s.number(len(terms))
		for _, t := range terms {
			s.term(t)
			s.out = binary.AppendVarint(s.out, int64(t.Line-c.Line))
		}
	}
}

// term writes what compiled.term reads.
func (s *shelf) term(t *Term) {
	s.text(t.Text)
	s.again(s.sheet(t))
	s.again(t.Note)
	s.again(t.Source)
	if len(t.Forms)+len(t.Except) > 0 {
		s.list(t.Forms)
		s.list(t.Except)
	}
}

// sheet writes what many terms have in common.
func (s *shelf) sheet(t *Term) string {
	var b []byte
	for _, value := range []string{string(t.Type), string(t.Status), t.POS, t.Gender, t.Number, t.File} {
		b = appendText(b, value)
	}
	flags := 0
	for i, flag := range flagsOf(t) {
		if *flag {
			flags |= 1 << i
		}
	}
	if len(t.Forms)+len(t.Except) > 0 {
		flags |= hasLists
	}
	return string(binary.AppendUvarint(binary.AppendUvarint(b, uint64(t.Insert)), uint64(flags)))
}

// hasLists is the flag of a term with forms or exceptions.
const hasLists = 1 << 5

// flagsOf lists the fields of a term that are yes or no.
func flagsOf(t *Term) [5]*bool {
	return [5]*bool{&t.Verified, &t.Exact, &t.Capital, &t.Word, &t.Silent}
}
