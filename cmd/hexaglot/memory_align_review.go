package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/glossary/exchange"
	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/memory"
)

// reviewColumns heads a review file: tab-separated values, a doubtful bead a
// row. A reviewer marks in the first column what is right, and may correct the
// texts.
var reviewColumns = []string{"accept", "confidence", "source-language", "source", "target-language", "target", "source-place", "target-place"}

// reviewLimit is how large a review file may be, in bytes.
const reviewLimit = 64 << 20

// mayReview refuses a file of --review that exists: it is never overwritten
// unasked.
func mayReview(c *cli.Context) error {
	name := c.String("review")
	if name == "" || c.Bool("force") {
		return nil
	}
	p, base, err := folderOf(name)
	if err != nil {
		return err
	}
	defer p.close()
	if _, err := p.root.Lstat(base); err == nil {
		return fault.New(fault.Usage, "out-exists", "the file exists already").At(p.shown(base), 0)
	}
	return nil
}

// writeReview writes the doubtful beads to the file of --review.
func writeReview(c *cli.Context, a *alignment) error {
	name := c.String("review")
	if name == "" {
		return nil
	}
	p, base, err := folderOf(name)
	if err != nil {
		return err
	}
	defer p.close()
	return p.writeAtomic(base, reviewOf(a.doubts()))
}

// reviewOf gives the bytes of a review file.
func reviewOf(doubts []doubt) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma = '\t'
	// The errors of a buffer are none.
	_ = w.Write(reviewColumns)
	for _, d := range doubts {
		cells := []string{"", strconv.Itoa(d.Confidence), d.SourceLanguage, d.Source, d.TargetLanguage, d.Target, d.SourcePlace, d.TargetPlace}
		for i := range cells {
			cells[i] = exchange.Guard(cells[i])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

// acceptReview adds the rows of a review file that were accepted.
func (t *tool) acceptReview(name string) error {
	folder, base, err := folderOf(name)
	if err != nil {
		return err
	}
	defer folder.close()
	data, err := folder.read(base, reviewLimit)
	if err != nil {
		return err
	}
	entries, err := reviewed(data, time.Now().UTC().Truncate(time.Second))
	if err != nil {
		return fault.At(err, folder.shown(base), 0)
	}
	p, err := here()
	if err != nil {
		return err
	}
	defer p.close()
	report, err := p.remember(entries)
	if err != nil {
		return err
	}
	t.remembered(p, report)
	return nil
}

// reviewed reads the accepted rows of a review file.
func reviewed(data []byte, when time.Time) ([]memory.Entry, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.Comma, r.FieldsPerRecord = '\t', -1
	header, err := r.Read()
	if err != nil || strings.Join(header, "\t") != strings.Join(reviewColumns, "\t") {
		return nil, fault.New(fault.Input, "review-header", "is no review file: its first line is not {Columns}", "Columns", reviewColumns).At("", 1)
	}
	var out []memory.Entry
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, reviewFault(err)
		}
		line, _ := r.FieldPos(0)
		if len(cells) == 0 || !yes(cells[0]) {
			continue
		}
		e, err := reviewedRow(cells, when)
		if err != nil {
			return nil, fault.At(err, "", line)
		}
		out = append(out, e)
	}
}

func reviewFault(err error) error {
	line := 0
	var syntax *csv.ParseError
	if errors.As(err, &syntax) {
		line, err = syntax.Line, syntax.Err
	}
	return fault.New(fault.Input, "exchange-csv", "the cells of this row are not quoted as they must be").At("", line).Wrap(err)
}

// yes reports whether a reviewer accepted a row: the cell is neither empty nor
// a no.
func yes(cell string) bool {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "", "0", "n", "no", "non", "нет", "否", "لا", "-", "'-":
		return false
	}
	return true
}

// reviewedRow gives the entry of an accepted row.
func reviewedRow(cells []string, when time.Time) (memory.Entry, error) {
	if len(cells) != len(reviewColumns) {
		return memory.Entry{}, fault.New(fault.Input, "review-cells", "the row has {Count} cells, not {Wanted}", "Count", len(cells), "Wanted", len(reviewColumns))
	}
	for i := range cells {
		cells[i] = exchange.Unguard(cells[i])
	}
	var langs [2]language.Tag
	for i, cell := range []string{cells[2], cells[4]} {
		tag, ok := ui.Parse(cell)
		if !ok {
			return memory.Entry{}, unknownLanguage(cell)
		}
		langs[i] = tag
	}
	if strings.TrimSpace(cells[3]) == "" || strings.TrimSpace(cells[5]) == "" {
		return memory.Entry{}, fault.New(fault.Input, "review-empty", "an accepted row has a source and a target")
	}
	return memory.Entry{
		Lang: langs[0], Text: cells[3], Origin: memory.Origin{Kind: memory.Import, Name: fileOfPlace(cells[6])},
		Translations: []memory.Translation{{Lang: langs[1], Text: cells[5], Status: memory.Imported, When: when}},
	}, nil
}

// fileOfPlace takes the line from a place.
func fileOfPlace(place string) string {
	if i := strings.LastIndexByte(place, ':'); i > 0 {
		if _, err := strconv.Atoi(place[i+1:]); err == nil {
			return place[:i]
		}
	}
	return place
}
