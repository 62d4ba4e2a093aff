package exchange

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// rows gives the rows of a table in testdata, its cells divided by " | ".
func rows(t *testing.T, name string, least int) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		var cells []string
		for cell := range strings.SplitSeq(line, "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		out = append(out, cells)
	}
	if len(out) < least {
		t.Fatalf("%s has %d rows", name, len(out))
	}
	return out
}

// TestPOOfOthers reads what Poedit, Weblate and po4a write.
func TestPOOfOthers(t *testing.T) {
	shown := strings.NewReplacer("\n", "¶", "\t", "→")
	for _, row := range rows(t, "po.txt", 8) {
		name := filepath.Join("testdata", "po", row[0])
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files, err := PO.Read("x.po", data)
		if err != nil {
			t.Fatal(err)
		}
		n, err := strconv.Atoi(row[3])
		if err != nil {
			t.Fatal(err)
		}
		u := files[0].Units[n-1]
		id := ""
		if u.Fault != nil {
			id = u.Fault.ID
		}
		got := []string{
			row[0], files[0].From.String(), files[0].To.String(), row[3], strconv.Itoa(u.Line), u.ID,
			shown.Replace(u.Source.String()), shown.Replace(u.Target.String()), u.State.String(), id,
		}
		if diff := cmp.Diff(row, got); diff != "" {
			t.Error(diff)
		}
		var out bytes.Buffer
		if err := PO.Write(&out, files...); err != nil || !bytes.Equal(out.Bytes(), data) {
			t.Errorf("%s is not byte for byte (%v)", name, err)
		}
	}
}

// TestPOChange changes one entry of each file: what is around it, obsolete ones
// and comments included, stays.
func TestPOChange(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "po", "poedit.po"))
	if err != nil {
		t.Fatal(err)
	}
	for name, input := range map[string]string{"LF": string(data), "CRLF": strings.ReplaceAll(string(data), "\n", "\r\n")} {
		files, err := PO.Read("x.po", []byte(input))
		if err != nil {
			t.Fatal(err)
		}
		u := &files[0].Units[0]
		u.Target, u.State = document.Content{Text: "Большое\nспасибо."}, Reviewed
		var out bytes.Buffer
		if err := PO.Write(&out, files...); err != nil {
			t.Fatal(err)
		}
		want := strings.NewReplacer(
			"#, fuzzy, no-wrap\n#| msgctxt \"a-00000001\"\n#| msgid \"Merci\"\n", "#, no-wrap\n#. hexaglot: reviewed="+Checksum("Большое\nспасибо.")+"\n",
			"msgstr \"Спасибо.\"", "msgstr \"\"\n\"Большое\\n\"\n\"спасибо.\"",
		).Replace(string(data))
		if name == "CRLF" {
			want = strings.ReplaceAll(want, "\n", "\r\n")
		}
		if diff := cmp.Diff(want, out.String()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		again, err := PO.Read("x.po", out.Bytes())
		if err != nil || again[0].Units[0].State != Reviewed || again[0].Units[0].Target.Text != "Большое\nспасибо." {
			t.Errorf("%s: %+v (%v)", name, again[0].Units[0], err)
		}
	}
}

// TestPOEncodings reads a file in another encoding and writes it as it was; what
// the encoding cannot hold makes it UTF-8.
func TestPOEncodings(t *testing.T) {
	text := "msgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\"Content-Type: text/plain; charset=KOI8-R\\n\"\n\n# Привет\nmsgctxt \"a\"\nmsgid \"Merci\"\nmsgstr \"Спасибо\"\n"
	data, err := charmap.KOI8R.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for target, charset := range map[string]string{"Спасибо": "KOI8-R", "Благодарим": "KOI8-R", "谢谢": "UTF-8"} {
		files, err := PO.Read("x.po", data)
		if err != nil {
			t.Fatal(err)
		}
		if files[0].Units[0].Target.Text != "Спасибо" {
			t.Fatalf("%+v", files[0].Units[0])
		}
		files[0].Units[0].Target.Text = target
		var out bytes.Buffer
		if err := PO.Write(&out, files...); err != nil {
			t.Fatal(err)
		}
		if target == "Спасибо" && !bytes.Equal(out.Bytes(), data) {
			t.Errorf("not byte for byte: %q", out.String())
		}
		again, err := PO.Read("x.po", out.Bytes())
		if err != nil || again[0].Units[0].Target.Text != target || !strings.Contains(out.String(), "charset="+charset) {
			t.Errorf("%s: %q (%v)", target, out.String(), err)
		}
	}
}

// TestPORefused has files that are refused, with the fault and its line, and
// files of which one unit is.
func TestPORefused(t *testing.T) {
	const good = "\nmsgctxt \"b\"\nmsgid \"B\"\nmsgstr \"Б\"\n"
	for name, c := range map[string]struct {
		data, id string
		line     int
		unit     bool
	}{
		"an open string":         {"msgid \"a\nmsgstr \"b\"\n" + good, "po-string", 1, false},
		"an open string of ours": {"msgctxt \"a\"\nmsgid \"a\nmsgstr \"b\"\n" + good, "po-string", 2, true},
		"an escape that is none": {"msgctxt \"a\"\nmsgid \"a\"\nmsgstr \"\\q\"\n" + good, "po-string", 3, true},
		"an escape at the end":   {"msgctxt \"a\"\nmsgid \"a\"\nmsgstr \"\\", "po-string", 3, true},
		"bytes that are no text": {"msgctxt \"a\"\nmsgid \"a\"\nmsgstr \"\\377\"\n" + good, "po-string", 3, true},
		"no msgstr":              {"msgctxt \"a\"\nmsgid \"a\"\n" + good, "po-lacks", 1, true},
		"no msgid":               {"\nmsgctxt \"a\"\nmsgstr \"a\"\n" + good, "po-lacks", 2, true},
		"another word":           {"msgctxt \"a\"\nmsgid \"a\"\nmsgstring \"b\"\n" + good, "po-syntax", 3, true},
		"another word first":     {"hello\n" + good, "po-syntax", 1, false},
		"a string first":         {"\"a\"\n" + good, "po-syntax", 1, false},
		"two translations":       {"msgctxt \"a\"\nmsgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n" + good, "po-syntax", 4, true},
		"an encoding":            {"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=x-none\\n\"\n", "po-charset", 1, false},
		"UTF-16":                 {"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-16\\n\"\n", "po-charset", 1, false},
		"Latin-1 as UTF-8":       {"msgid \"\xe9\"\nmsgstr \"\"\n", "po-charset", 1, false},
	} {
		files, err := PO.Read("x.po", []byte(c.data))
		if c.unit {
			if err != nil || files[0].Units[0].Fault == nil {
				t.Errorf("%s: %+v (%v)", name, files, err)
				continue
			}
			if last := files[0].Units[len(files[0].Units)-1]; len(files[0].Units) > 1 && (last.ID != "b" || last.Fault != nil || last.State != Translated) {
				t.Errorf("%s: the next entry is %+v", name, last)
			}
			err = files[0].Units[0].Fault
		}
		var f *fault.Error
		if !errors.As(err, &f) || f.ID != c.id || f.Line != c.line || f.File != "x.po" {
			t.Errorf("%s: %v, want %s on line %d", name, err, c.id, c.line)
		}
	}
}

// TestPOStrings has strings as C has them.
func TestPOStrings(t *testing.T) {
	for in, want := range map[string]string{
		`"a\n\t\r\"\\b"`: "a\n\t\r\"\\b", `"\303\251"`: "é", `"\xC3\xA9"`: "é", `"\101\x42"`: "AB", `""`: "", `"\a\b\f\v\?\'"`: "\a\b\f\v?'",
	} {
		if got, n, ok := poString(in); got != want || n != len(in) || !ok {
			t.Errorf("%s: %q, %d, %v", in, got, n, ok)
		}
	}
	for _, in := range []string{`"`, `"\`, `"\x"`, `"\q"`, `"\9"`, `"a\"`} {
		if got, _, ok := poString(in); ok {
			t.Errorf("%s is %q", in, got)
		}
	}
}

// TestPOLines: lines that are wrapped fit, where they can, and say the same.
func TestPOLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(append(scripts, "сообщение", "会议会议会议", "–", "-", "(", ")")), 0, 60).Draw(t, "text"), "")
		for _, wrap := range []bool{true, false} {
			lines := poLines("", "msgstr", poText(text), wrap)
			for _, line := range lines {
				body := strings.Trim(strings.TrimPrefix(line, "msgstr "), `"`)
				if wrap && columns(body) > poWidth && strings.ContainsAny(strings.TrimRight(body, " "), " ") {
					t.Fatalf("%d columns: %s", columns(body), line)
				}
			}
			entries := parsePO("msgid \"x\"\n" + strings.Join(lines, "\n"))
			if got, _ := entries[0].get("msgstr"); len(entries) != 1 || unmarked(got) != text {
				t.Fatalf("%q became %q", text, got)
			}
		}
	})
}

// TestMarks holds the law of marked.
func TestMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(append(scripts, "<U+", "<U+0041>", "<U+003C>", "0041>", "_x0041_", "_x005F_"))).Draw(t, "text"), "")
		if got := unmarked(marked(text, plain)); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		if got := readCell(cellText(text)); got != text {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

// letter is a small circular in a language.
func letter(to language.Tag) File {
	f := File{Name: "letters/one.fr.md", From: language.French, To: to, Units: []Unit{
		{ID: "madame-monsieur-5e2fee0a", Description: "paragraph: salutation", Where: []string{"letters/one.fr.md:1"}, Source: document.Content{Text: "Madame, Monsieur,"}, State: Reviewed},
		{
			ID: "les-pma-750dd40d", Description: "paragraph", Where: []string{"letters/one.fr.md:3", "annexe 1.fr.docx"}, Notes: []string{"Voir la Résolution 37.\nNe pas traduire « PEID »."},
			Source: document.ParseContent("Les <b1>PMA</b1> y prennent part<fn2/>, d'après la page que vous trouverez à l'adresse <a3>suivante</a3>."),
			Terms:  []Term{{"PMA", "LDC", true}, {"page", "page", false}}, State: Translated,
		},
		{ID: "merci-a99c2d78", Description: "paragraph", Source: document.Content{Text: "Merci."}, Matches: []Match{{"x", "glossary", 90}, {"y", "previous", 0}}, Before: "Merci bien."},
		{ID: "formule-00000004", Description: "table cell", Source: document.Content{Text: "=1+1"}, Target: document.Content{Text: "=1+1"}, Findings: []Finding{{"warning", "<b>&"}}},
		{ID: "tel-00000005", Description: "table cell", Source: document.Content{Text: "+41 22 730 5111\x01"}},
	}}
	f.Units[1].Source.Codes[3].Disp = "https://www.itu.int/?a=1&b=2"
	targets := map[language.Tag][3]string{
		language.Arabic:  {"حضرات السادة والسيدات،", "تشارك <b1>أقل البلدان نمواً</b1><fn2/> حسب ما ورد في <a3>الصفحة</a3>.", "شكراً."},
		language.Chinese: {"尊敬的先生/女士：", "<b1>最不发达国家</b1>参会<fn2/>，详见<a3>网页</a3>。", "谢谢。"},
	}[to]
	f.Units[0].Target, f.Units[1].Target = document.ParseContent(targets[0]), document.ParseContent(targets[1])
	f.Units[2].Matches[0].Text = targets[2]
	return f
}

// TestGolden writes a small circular in Arabic and in Chinese. UPDATE=1 writes
// the expected files anew.
func TestGolden(t *testing.T) {
	for _, to := range []language.Tag{language.Arabic, language.Chinese} {
		for _, format := range []Format{PO, HTML, XLSX} {
			var out bytes.Buffer
			if err := format.Write(&out, letter(to)); err != nil {
				t.Fatal(err)
			}
			got, name := out.String(), format.FileName("one", to)
			if format.Name == "xlsx" {
				got, name = sheetText(t, out.Bytes()), name+".txt"
			}
			golden := filepath.Join("testdata", "golden", name)
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
	}
}
