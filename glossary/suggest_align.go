package glossary

// Alignment pairs a suggestion of one language with one of another: their
// indexes, and how much the texts in which they stand are the same (Dice's
// coefficient, 0 to 1).
type Alignment struct {
	Src, Trg int
	Dice     float64
}

// sure is the least coefficient of an alignment.
const sure = 0.6

// Align pairs the suggestions of texts with those of their translations: each
// with the one that stands in the same texts most often, if that holds both
// ways. Two terms that are explained by abbreviations may share one text; others
// share two at least.
func Align(src, trg []Suggestion) []Alignment {
	in := map[int][]int{}
	for k, s := range trg {
		for _, text := range s.Texts {
			in[text] = append(in[text], k)
		}
	}
	best := make([]Alignment, len(src))
	back := map[int]Alignment{}
	for i, s := range src {
		best[i] = s.partner(i, trg, in)
		if a := best[i]; a.Dice > back[a.Trg].Dice {
			back[a.Trg] = a
		}
	}
	var out []Alignment
	for _, a := range best {
		if a.Dice >= sure && back[a.Trg] == a {
			out = append(out, a)
		}
	}
	return out
}

// partner gives the best alignment of s, which is the suggestion i; in lists
// the suggestions of the other language by text.
func (s Suggestion) partner(i int, trg []Suggestion, in map[int][]int) Alignment {
	shared := map[int]int{}
	best := Alignment{Src: i}
	for _, text := range s.Texts {
		for _, k := range in[text] {
			shared[k]++
		}
	}
	for _, text := range s.Texts {
		for _, k := range in[text] {
			if shared[k] < repeated && (s.Abbr == "" || trg[k].Abbr == "") {
				continue
			}
			dice := 2 * float64(shared[k]) / float64(len(s.Texts)+len(trg[k].Texts))
			if dice > best.Dice || dice == best.Dice && trg[k].Score > trg[best.Trg].Score {
				best.Trg, best.Dice = k, dice
			}
		}
	}
	return best
}
