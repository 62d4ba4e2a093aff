package docx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

// TestLarge keeps the laws for a part that is read and written by several
// processors at the same time.
func TestLarge(t *testing.T) {
	src := large(t, 2_500_000)
	d, err := Read(src, language.French, Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := d.Data.(*archive).container.tree(d.Data.(*archive).container.part(main))
	if err != nil {
		t.Fatal(err)
	}
	if x.cut() == 0 {
		t.Fatal("the part is not large enough to be cut")
	}
	w := &walker{story: newStory(x, newStyleSheet(nil, nil), scriptLatin, nil)}
	w.walk(0)
	if len(w.units) != len(d.Units) {
		t.Fatalf("%d units in one go, %d in two", len(w.units), len(d.Units))
	}
	if raw := rawChunks(d.Parts[0].Skeleton); string(raw) != string(x.src) {
		t.Fatal("the chunks are not the part")
	}
	laws(t, src, Options{})
}

// TestCutKeepsFields never cuts a part inside a field.
func TestCutKeepsFields(t *testing.T) {
	filler := strings.Repeat("<w:p><w:r><w:t>Réunion</w:t></w:r></w:p>", 60_000)
	begin := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>`
	end := `<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
	for _, c := range []struct {
		body string
		cut  bool
	}{
		{filler, true},
		{begin + filler + end, false},
		{begin + end + filler, true},
	} {
		x, err := parseXML([]byte(body(c.body)), 20)
		if err != nil {
			t.Fatal(err)
		}
		if got := x.cut() != 0; got != c.cut {
			t.Errorf("%.60s…: cut: %v", c.body, got)
		}
	}
}

// TestWindows gives the same elements for a part that is parsed while it
// arrives.
func TestWindows(t *testing.T) {
	var parts []string
	for _, c := range testCases(t) {
		parts = append(parts, "\ufeff<!-- > a --><?x > ?>"+body(joined(c.sections["body"])+`<a b="c > d"><![CDATA[ ]] > ]]></a>`))
	}
	rapid.Check(t, func(t *rapid.T) {
		src := []byte(rapid.SampledFrom(parts).Draw(t, "part"))
		want, err := parseXML(src, 50)
		if err != nil {
			t.Fatal(err)
		}
		windows := make(chan []byte, len(src)+1)
		for at := 0; at < len(src); {
			at += min(len(src)-at, rapid.IntRange(1, 200).Draw(t, "window"))
			windows <- src[:at]
		}
		close(windows)
		s := newScanner(len(src), 50)
		if err := s.follow(windows); err != nil {
			t.Fatal(err)
		}
		got, err := s.finish()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.nodes, got.nodes, cmp.AllowUnexported(node{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestNestedFields reads fields in fields in fields in bounded time and depth.
func TestNestedFields(t *testing.T) {
	const deep = 100_000
	begin := `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "x"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`
	src := packed(t, document1(map[string]string{"body": "<w:p>" + strings.Repeat(begin, deep) + "<w:r><w:t>Réunion</w:t></w:r>" + strings.Repeat(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`, deep) + "</w:p>"}))
	d, err := Read(src, language.French, Options{Limits: Limits{Ratio: 10_000}})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Units[0].Source().Text; got != "Réunion" {
		t.Errorf("got %q", got)
	}
}

// runs gives a paragraph of runs, links, fields and bookmarks.
func runs(t *rapid.T) string {
	props := []string{"", "<w:b/>", "<w:i/>", `<w:u w:val="single"/>`, `<w:color w:val="FF0000"/>`, `<w:vertAlign w:val="superscript"/>`, `<w:lang w:val="fr-CH"/>`, "<w:b w:val=\"0\"/>", `<w:sz w:val="30"/>`}
	inside := []string{"<w:tab/>", "<w:br/>", `<w:footnoteReference w:id="2"/>`, "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>", "<w:t/>"}
	words := []string{"Réunion ", " a", "b ", " ", "会议", "Совещание", "اجتماع", "1", "&lt;b1&gt;", "."}
	run := func() string {
		out := "<w:r><w:rPr>"
		for i, p := range props {
			if i > 0 && i != 7 && rapid.IntRange(0, 4).Draw(t, "prop") == 0 {
				out += p
			}
		}
		out += "</w:rPr>"
		for range rapid.IntRange(0, 3).Draw(t, "children") {
			if rapid.IntRange(0, 3).Draw(t, "object") == 0 {
				out += rapid.SampledFrom(inside).Draw(t, "inside")
			} else {
				out += `<w:t xml:space="preserve">` + rapid.SampledFrom(words).Draw(t, "word") + "</w:t>"
			}
		}
		return out + "</w:r>"
	}
	around := [][2]string{
		{"", ""},
		{`<w:hyperlink w:anchor="x">`, "</w:hyperlink>"},
		{"<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"},
		{`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`},
		{`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`},
		{`<w:bookmarkStart w:id="1" w:name="_Toc1"/>`, `<w:bookmarkEnd w:id="1"/>`},
		{`<w:bookmarkStart w:id="2" w:name="lieu"/>`, `<w:bookmarkEnd w:id="2"/>`},
		{`<w:proofErr w:type="spellStart"/>`, `<w:proofErr w:type="spellEnd"/>`},
	}
	out := ""
	for range rapid.IntRange(1, 5).Draw(t, "groups") {
		pair := rapid.SampledFrom(around).Draw(t, "around")
		out += pair[0]
		for range rapid.IntRange(0, 3).Draw(t, "runs") {
			out += run()
		}
		out += pair[1]
	}
	return "<w:p>" + out + "</w:p>"
}

// TestRuns keeps all laws for any paragraph.
func TestRuns(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		src := packed(t, document1(map[string]string{"body": runs(r) + runs(r)}))
		laws(t, src, Options{})
		reordered(t, src, Options{})
		sameNodes(t, src)
		if t.Failed() {
			r.FailNow()
		}
	})
}
