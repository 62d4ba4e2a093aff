package memory_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"golang.org/x/text/language"

	"hexaglot/pipeline/memory"
)

// stock holds phrases of circulars in two languages, of which sentences are
// made.
var stock = map[language.Tag][]string{
	language.French: {
		"la réunion se tiendra à Genève", "les États Membres sont invités", "à faire parvenir leurs contributions", "au Bureau de développement des télécommunications",
		"conformément à la Résolution", "de la Conférence mondiale", "les pays les moins avancés", "au plus tard le", "avec interprétation dans les six langues",
		"le Groupe consultatif", "examinera les résultats", "de la commission d'études", "sous forme virtuelle", "pour la période d'études", "le Secrétaire général",
	},
	language.English: {
		"the meeting will be held in Geneva", "Member States are invited", "to submit their contributions", "to the Telecommunication Development Bureau",
		"in accordance with Resolution", "of the World Conference", "least developed countries", "no later than", "with interpretation in the six languages",
		"the Advisory Group", "will examine the results", "of the study group", "in virtual form", "for the study period", "the Secretary-General",
	},
}

// segments gives the n-th source text and its translation; n makes it unlike
// all others.
func segment(r *rand.Rand, n int) (src, trg string) {
	var a, b []string
	for range 3 + r.IntN(4) {
		i := r.IntN(len(stock[language.French]))
		a, b = append(a, stock[language.French][i]), append(b, stock[language.English][i])
	}
	mark := fmt.Sprintf(" %d/%x.", n, r.Uint32())
	return strings.Join(a, " ") + mark, strings.Join(b, " ") + mark
}

// generated gives n entries of one origin, with k translations each.
func generated(n, k int) iter.Seq2[memory.Entry, error] {
	return func(yield func(memory.Entry, error) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		when := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
		before := ""
		for i := range n {
			src, trg := segment(r, i)
			e := memory.Entry{
				Lang: language.French, Text: src, Origin: memory.Origin{Kind: memory.Import, Name: "generated.tmx"},
				Contexts:     []memory.Context{memory.ContextOf(before, "")},
				Translations: []memory.Translation{{Lang: language.English, Text: trg, Status: memory.Human, Who: "who", When: when}},
			}
			for _, lang := range []language.Tag{language.Arabic, language.Chinese, language.Russian, language.Spanish}[:k-1] {
				e.Translations = append(e.Translations, memory.Translation{Lang: lang, Text: trg, Status: memory.Human, Who: "who", When: when})
			}
			before = src
			if !yield(e, nil) {
				return
			}
		}
	}
}
