package glossary

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/messages/fault"
)

// reopened compiles a termbase and opens it.
func reopened(t interface{ Fatal(...any) }, b *Termbase) *Termbase {
	data, err := Compile(b, "key")
	if err != nil {
		t.Fatal(err)
	}
	out, err := Open(data, "key")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sameFinds checks that two termbases find the same in a text.
func sameFinds(a, b *Termbase, lang language.Tag, text string) error {
	want, got := a.Matcher(lang).Find(text), b.Matcher(lang).Find(text)
	if !reflect.DeepEqual(got, want) {
		return fmt.Errorf("%s: %d finds, want %d, or others, in %q", lang, len(got), len(want), text)
	}
	return nil
}

// sameConcepts checks that two termbases have the same concepts in the same
// order.
func sameConcepts(a, b *Termbase) error {
	want, got := slices.Collect(a.All()), slices.Collect(b.All())
	if len(want) != len(got) || a.Head != b.Head {
		return fmt.Errorf("%d concepts, want %d", len(got), len(want))
	}
	for i, c := range want {
		if !reflect.DeepEqual(c, got[i]) {
			return fmt.Errorf("%+v, want %+v", got[i], c)
		}
		if b.Concept(c.ID) != got[i] {
			return fmt.Errorf("%s is another when asked for", c.ID)
		}
	}
	return nil
}

// TestCompiledITU: the compiled form of the ITU's termbase has its concepts and
// finds what it finds.
func TestCompiledITU(t *testing.T) {
	parsed := ituBase(t)
	opened := reopened(t, parsed)
	if err := sameConcepts(parsed, opened); err != nil {
		t.Error(err)
	}
	for _, lang := range append([]language.Tag{language.German}, six...) {
		texts := []string{segments[lang], ""}
		if slices.Contains(six, lang) {
			for _, l := range readTable(t, lang) {
				texts = append(texts, l.text)
			}
		}
		for _, text := range texts {
			if err := sameFinds(parsed, opened, lang, text); err != nil {
				t.Error(err)
			}
		}
	}
	if opened.Concept("none such") != nil {
		t.Error("a concept that is not there")
	}
	if got, want := opened.Concept("ldc").Label(language.Russian), "наименее развитые страны (НРС)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// vocabulary is what the terms and texts of TestCompiled are made of.
var vocabulary = map[language.Tag][]string{
	language.Arabic:           strings.Fields("البلدان النامية نمواً أقل والاتحاد الدولي للاتصالات ITU LDC لجان لجنة"),
	language.Chinese:          strings.Fields("国 际 电 联 最 不 发 达 国家 LDC （ ） 《 》"),
	language.English:          strings.Fields("State States Member countries country's ICT ICTs - process Question “x” and of LDC"),
	language.French:           strings.Fields("l'UIT État États Membre réseaux réseau régional régionale PMA d' annexé annexe ( )"),
	language.Russian:          strings.Fields("страны стран развитые развитых МСЭ MCЭ-Т днём день ё , « » –"),
	language.Spanish:          strings.Fields("países país menos adelantados adelantado Unión órdenes orden PMA UIT / :"),
	language.German:           strings.Fields("Länder Land der am wenigsten entwickelten, LDC"),
	language.MustParse("tlh"): strings.Fields("Qapla' batlh je LDC"),
}

// drawPhrase makes a text of words of a language.
func drawPhrase(t *rapid.T, lang language.Tag, most int) string {
	list := rapid.SliceOfN(rapid.SampledFrom(vocabulary[lang]), 1, most).Draw(t, "words")
	return strings.Join(list, rapid.SampledFrom([]string{" ", " ", "", "\r\n", "\u00a0", "\u2028", "-"}).Draw(t, "joint"))
}

func drawTerm(t *rapid.T, lang language.Tag, line int) *Term {
	phrases := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string { return drawPhrase(t, lang, 3) }), 1, 2)
	flag := func(name string) bool { return rapid.IntRange(0, 5).Draw(t, name) == 0 }
	out := &Term{
		Text:   drawPhrase(t, lang, 4),
		Type:   rapid.SampledFrom([]Type{FullForm, FullForm, ShortForm, Abbreviation}).Draw(t, "type"),
		Status: rapid.SampledFrom([]Status{Preferred, Admitted, Superseded, Deprecated}).Draw(t, "status"),
		POS:    rapid.SampledFrom([]string{"noun", "proper noun", ""}).Draw(t, "pos"),
		Note:   rapid.String().Draw(t, "note"), Insert: rapid.IntRange(0, 3).Draw(t, "insert"),
		Verified: flag("verified"), Exact: flag("exact"), Capital: flag("capital"), Word: flag("word"), Silent: flag("silent"),
		File: "x.toml", Line: rapid.IntRange(0, 2*line).Draw(t, "line"),
	}
	if flag("forms") {
		out.Forms = phrases.Draw(t, "forms")
	}
	if flag("except") {
		out.Except = phrases.Draw(t, "except")
	}
	return out
}

// drawBase makes a termbase in six languages and two others.
func drawBase(t *rapid.T) *Termbase {
	concepts := make([]*Concept, rapid.IntRange(0, 12).Draw(t, "concepts"))
	for i := range concepts {
		c := &Concept{ID: fmt.Sprint("c", i), Definition: rapid.String().Draw(t, "definition"), Line: 10 * i, Terms: map[language.Tag][]*Term{}}
		for lang := range vocabulary {
			for range rapid.IntRange(0, 2).Draw(t, "terms") {
				c.Terms[lang] = append(c.Terms[lang], drawTerm(t, lang, c.Line))
			}
		}
		concepts[i] = c
	}
	b, err := New(concepts)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestCompiled: whatever the termbase and the text, the compiled form has the
// same concepts and the same finds, and compiles to the same bytes again.
func TestCompiled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parsed := drawBase(t)
		opened := reopened(t, parsed)
		for lang := range vocabulary {
			for range 3 {
				if err := sameFinds(parsed, opened, lang, drawPhrase(t, lang, 12)); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := sameConcepts(parsed, opened); err != nil {
			t.Fatal(err)
		}
		first, _ := Compile(parsed, "key")
		second, _ := Compile(opened, "key")
		if !bytes.Equal(first, second) {
			t.Fatal("the compiled form of an opened termbase is another")
		}
	})
}

// fill gives every field of a struct a value of its own.
func fill(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString(fmt.Sprint("value ", i))
		case reflect.Int:
			f.SetInt(int64(i + 100))
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Slice:
			f.Set(reflect.ValueOf([]string{fmt.Sprint(i), ""}))
		}
	}
}

// TestCompiledFields: every field of a concept and of a term is kept, one added
// later too.
func TestCompiledFields(t *testing.T) {
	term, c := &Term{}, &Concept{}
	fill(reflect.ValueOf(term).Elem())
	fill(reflect.ValueOf(c).Elem())
	c.Terms = map[language.Tag][]*Term{language.French: {term, {Text: "x", Line: 7}}, language.MustParse("sr"): {}}
	b := &Termbase{Head: "# head\r\n", Concepts: []*Concept{c, {ID: "empty", Terms: map[language.Tag][]*Term{}}}}
	if err := sameConcepts(b, reopened(t, b)); err != nil {
		t.Error(err)
	}
}

// TestConceptIsOne: whoever asks for a concept, at the same time or later, gets
// the same one.
func TestConceptIsOne(t *testing.T) {
	opened := reopened(t, ituBase(t))
	var wg sync.WaitGroup
	got := make([]*Concept, 8)
	for i := range got {
		wg.Go(func() {
			got[i] = opened.Matcher(language.French).Find("les PMA")[0].Concept
		})
	}
	wg.Wait()
	for _, c := range got {
		if c != opened.Concept("ldc") {
			t.Fatal("two concepts of one ID")
		}
	}
}

// TestKey: a key changes with the sources, with their order and with where one
// ends.
func TestKey(t *testing.T) {
	seen := map[string]int{}
	for i, sources := range [][]string{{}, {""}, {"a"}, {"b"}, {"a", "b"}, {"b", "a"}, {"ab"}, {"ab", ""}, {"a", "b", ""}} {
		list := make([][]byte, len(sources))
		for k, s := range sources {
			list[k] = []byte(s)
		}
		key := Key(list...)
		if _, ok := seen[key]; ok || len(key) != 64 || key != Key(list...) {
			t.Errorf("%q: the key %s is that of another, or changes", sources, key)
		}
		seen[key] = i
	}
}

// TestOpenRefuses: of a file cut off, changed in a byte, of other sources or
// with something behind, there is a fault.
func TestOpenRefuses(t *testing.T) {
	data, err := Compile(must(New(ituBase(t).Concepts[:3])), "key")
	if err != nil {
		t.Fatal(err)
	}
	refuses := func(name, id string, data []byte, key string) {
		t.Helper()
		b, err := Open(data, key)
		var e *fault.Error
		if b != nil || !errors.As(err, &e) || e.ID != id || e.Kind != fault.Input {
			t.Errorf("%s: %v, want %s", name, err, id)
		}
	}
	refuses("another key", "glossary-cache-other", data, "other")
	refuses("longer", "glossary-cache-damaged", append(slices.Clone(data), 0), "key")
	for i := range data {
		refuses("cut off", "glossary-cache-damaged", data[:i], "key")
		changed := slices.Clone(data)
		changed[i] ^= 1 << (i % 8)
		refuses("changed", "glossary-cache-damaged", changed, "key")
	}
}

// TestLoad: a termbase is loaded from a reader; one that ends early or fails is
// an error.
func TestLoad(t *testing.T) {
	parsed := ituBase(t)
	data := must(Compile(parsed, "key"))
	b, err := Load(bytes.NewReader(data), int64(len(data)), "key")
	if err != nil {
		t.Fatal(err)
	}
	if err := sameConcepts(parsed, b); err != nil {
		t.Error(err)
	}
	for _, size := range []int{-1, 0, 10, len(data) - 1, len(data) + 1} {
		if b, err := Load(bytes.NewReader(data), int64(size), "key"); err == nil || b != nil {
			t.Errorf("%d bytes of %d are loaded", size, len(data))
		}
	}
}

// TestEdition holds the compiled form of a termbase without grammar. Whoever
// changes the form raises edition and writes down the new sum.
func TestEdition(t *testing.T) {
	b := must(Parse("x.toml", []byte("[[concept]]\nid = \"a\"\nsubject = \"s\"\n[[concept.de]]\nterm = \"Länder: O’Neill-2020 (LDC)\"\nforms = [\"Landes\"]\n"+
		"insert = 2\n[[concept.de]]\nterm = \"ＬＤＣ\"\ntype = \"abbreviation\"\n[[concept]]\nid = \"b\"\n[[concept.de]]\nterm = \"Länder 国际\"\n")))
	data := must(Compile(b, ""))
	c := cursor(data[headSize:])
	c.chunk() // the code's part of the key
	sum := sha256.Sum256([]byte(c))
	const want = "2 b049db71b39a2e1c"
	if got := fmt.Sprint(edition, " ", hex.EncodeToString(sum[:8])); got != want {
		t.Errorf("the compiled form is %s, was %s", got, want)
	}
}

// use asks everything of a termbase.
func use(b *Termbase) {
	for c := range b.All() {
		for _, lang := range six {
			c.Label(lang)
		}
		b.Concept(c.ID)
	}
	for _, lang := range six {
		for _, text := range append(vocabulary[lang], segments[lang]) {
			b.Matcher(lang).Find(text)
		}
	}
}

// TestDamageIsNoPanic: even where the checksum is right, a damaged form is an
// error or finds something else.
func TestDamageIsNoPanic(t *testing.T) {
	data := must(Compile(ituBase(t), "key"))[headSize:]
	rapid.Check(t, func(t *rapid.T) {
		damaged := slices.Clone(data)
		for range rapid.IntRange(1, 200).Draw(t, "changes") {
			at := rapid.IntRange(0, len(damaged)-8).Draw(t, "at")
			copy(damaged[at:], rapid.SampledFrom([]string{"\x00", "\xff", "\xff\xff\xff\xff", "\x01\x00\x00\x00\x00\x00\x00\x00", "\x7f", "\x80"}).Draw(t, "bytes"))
		}
		damaged = damaged[:rapid.IntRange(0, len(damaged)).Draw(t, "length")]
		if b, err := openBody(string(damaged), "key"); err == nil {
			use(b)
		}
	})
}

// FuzzOpen: whatever the bytes behind a right checksum, a fault or a termbase
// that can be used.
func FuzzOpen(f *testing.F) {
	for _, src := range []string{
		"", "[[concept]]\nid = \"ldc\"\n[[concept.fr]]\nterm = \"pays les moins avancés\"\nexcept = [\"pays\"]\n[[concept.ru]]\nterm = \"страны\"\n",
		"[[concept]]\nid = \"itu\"\n[[concept.ar]]\nterm = \"الاتحاد الدولي\"\n[[concept.zh]]\nterm = \"国际电联\"\n[[concept.es]]\nterm = \"UIT\"\ntype = \"abbreviation\"\n[[concept.en]]\nterm = \"the\u2028Union\"\r\n",
	} {
		f.Add(must(Compile(must(Parse("x.toml", []byte(src))), "key"))[headSize:])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if b, err := openBody(string(data), "key"); err == nil {
			use(b)
		}
	})
}

// TestTable: what was put into a table is found at its place, and nothing else,
// up to a table without a free slot.
func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfDistinct(rapid.String(), rapid.ID).Draw(t, "list")
		c := cursor(appendTable(nil, list))
		table := c.table()
		for i, s := range list {
			if place, ok := table.find(s); !ok || place != i {
				t.Fatalf("%q is at %d, %v, not %d", s, place, ok, i)
			}
		}
		other := rapid.String().Draw(t, "other")
		if _, ok := table.find(other); ok != slices.Contains(list, other) {
			t.Fatalf("%q is found: %v", other, ok)
		}
	})
}

// TestCursor: numbers come back as they were written, and nothing is read past
// the end.
func TestCursor(t *testing.T) {
	var s shelf
	numbers := []int{0, 1, 127, 128, 1 << 14, math.MaxInt32, math.MaxInt}
	for _, n := range numbers {
		s.number(n)
	}
	c := cursor(s.out)
	for _, n := range numbers {
		if got := c.number(); got != n {
			t.Errorf("%d, want %d", got, n)
		}
	}
	for _, data := range []string{"", "\xff", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\x05abc", "\x70\x00\x00\x00\x00\x00\x00\x00abc"} {
		for _, read := range []func(*cursor) string{(*cursor).text, (*cursor).chunk} {
			c := cursor(data)
			if got := read(&c); got != "" {
				t.Errorf("%q gives %q", data, got)
			}
		}
	}
}
