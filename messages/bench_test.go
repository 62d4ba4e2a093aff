package messages

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"
)

// circular gives n messages of 25 words; of every 100, one differs from those
// of another edition.
func circular(n, edition int) []Source {
	src := make([]Source, n)
	for i := range src {
		e := 0
		if i%100 == 0 {
			e = edition
		}
		text := fmt.Sprintf("La <a1>réunion</a1> numéro %d de la commission %d se tiendra le %d septembre à Genève, "+
			"sur \"invitation\" de l'UIT, salle %d, et les États Membres y sont conviés (édition %d).", i, i/7, i%30, i%97, e)
		src[i] = Source{ID: ID(text), Description: "paragraph", Text: text, Where: []string{fmt.Sprintf("a.fr.md:%d", i)}}
	}
	return src
}

func translated(src []Source) *Catalog {
	c := &Catalog{Lang: english}
	for _, s := range src {
		c.Messages = append(c.Messages, &Message{
			ID: s.ID, Hash: Hash(s.Description, s.Text), Other: s.Text + " en",
			About: []string{"#. fr: " + s.Text},
		})
	}
	return c
}

// BenchmarkUpdate10000 reads the catalogs of 10,000 messages, 100 of which
// have changed and 1,000 of which are to do, with an attic of 1,000, updates
// and encodes them. The reference is one pass of the TOML parser over them.
func BenchmarkUpdate10000(b *testing.B) {
	src, before := circular(10_000, 1), circular(10_000, 0)
	source, _ := NewPlan(french, before, Files{}).Source(Heads{})
	target := translated(before[1000:])
	for i := range 1000 {
		target.Messages = append(target.Messages, &Message{ID: fmt.Sprint("gone-", i), Other: before[i].Text + " x"})
		source.Active.Messages = append(source.Active.Messages, &Message{ID: fmt.Sprint("gone-", i), Other: before[i].Text + " x"})
	}
	files, _ := NewPlan(french, before, source).Target(english, Files{Active: target}, Options{})
	source, _ = NewPlan(french, before, source).Source(Heads{})
	data := map[string][]byte{
		"active.fr.toml": source.Active.Encode(), "attic.fr.toml": source.Attic.Encode(),
		"active.en.toml": files.Active.Encode(), "translate.en.toml": files.Translate.Encode(), "attic.en.toml": files.Attic.Encode(),
	}
	folder, size := map[string]string{}, 0
	for name, text := range data {
		folder[name] = string(text)
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		out := run(b, folder, src, nil)
		if len(out) != len(folder) {
			b.Fatal(len(out))
		}
	}
	report(b, "x-parse", func() {
		for _, text := range data {
			p := unstable.Parser{KeepComments: true}
			p.Reset(text)
			for p.NextExpression() {
			}
		}
	})
}

// BenchmarkReadSmall reads catalogs of 40 messages, as building 2,000 files of
// 6 kB does.
func BenchmarkReadSmall(b *testing.B) {
	data := translated(circular(40, 0)).Encode()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		c, err := Read("active.en.toml", data, english)
		if err != nil || len(c.Accepted()) != 40 {
			b.Fatal(err)
		}
	}
}

// BenchmarkMatch pairs 2,000 changed messages among 10,000 that have gone; the
// reference pairs 1,000 among 5,000, so that 2 is linear and 4 quadratic.
func BenchmarkMatch(b *testing.B) {
	pairs := func(n int) func() {
		olds, news := make([]candidate, 5*n), make([]candidate, n)
		for i, s := range circular(5*n, 0) {
			olds[i] = candidate{s.ID, s.Text, i}
		}
		for i := range news {
			news[i] = candidate{fmt.Sprint(i), olds[5*i].text + " et plus", 5 * i}
		}
		return func() {
			if got := match(olds, news); len(got) != n {
				b.Fatal(len(got))
			}
		}
	}
	whole, half := pairs(2000), pairs(1000)
	for b.Loop() {
		whole()
	}
	report(b, "x-half", half)
}

// report tells how many times as long as the fastest of ten runs of a
// reference one operation takes.
func report(b *testing.B, unit string, reference func()) {
	ours := b.Elapsed() / time.Duration(b.N)
	best := time.Duration(math.MaxInt64)
	for range 10 {
		start := time.Now()
		reference()
		best = min(best, time.Since(start))
	}
	b.ReportMetric(float64(ours)/float64(best), unit)
}
