package align_test

import (
	"math/rand/v2"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/segment"
)

// entry is a paragraph to be made into a document; it knows its passages.
type entry struct {
	role     string
	texts    []string
	passages []int
}

// version is a document with the passages of each of its segments.
type version struct {
	doc  *document.Document
	held [][]int // by segment
	gold []int   // by segment
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
		if n := len(out); joining && p.role == "paragraph" && i > 0 && n > 0 && all[i-1].section == p.section && out[n-1].role == "paragraph" {
			out[n-1].texts = append(out[n-1].texts, text)
			out[n-1].passages = append(out[n-1].passages, i)
			continue
		}
		out = append(out, entry{p.role, []string{text}, []int{i}})
	}
	return out
}

// made cuts the paragraphs into sentences and says which passages each holds.
func made(list []entry, lang language.Tag) version {
	v := version{doc: &document.Document{Lang: lang}}
	for i, e := range list {
		u := document.NewUnit(e.role, i+1, document.Content{Text: joined(lang.String(), e.texts)})
		segment.Unit(u, lang)
		v.doc.Units = append(v.doc.Units, u)
		at, k, end := 0, 0, len(e.texts[0])
		for _, s := range u.Segments {
			from := at
			at += len(s.Source.Text)
			if s.Ignorable {
				continue
			}
			var held []int
			for {
				if from < end {
					held = append(held, e.passages[k])
				}
				if at <= end || k == len(e.texts)-1 {
					break
				}
				k++
				end += len(e.texts[k]) + len(joined(lang.String(), []string{"", ""}))
			}
			v.held = append(v.held, held)
		}
	}
	return v
}

// settle says of each segment of two versions to which passage it belongs;
// passages that a sentence of either joins are one.
func settle(src, trg *version, n int) {
	first := make([]int, n) // the first passage that each is one with
	for i := range first {
		first[i] = i
	}
	find := func(p int) int {
		for p >= 0 && first[p] != p {
			p = first[p]
		}
		return p
	}
	for _, held := range slices.Concat(src.held, trg.held) {
		for _, p := range held[1:] {
			if a, b := find(held[0]), find(p); a >= 0 && b >= 0 {
				first[max(a, b)] = min(a, b)
			}
		}
	}
	for _, v := range []*version{src, trg} {
		for _, held := range v.held {
			v.gold = append(v.gold, find(held[0]))
		}
	}
}

// disturber changes the paragraphs of a version.
type disturber func(r *rand.Rand, lang language.Tag, list []entry) []entry

// disturbance is what is done to the two versions of a text.
type disturbance struct {
	name           string
	source, target disturber // nil: nothing
	single         bool      // for paragraphs of one passage
}

var disturbances = []disturbance{
	{"as it is", nil, nil, false},
	{"removed", nil, func(r *rand.Rand, _ language.Tag, list []entry) []entry {
		return slices.DeleteFunc(list, func(entry) bool { return r.IntN(12) == 0 })
	}, false},
	{"inserted", nil, func(r *rand.Rand, _ language.Tag, list []entry) []entry {
		var out []entry
		for _, e := range list {
			if out = append(out, e); r.IntN(15) == 0 {
				out = append(out, noise(r, list[r.IntN(len(list))]))
			}
		}
		return out
	}, false},
	{"replaced", nil, func(r *rand.Rand, _ language.Tag, list []entry) []entry {
		for i := range list {
			if r.IntN(15) == 0 {
				list[i] = noise(r, list[i])
			}
		}
		return list
	}, false},
	{"swapped", nil, func(r *rand.Rand, _ language.Tag, list []entry) []entry {
		for i := 1; i < len(list); i++ {
			if r.IntN(20) == 0 && list[i].role == list[i-1].role {
				list[i], list[i-1] = list[i-1], list[i]
				i++
			}
		}
		return list
	}, false},
	{"merged", nil, func(r *rand.Rand, _ language.Tag, list []entry) []entry {
		return merged(list, func() bool { return r.IntN(4) == 0 })
	}, false},
	{"regrouped", regrouped, regrouped, false},
	{"chapter removed", nil, func(r *rand.Rand, _ language.Tag, list []entry) []entry {
		n := len(list) / 8
		at := r.IntN(len(list) - n)
		return slices.Delete(list, at, at+n)
	}, false},
	{"headings missing", nil, func(r *rand.Rand, _ language.Tag, list []entry) []entry {
		return slices.DeleteFunc(list, func(e entry) bool { return e.role == "heading" && r.IntN(2) == 0 })
	}, false},
	{"roles lost", nil, func(_ *rand.Rand, _ language.Tag, list []entry) []entry {
		for i := range list {
			list[i].role = "paragraph"
		}
		return list
	}, false},
	{"furniture", nil, func(_ *rand.Rand, _ language.Tag, list []entry) []entry {
		var out []entry
		for i, e := range list {
			if i%9 == 8 {
				out = append(out, entry{"paragraph", []string{"BDT/DIR/105"}, []int{-1}}, entry{"paragraph", []string{"– 2 –"}, []int{-1}})
			}
			out = append(out, e)
		}
		return out
	}, false},
	{"notes elsewhere", noted, func(r *rand.Rand, lang language.Tag, list []entry) []entry {
		list = noted(r, lang, list)
		note := func(e entry) bool { return e.role == "footnote" }
		notes := slices.DeleteFunc(slices.Clone(list), func(e entry) bool { return !note(e) })
		return append(slices.DeleteFunc(list, note), notes...)
	}, false},
	{"sorted", sorted, sorted, true},
	{"rows removed", tabled, func(r *rand.Rand, lang language.Tag, list []entry) []entry {
		var out []entry
		list = tabled(r, lang, list)
		for i := 0; i < len(list); i++ {
			if list[i].role == "table cell" && i%3 == 0 && i+2 < len(list) && list[i+2].role == "table cell" && r.IntN(4) == 0 {
				i += 2
				continue
			}
			out = append(out, list[i])
		}
		return out
	}, true},
}

// merged joins paragraphs with the ones before where told.
func merged(list []entry, join func() bool) []entry {
	var out []entry
	for i, e := range list {
		if i > 0 && e.role == "paragraph" && out[len(out)-1].role == e.role && join() {
			last := &out[len(out)-1]
			last.texts = slices.Concat(last.texts, e.texts)
			last.passages = slices.Concat(last.passages, e.passages)
			continue
		}
		out = append(out, e)
	}
	return out
}

// regrouped joins one to three paragraphs at a time.
func regrouped(r *rand.Rand, _ language.Tag, list []entry) []entry {
	left := 0
	return merged(list, func() bool {
		if left--; left >= 0 {
			return true
		}
		left = r.IntN(3)
		return false
	})
}

// noted makes notes of some paragraphs.
func noted(_ *rand.Rand, _ language.Tag, list []entry) []entry {
	for i, e := range list {
		if i%9 == 4 && e.role == "paragraph" {
			list[i].role = "footnote"
		}
	}
	return list
}

// tabled makes rows of three cells of some paragraphs.
func tabled(_ *rand.Rand, _ language.Tag, list []entry) []entry {
	for i, e := range list {
		if (i/12)%3 == 1 && e.role == "paragraph" {
			list[i].role = "table cell"
		}
	}
	return list
}

// sorted sorts some paragraphs as a list, as the language has it.
func sorted(_ *rand.Rand, lang language.Tag, list []entry) []entry {
	c := collate.New(lang)
	for i := 0; i+6 <= len(list); i += 30 {
		items := list[i : i+6]
		if slices.ContainsFunc(items, func(e entry) bool { return e.role != "paragraph" && e.role != "list item" }) {
			continue
		}
		for k := range items {
			items[k].role = "list item"
		}
		slices.SortFunc(items, func(a, b entry) int { return c.CompareString(a.texts[0], b.texts[0]) })
	}
	return list
}

// noise makes a paragraph that says nothing of one.
func noise(r *rand.Rand, e entry) entry {
	e.passages = slices.Repeat([]int{-1}, len(e.passages))
	e.texts = slices.Clone(e.texts)
	for i, text := range e.texts {
		e.texts[i] = shuffled(r, text)
	}
	return e
}

// shuffled makes a text of the same length and letters that says nothing.
func shuffled(r *rand.Rand, text string) string {
	runes := []rune(strings.TrimRight(text, ".。"))
	r.Shuffle(len(runes), func(i, j int) { runes[i], runes[j] = runes[j], runes[i] })
	return strings.Join(strings.Fields(string(runes)), " ") + text[len(strings.TrimRight(text, ".。")):]
}
