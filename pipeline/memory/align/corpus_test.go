package align_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/memory/align"
	"hexaglot/pipeline/segment"
)

const corpus = "../../../../shared/corpus/parallel"

var languages = []language.Tag{language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish}

// passage is a stretch of text in six languages that is known to correspond.
type passage struct {
	section string
	role    string
	text    map[string]string
	loose   bool // its sentences are not known to correspond one by one
}

// entry is a paragraph to be made into a document; it knows its passages.
type entry struct {
	role     string
	texts    []string
	passages []int
}

// version is a document with the passage of each of its segments.
type version struct {
	doc  *document.Document
	gold []int
}

// udhr gives the passages of the Universal Declaration.
func udhr(t testing.TB) []passage {
	var sections map[string]map[string][]string
	order := load(t, "udhr/aligned-by-section.json", &sections)
	var out []passage
	for _, name := range order {
		s := sections[name]
		n := len(s["en"])
		equal := true
		for _, l := range languages {
			equal = equal && len(s[l.String()]) == n
		}
		if !equal {
			p := passage{section: name, role: "paragraph", text: map[string]string{}, loose: true}
			for l, texts := range s {
				p.text[l] = joined(l, texts)
			}
			out = append(out, p)
			continue
		}
		for i := range n {
			p := passage{section: name, role: "paragraph", text: map[string]string{}}
			if i == 0 {
				p.role = "heading"
			}
			for l, texts := range s {
				p.text[l] = texts[i]
			}
			out = append(out, p)
		}
	}
	return out
}

// sdg gives the passages of the Sustainable Development Goals, a section a goal,
// as sentences.
func sdg(t testing.TB) []passage {
	var all map[string]map[string]string
	order := load(t, "sdg/sdg-six.json", &all)
	var out []passage
	for _, name := range order {
		kind, id, _ := strings.Cut(name, ".")
		goal, _, _ := strings.Cut(id, "-")
		p := passage{section: kind + goal, role: "paragraph", text: map[string]string{}}
		for l, text := range all[name] {
			text = strings.TrimSpace(text)
			stop := "."
			if l == "zh" {
				stop = "。"
			}
			if !strings.HasSuffix(text, stop) {
				text += stop
			}
			p.text[l] = text
		}
		out = append(out, p)
	}
	return out
}

// load reads a file of the corpus, and gives its keys in order.
func load(t testing.TB, name string, into any) (keys []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus, name))
	if err != nil {
		t.Skipf("no parallel texts at %s", corpus)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(strings.NewReader(string(data)))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		key, _ := d.Token()
		keys = append(keys, key.(string))
		var skip json.RawMessage
		if err := d.Decode(&skip); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

func joined(lang string, texts []string) string {
	if lang == "zh" {
		return strings.Join(texts, "")
	}
	return strings.Join(texts, " ")
}

// entries gives a paragraph for each passage, or, joining, for each section.
func entries(all []passage, lang language.Tag, joining bool) []entry {
	var out []entry
	for i, p := range all {
		text := p.text[lang.String()]
		if n := len(out); joining && p.role != "heading" && i > 0 && n > 0 && all[i-1].section == p.section && out[n-1].role != "heading" {
			out[n-1].texts = append(out[n-1].texts, text)
			out[n-1].passages = append(out[n-1].passages, i)
			continue
		}
		out = append(out, entry{p.role, []string{text}, []int{i}})
	}
	return out
}

// make cuts the paragraphs into sentences and says of which passage each is.
func made(list []entry, lang language.Tag) version {
	v := version{doc: &document.Document{Lang: lang}}
	for i, e := range list {
		u := document.NewUnit(e.role, i+1, document.Content{Text: joined(lang.String(), e.texts)})
		segment.Unit(u, lang)
		v.doc.Units = append(v.doc.Units, u)
		at, k, end := 0, 0, len(e.texts[0])
		for _, s := range u.Segments {
			for at >= end && k < len(e.texts)-1 {
				k++
				end += len(e.texts[k]) + len(joined(lang.String(), []string{"", ""}))
			}
			at += len(s.Source.Text)
			if !s.Ignorable {
				v.gold = append(v.gold, e.passages[k])
			}
		}
	}
	return v
}

// score is how well an alignment did.
type score struct{ right, found, wanted int }

func (s score) f1() float64 { return 2 * float64(s.right) / float64(s.found+s.wanted) }

// verdict tells for each bead with two sides whether it is right: it holds
// segments of the same passages on both sides, and of those that have as many
// sentences in both languages, one for one.
func verdict(p *align.Pair, src, trg version, all []passage) (right []bool, s score) {
	inSrc, inTrg := count(src.gold), count(trg.gold)
	exact := func(g int) bool { return !all[g].loose && inSrc[g] == inTrg[g] }
	first := map[[2]int]int{} // the number of a segment in its passage
	for side, gold := range [][]int{src.gold, trg.gold} {
		n := map[int]int{}
		for i, g := range gold {
			first[[2]int{side, i}] = n[g]
			n[g]++
		}
	}
	for g, n := range inSrc {
		switch {
		case inTrg[g] == 0:
		case exact(g):
			s.wanted += n
		default:
			s.wanted++
		}
	}
	loose := map[int]bool{}
	for _, b := range p.Beads {
		if len(b.Src) == 0 || len(b.Trg) == 0 {
			right = append(right, true)
			continue
		}
		gs, gt := passagesOf(src.gold, b.Src), passagesOf(trg.gold, b.Trg)
		ok := len(gs) == 1 && slices.Equal(gs, gt)
		if ok && exact(gs[0]) {
			ok = len(b.Src) == 1 && len(b.Trg) == 1 && first[[2]int{0, b.Src[0]}] == first[[2]int{1, b.Trg[0]}]
		} else if ok {
			if loose[gs[0]] {
				right = append(right, true)
				continue
			}
			loose[gs[0]] = true
		}
		right = append(right, ok)
		s.found++
		if ok {
			s.right++
		}
	}
	return right, s
}

func count(gold []int) map[int]int {
	out := map[int]int{}
	for _, g := range gold {
		out[g]++
	}
	return out
}

func passagesOf(gold, at []int) []int {
	var out []int
	for _, i := range at {
		out = append(out, gold[i])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// disturbance changes a target version.
type disturbance struct {
	name  string
	loose bool // what it does to sections is measured, but no floor is set
	apply func(r *rand.Rand, list []entry) []entry
}

var disturbances = []disturbance{
	{"as it is", false, func(_ *rand.Rand, list []entry) []entry { return list }},
	{"removed", false, func(r *rand.Rand, list []entry) []entry {
		return slices.DeleteFunc(list, func(entry) bool { return r.IntN(12) == 0 })
	}},
	{"inserted", true, func(r *rand.Rand, list []entry) []entry {
		var out []entry
		for _, e := range list {
			if out = append(out, e); r.IntN(15) == 0 {
				stray := list[r.IntN(len(list))]
				stray.passages = slices.Repeat([]int{-1}, len(stray.passages))
				stray.texts = slices.Clone(stray.texts)
				for i, text := range stray.texts {
					stray.texts[i] = shuffled(r, text)
				}
				out = append(out, stray)
			}
		}
		return out
	}},
	{"replaced", true, func(r *rand.Rand, list []entry) []entry {
		for i := range list {
			if r.IntN(15) == 0 {
				list[i].passages = slices.Repeat([]int{-1}, len(list[i].passages))
				for k, text := range list[i].texts {
					list[i].texts[k] = shuffled(r, text)
				}
			}
		}
		return list
	}},
	{"swapped", true, func(r *rand.Rand, list []entry) []entry {
		for i := 1; i < len(list); i++ {
			if r.IntN(20) == 0 && list[i].role == list[i-1].role {
				list[i], list[i-1] = list[i-1], list[i]
				i++
			}
		}
		return list
	}},
	{"merged", false, func(r *rand.Rand, list []entry) []entry {
		var out []entry
		for i, e := range list {
			if i > 0 && r.IntN(10) == 0 && e.role == out[len(out)-1].role {
				last := &out[len(out)-1]
				last.texts = slices.Concat(last.texts, e.texts)
				last.passages = slices.Concat(last.passages, e.passages)
				continue
			}
			out = append(out, e)
		}
		return out
	}},
	{"chapter removed", true, func(r *rand.Rand, list []entry) []entry {
		n := len(list) / 8
		at := r.IntN(len(list) - n)
		return slices.Delete(list, at, at+n)
	}},
}

// shuffled makes a text of the same length and letters that says nothing.
func shuffled(r *rand.Rand, text string) string {
	runes := []rune(strings.TrimRight(text, ".。"))
	r.Shuffle(len(runes), func(i, j int) { runes[i], runes[j] = runes[j], runes[i] })
	return strings.Join(strings.Fields(string(runes)), " ") + text[len(strings.TrimRight(text, ".。")):]
}

var base = func() *glossary.Termbase {
	b, err := glossary.ITU()
	if err != nil {
		panic(err)
	}
	return b
}()

// Floors of F1 that every pair of languages keeps.
const (
	sectionFloor  = 0.98
	sentenceFloor = 0.93
)

// some is how many passages a disturbed text has, where each is a paragraph.
const some = 120

// sureFloor is the share of beads of confidence Sure and more that are right.
const sureFloor = 0.99

func TestCorpus(t *testing.T) {
	var all calibration
	for _, text := range []struct {
		name     string
		passages []passage
	}{{"udhr", udhr(t)}, {"sdg", sdg(t)}} {
		for _, joining := range []bool{false, true} {
			for _, d := range disturbances {
				if testing.Short() && d.name != "removed" {
					continue
				}
				passages := text.passages
				if d.name != "as it is" && !joining {
					passages = passages[:min(len(passages), some)]
				}
				t.Run(fmt.Sprintf("%s/joined=%v/%s", text.name, joining, d.name), func(t *testing.T) {
					floor := sentenceFloor
					if text.name == "sdg" && !joining { // each passage is a section
						floor = sectionFloor
					}
					measure(t, passages, joining, d, floor, &all)
				})
			}
		}
	}
	right, n := 0, 0
	for c := 100; c >= align.Sure; c-- {
		right, n = right+all[c].right, n+all[c].found
	}
	t.Logf("confidence of %d and more: %d of %d right", align.Sure, right, n)
	if float64(right) < sureFloor*float64(n) {
		t.Errorf("only %d of %d sure beads are right", right, n)
	}
}

// calibration counts beads by confidence.
type calibration [101]score

// measure aligns English and French with the other languages.
func measure(t *testing.T, all []passage, joining bool, d disturbance, floor float64, c *calibration) {
	for _, from := range []language.Tag{language.English, language.French} {
		line := from.String() + " →"
		for _, to := range languages {
			if from == to {
				continue
			}
			r := rand.New(rand.NewPCG(1, 2))
			src, trg := made(entries(all, from, joining), from), made(d.apply(r, entries(all, to, joining)), to)
			p := align.Documents(src.doc, trg.doc, base)
			right, s := verdict(p, src, trg, all)
			c.add(p, right)
			line += fmt.Sprintf("  %s %.3f", to, s.f1())
			if s.f1() < floor && !d.loose {
				t.Errorf("%s → %s: F1 of sentences is %.3f", from, to, s.f1())
			}
			if f1 := sections(p, src, trg, all); f1 < sectionFloor && !d.loose {
				t.Errorf("%s → %s: F1 of sections is %.3f", from, to, f1)
			}
		}
		t.Log(line)
	}
}

func (c *calibration) add(p *align.Pair, right []bool) {
	for i, b := range p.Beads {
		if len(b.Src) == 0 || len(b.Trg) == 0 {
			continue
		}
		c[b.Confidence].found++
		if right[i] {
			c[b.Confidence].right++
		}
	}
}

// sections gives the F1 of the pairs of sections that beads link.
func sections(p *align.Pair, src, trg version, all []passage) float64 {
	section := func(g int) string {
		if g < 0 {
			return ""
		}
		return all[g].section
	}
	found, wanted := map[[2]string]bool{}, map[string]bool{}
	for _, b := range p.Beads {
		for _, i := range b.Src {
			for _, j := range b.Trg {
				found[[2]string{section(src.gold[i]), section(trg.gold[j])}] = true
			}
		}
	}
	for _, g := range trg.gold {
		wanted[section(g)] = slices.Contains(src.gold, g)
	}
	s := score{found: len(found)}
	for pair := range found {
		if pair[0] == pair[1] {
			s.right++
		}
	}
	for _, ok := range wanted {
		if ok {
			s.wanted++
		}
	}
	return s.f1()
}
