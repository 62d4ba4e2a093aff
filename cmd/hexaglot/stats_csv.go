package main

import (
	"encoding/csv"
	"slices"
	"strconv"

	"hexaglot/glossary/exchange"
)

// statsCSV prints a line for each circular, language and band, as RFC 4180 has
// it; no cell can become a formula. The words of its first line are the same in
// every language, for programs read them.
func (t *tool) statsCSV(all accounts) error {
	w := csv.NewWriter(t.stdout)
	w.UseCRLF = true
	lines := [][]string{{"circular", "language", "band", "segments", "words", "characters"}}
	for _, a := range slices.Concat(all.Circulars, all.Totals) {
		lines = append(lines, csvLines(a)...)
	}
	return w.WriteAll(lines)
}

func csvLines(a account) [][]string {
	name := exchange.Guard(a.Circular)
	if a.Circular == "" {
		name = "total"
	}
	line := func(band string, c tally) []string {
		return []string{name, a.Language, band, strconv.Itoa(c.Segments), strconv.Itoa(c.Words), strconv.Itoa(c.Characters)}
	}
	var out [][]string
	for _, b := range bands {
		out = append(out, line(b.name, a.Bands[b.name]))
	}
	return append(out, line("total", a.Total))
}
