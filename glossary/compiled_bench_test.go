package glossary

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// UNTERM's scale, and the small termbase that it is measured against.
const (
	largeBase = 500_000
	smallBase = 5_000
)

// stock is what the generated terms of a language are made of: its words, the
// common ones first.
type stock struct {
	words       []string
	joint       string // between the words of a term
	least, most int    // words of a term
}

// syllables builds the rare words of a language, with endings that its
// paradigms know.
var syllables = map[language.Tag][2]string{
	language.Arabic:  {"با تو جي حد خر دم رس زن سك شل صف طو عب غر فل قد كم لن مش نظ هد وص يف", "- ة ات ين ي ية ون"},
	language.English: {"ba co di fe ga hu in jo ka lo mi na or pe qua ri so ta ul ve wa xi yo ze bri cla dro fla gre pli sta tri", "- s er ing tion al ity ment"},
	language.French:  {"ba co di fe ga hu in jo ka lo mi na or pe qua ri so ta ul ve wa xi yo ze bré cla dro fla gré pli sta tri", "- s e es tion al aux eur ité ment"},
	language.Russian: {"ба во га де жи зо ик ка ле мо ни ор пе ра со ти ус фе хо це ча ши эк ют яр бри кла дро ста три", "- а ы ость ние ция ный ная ов ский"},
	language.Spanish: {"ba co di fe ga hu in jo ka lo mi na or pe que ri so ta ul ve ya ze bre cla dro fla gre pli sta tri", "- s a o os ción al dad miento"},
}

// newStock takes the words of the ITU's terms, and adds rare ones to a total of
// n; Chinese has ideographs.
func newStock(b *Termbase, lang language.Tag, n int) stock {
	out := stock{joint: " ", least: 2, most: 5}
	seen := map[string]bool{"": true}
	add := func(w string) {
		if !seen[w] {
			seen[w] = true
			out.words = append(out.words, w)
		}
	}
	for _, c := range b.Concepts {
		for _, t := range c.In(lang) {
			for _, w := range grammarOf(lang).scan(t.Text) {
				add(w.lower)
			}
		}
	}
	if lang == language.Chinese {
		for r := '一'; len(out.words) < 4000; r += 5 {
			add(string(r))
		}
		out.joint, out.least, out.most = "", 4, 9
		return out
	}
	parts, ends := strings.Fields(syllables[lang][0]), strings.Fields(syllables[lang][1])
	for i := 0; len(out.words) < n; i++ {
		w := ends[i%len(ends)]
		for k := i / len(ends); k > 0 || w == ends[i%len(ends)]; k /= len(parts) {
			w = parts[k%len(parts)] + w
		}
		add(strings.TrimSuffix(w, "-"))
	}
	return out
}

// phrase makes a term; the first words are the most frequent.
func (s *stock) phrase(r *rand.Rand) string {
	n := s.least + r.IntN(s.most-s.least+1)
	list := make([]string, n)
	for i := range list {
		f := r.Float64()
		list[i] = s.words[int(f*f*f*float64(len(s.words)))]
	}
	return strings.Join(list, s.joint)
}

// unterm makes n concepts in six languages, the same each time: full forms of
// two to five words, an abbreviation for one in five, a second term for one in
// ten.
func unterm(n int) []*Concept {
	itu, err := ITU()
	if err != nil {
		panic(err)
	}
	stocks := map[language.Tag]*stock{}
	for _, lang := range six {
		s := newStock(itu, lang, 60_000)
		stocks[lang] = &s
	}
	r := rand.New(rand.NewPCG(2020, 71))
	out := make([]*Concept, n)
	for i := range out {
		c := &Concept{ID: fmt.Sprintf("un-%06d", i), Subject: "subject " + fmt.Sprint(i%200), POS: "noun phrase", File: "unterm.toml", Line: 32 * i, Terms: map[language.Tag][]*Term{}}
		abbr := initials(r)
		for k, lang := range six {
			terms := []*Term{{Text: stocks[lang].phrase(r), Type: FullForm, Status: Preferred, POS: c.POS, Source: "A/RES/71/313", Verified: true, File: c.File, Line: c.Line + 4 + 5*k}}
			if i%5 == 0 {
				terms = append(terms, &Term{Text: abbr, Type: Abbreviation, Status: Preferred, POS: c.POS})
			}
			if i%10 == 1 {
				terms = append(terms, &Term{Text: stocks[lang].phrase(r), Type: FullForm, Status: Admitted, POS: c.POS})
			}
			c.Terms[lang] = terms
		}
		out[i] = c
	}
	return out
}

func initials(r *rand.Rand) string {
	b := make([]byte, 3+r.IntN(3))
	for i := range b {
		b[i] = byte('A' + r.IntN(26))
	}
	return string(b)
}

// prose makes segments of some 200 characters (Chinese: 70) around terms of the
// small termbase; the words of real sentences carry them.
func prose(concepts []*Concept, lang language.Tag) []string {
	r := rand.New(rand.NewPCG(13, 7))
	carrier, size, joint := strings.Fields(segments[lang]), 200, " "
	if lang == language.Chinese {
		carrier, size, joint = strings.Split(segments[lang], ""), 70, ""
	}
	out := make([]string, 500)
	for i := range out {
		var words []string
		for n := 0; n < size; n += utf8.RuneCountInString(words[len(words)-1]) + len(joint) {
			words = append(words, carrier[r.IntN(len(carrier))])
			if len(words)%8 == 4 {
				words[len(words)-1] += joint + concepts[r.IntN(smallBase)].Terms[lang][0].Text
			}
		}
		out[i] = strings.Join(words, joint)
	}
	return out
}

// bases holds generated termbases, compiled into files named by the number of
// their concepts, and segments of their terms.
type bases struct {
	dir   string
	prose map[language.Tag][]string
}

// generatedBases makes them once a process.
var generatedBases = sync.OnceValue(func() bases {
	scratch = must(os.MkdirTemp("", "glossary"))
	out := bases{scratch, map[language.Tag][]string{}}
	concepts := unterm(largeBase)
	for _, lang := range six {
		out.prose[lang] = prose(concepts, lang)
	}
	for _, n := range []int{smallBase, largeBase} {
		data := must(Compile(&Termbase{Concepts: concepts[:n]}, Key()))
		try(os.WriteFile(out.path(n), data, 0o600))
	}
	debug.FreeOSMemory()
	return out
})

// scratch is the folder of generatedBases, removed at the end.
var scratch string

func (b bases) path(concepts int) string { return filepath.Join(b.dir, fmt.Sprint(concepts)) }

func must[T any](v T, err error) T {
	try(err)
	return v
}

func try(err error) {
	if err != nil {
		panic(err)
	}
}

// TestMain is the test, or a process that loads a termbase and nothing else.
func TestMain(m *testing.M) {
	if path := os.Getenv("GLOSSARY_LOAD"); path != "" {
		try(json.NewEncoder(os.Stdout).Encode(load(path)))
		return
	}
	code := m.Run()
	if scratch != "" {
		try(os.RemoveAll(scratch))
	}
	os.Exit(code)
}

// loaded is what a process of its own tells of loading a termbase.
type loaded struct {
	Seconds        float64 // until the first segment is searched
	HeapTwo, Two   uint64  // bytes with the matchers of two languages: of the heap, of the system
	HeapAll, All   uint64  // bytes with those of six
	Bytes, Matches int
}

func load(path string) (out loaded) {
	start := time.Now()
	f := must(os.Open(path))
	size := must(f.Stat()).Size()
	b := must(Load(f, size, Key()))
	for _, lang := range []language.Tag{language.French, language.Russian} {
		out.Matches += len(b.Matcher(lang).Find(segments[lang]))
	}
	out.Seconds, out.Bytes = time.Since(start).Seconds(), int(size)
	out.HeapTwo, out.Two = inUse()
	for _, lang := range six {
		out.Matches += len(b.Matcher(lang).Find(segments[lang]))
	}
	out.HeapAll, out.All = inUse()
	runtime.KeepAlive(b)
	return out
}

func inUse() (heap, sys uint64) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc, m.Sys
}

// BenchmarkLoad500k opens 500,000 concepts in six languages from a file, in a
// process of its own: seconds until a segment is searched in two languages, and
// megabytes of memory with two and with six languages in use.
func BenchmarkLoad500k(b *testing.B) {
	path := generatedBases().path(largeBase)
	var sum loaded
	var cpu time.Duration
	for b.Loop() {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "GLOSSARY_LOAD="+path)
		var one loaded
		try(json.Unmarshal(must(cmd.Output()), &one))
		one.Seconds += sum.Seconds
		cpu += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		sum = one
	}
	b.ReportMetric(sum.Seconds/float64(b.N), "s-load")
	b.ReportMetric(cpu.Seconds()/float64(b.N), "s-cpu") // of the whole process
	for unit, bytes := range map[string]uint64{
		"MB-file": uint64(sum.Bytes), "MB-heap-2": sum.HeapTwo, "MB-sys-2": sum.Two, "MB-heap-6": sum.HeapAll, "MB-sys-6": sum.All,
	} {
		b.ReportMetric(float64(bytes)/1e6, unit)
	}
}

// BenchmarkFind500k finds the terms of segments of some 200 characters among
// 500,000 concepts, and the ratio to the time among 5,000.
func BenchmarkFind500k(b *testing.B) {
	g := generatedBases()
	small := must(Open(must(os.ReadFile(g.path(smallBase))), Key()))
	large := must(Open(must(os.ReadFile(g.path(largeBase))), Key()))
	for _, lang := range six {
		s, l, texts := small.Matcher(lang), large.Matcher(lang), g.prose[lang]
		b.Run(lang.String(), func(b *testing.B) {
			var inLarge, inSmall time.Duration
			finds := 0
			for i := 0; b.Loop(); i++ {
				text, start := texts[i%len(texts)], time.Now()
				finds += len(l.Find(text))
				half := time.Now()
				s.Find(text)
				inLarge, inSmall = inLarge+half.Sub(start), inSmall+time.Since(half)
			}
			b.ReportMetric(float64(inLarge.Nanoseconds())/1e3/float64(b.N), "µs-500k")
			b.ReportMetric(float64(inLarge)/float64(inSmall), "x-5k")
			b.ReportMetric(float64(finds)/float64(b.N), "finds")
		})
	}
}
