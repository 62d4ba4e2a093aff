package exchange

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/messages/fault"
)

// UTX is the tab-separated glossary of the Asia-Pacific Association for Machine
// Translation (aamt.info). It is written with one row a term, the fields that
// UTX does not define begin with "x-"; it is read so, and with the fields "src"
// and "tgt" of a bilingual glossary.
var UTX = Format{
	Name:       "utx",
	Doc:        "Universal Terminology eXchange 1.20",
	Extensions: []string{".utx"},
	Sniff: func(data []byte) bool {
		return bytes.HasPrefix(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("#UTX"))
	},
	Read:  readUTX,
	Write: writeUTX,
}

// utxNames are the fields that UTX defines, by the columns of a table.
var utxNames = map[string]string{"id": "concept ID", "term": "term"}

// utxStatuses are the values of the field "term status".
var utxStatuses = map[string]string{
	string(glossary.Preferred): "approved", string(glossary.Admitted): "non-standard",
	string(glossary.Superseded): "forbidden", string(glossary.Deprecated): "forbidden",
}

func writeUTX(b *glossary.Termbase) ([]byte, error) {
	t := tableOf(b)
	term, status := slices.Index(t.header, "term"), slices.Index(t.header, "status")
	var out bytes.Buffer
	out.WriteString("#UTX 1.20; " + strings.Join(languagesOf(b), "/") + "\r\n#term\tterm status")
	for i, name := range t.header {
		if i != term {
			out.WriteString("\t" + utxName(name))
		}
	}
	out.WriteString("\r\n")
	for _, row := range t.rows {
		out.WriteString(utxCell(row.cells[term]) + "\t" + utxStatuses[row.cells[status]])
		for i, cell := range row.cells {
			if i != term {
				out.WriteString("\t" + utxCell(cell))
			}
		}
		out.WriteString("\r\n")
	}
	return out.Bytes(), nil
}

func utxName(column string) string {
	if name, ok := utxNames[column]; ok {
		return name
	}
	return "x-" + column
}

// languagesOf lists the languages that a termbase has terms in.
func languagesOf(b *glossary.Termbase) []string {
	all := &glossary.Concept{Terms: map[language.Tag][]*glossary.Term{}}
	for c := range b.All() {
		for lang := range c.Terms {
			all.Terms[lang] = nil
		}
	}
	var names []string
	for _, lang := range all.Languages() {
		names = append(names, lang.String())
	}
	return names
}

// utxString begins a cell that is written as JSON.
const utxString = "json:"

// utxCell writes a cell; UTX has no way to write a tab, a line end, or a "#" at
// the beginning of a line, and a lone "-" is nothing.
func utxCell(cell string) string {
	if strings.ContainsAny(cell, "\t\r\n") || strings.HasPrefix(cell, "#") || strings.HasPrefix(cell, utxString) || cell == "-" {
		return utxString + toJSON(cell)
	}
	return Guard(cell)
}

func readUTXCell(cell string) string {
	var s string
	if rest, ok := strings.CutPrefix(cell, utxString); ok && json.Unmarshal([]byte(rest), &s) == nil {
		return s
	}
	if cell == "-" {
		return ""
	}
	return Unguard(cell)
}

func readUTX(name string, data []byte) (*glossary.Termbase, error) {
	data, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	var t table
	var src, trg string
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		text = strings.TrimRight(text, "\r\n")
		comment := strings.HasPrefix(text, "#")
		switch {
		case line == 1:
			src, trg = utxLanguages(text)
		case comment && len(t.rows) == 0 && isFieldLine(text):
			t.header = utxHeader(strings.Split(text, "\t"), src, trg)
		case comment || text == "":
		case t.header == nil:
			return nil, fault.New(fault.Input, "exchange-utx", "the line of field names, such as #src, is missing").At(name, line)
		default:
			t.rows = append(t.rows, row{mapped(strings.Split(text, "\t"), readUTXCell), line})
		}
	}
	return t.termbase(name)
}

// utxLanguages reads the languages of the first line: "#UTX 1.20; en/ja; …".
func utxLanguages(line string) (src, trg string) {
	for property := range strings.SplitSeq(line, ";") {
		property = strings.TrimSpace(property)
		property = strings.TrimSpace(strings.TrimPrefix(property, "lang:"))
		tags := strings.Split(property, "/")
		if _, ok := languageOf(tags[0]); !ok {
			continue
		}
		if len(tags) > 1 {
			return tags[0], tags[1]
		}
		return tags[0], ""
	}
	return "", ""
}

// isFieldLine tells the names of fields from a comment.
func isFieldLine(line string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(line, "# "), "\t")
	return first == "src" || first == "term"
}

// utxHeader names the fields of a bilingual glossary by their languages; the
// status is that of the target.
func utxHeader(fields []string, src, trg string) []string {
	if strings.TrimLeft(fields[0], "# ") != "src" {
		return fields
	}
	return mapped(fields, func(field string) string {
		field = strings.TrimLeft(field, "# ")
		head, tail, _ := strings.Cut(field, ":")
		switch {
		case field == "src:pos":
			return "concept_pos"
		case field == "src":
			return src + "_term"
		case field == "tgt":
			return trg + "_term"
		case head == "src":
			return src + "_" + tail
		case head == "tgt":
			return trg + "_" + tail
		case columnName(field) == "status" && trg != "":
			return trg + "_status"
		}
		return field
	})
}

func mapped(list []string, f func(string) string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = f(s)
	}
	return out
}
