package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// CSV is RFC 4180 with a byte order mark, by which spreadsheets know UTF-8.
// What divides the cells when reading is found out: commas, semicolons, tabs.
var CSV = Format{
	Name:       "csv",
	Doc:        "comma-separated values (RFC 4180), one row a term",
	Extensions: []string{".csv"},
	Sniff:      func(data []byte) bool { return looksLikeTable(data, ",;") },
	Read:       readCSV,
	Write:      func(b *glossary.Termbase) ([]byte, error) { return writeCSV(tableOf(b), ',') },
}

// TSV is CSV with tabs.
var TSV = Format{
	Name:       "tsv",
	Doc:        "tab-separated values, one row a term",
	Extensions: []string{".tsv", ".tab", ".txt"},
	Sniff:      func(data []byte) bool { return looksLikeTable(data, "\t") },
	Read:       readCSV,
	Write:      func(b *glossary.Termbase) ([]byte, error) { return writeCSV(tableOf(b), '\t') },
}

// looksLikeTable reports whether the first line is a header that is divided by
// one of the signs.
func looksLikeTable(data []byte, signs string) bool {
	data, err := decode("", data[:min(len(data), maxBytes)])
	if err != nil {
		return false
	}
	comma, body := separator(data)
	header, err := csvReader(body, comma).Read()
	if err != nil || !strings.ContainsRune(signs, comma) {
		return false
	}
	_, long := longLayout(header)
	_, wide := wideLayout(header)
	return long || wide
}

func readCSV(name string, data []byte) (*glossary.Termbase, error) {
	data, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	if !bytes.Contains(data, []byte("\n")) {
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	comma, body := separator(data)
	skipped := bytes.Count(data[:len(data)-len(body)], []byte("\n"))
	t, err := parseCSV(csvReader(body, comma), skipped)
	if err != nil {
		return nil, fault.At(err, name, 0)
	}
	return t.termbase(name)
}

func csvReader(data []byte, comma rune) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma, r.FieldsPerRecord = comma, -1
	return r
}

// separator gives what divides the cells of the first line, and the table
// after the line "sep=;" that spreadsheets understand.
func separator(data []byte) (comma rune, body []byte) {
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if sign, ok := bytes.CutPrefix(bytes.ToLower(bytes.TrimRight(first, "\r")), []byte("sep=")); ok && len(sign) == 1 && sign[0] != '"' && sign[0] >= '\t' && sign[0] < 0x80 {
		return rune(sign[0]), rest
	}
	comma, most := ',', 0
	for _, sign := range ",;\t" {
		if n := countUnquoted(first, byte(sign)); n > most {
			comma, most = sign, n
		}
	}
	return comma, data
}

// countUnquoted counts a sign outside quotation marks.
func countUnquoted(line []byte, sign byte) (n int) {
	quoted := false
	for _, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == sign && !quoted:
			n++
		}
	}
	return n
}

// parseCSV reads all rows; skipped is the number of lines before them.
func parseCSV(r *csv.Reader, skipped int) (table, error) {
	var t table
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			t.takeHeader()
			return t, nil
		}
		if err != nil {
			return t, csvFault(err, skipped)
		}
		line, _ := r.FieldPos(0)
		t.rows = append(t.rows, row{mapped(cells, Unguard), line + skipped})
	}
}

func csvFault(err error, skipped int) error {
	line := 0
	var syntax *csv.ParseError
	if errors.As(err, &syntax) {
		line, err = syntax.Line+skipped, syntax.Err
	}
	return fault.New(fault.Input, "exchange-csv", "the cells of this row are not quoted as they must be").At("", line).Wrap(err)
}

func writeCSV(t table, comma rune) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma = comma
	// The errors of a buffer are none.
	_ = w.Write(t.header)
	for _, row := range t.rows {
		cells := make([]string, len(row.cells))
		for i, cell := range row.cells {
			cells[i] = strings.ReplaceAll(Guard(cell), "\r\n", "\r\r\n") // reading drops one
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes(), w.Error()
}
