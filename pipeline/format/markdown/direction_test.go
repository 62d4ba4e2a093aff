package markdown

import (
	"bytes"
	"testing"

	"golang.org/x/text/language"
)

// TestDirection: the body says its direction where that of the source differs.
func TestDirection(t *testing.T) {
	wrapped := "<div dir=\"rtl\" lang=\"ar\">\n\n# a\n\nb\n\n</div>\n"
	for name, c := range map[string]struct {
		src      string
		from, to language.Tag
		want     string
	}{
		"same language":          {"a", language.French, language.French, "a"},
		"same direction":         {"a\n", language.French, language.Chinese, "a\n"},
		"to Arabic":              {"# a\n\nb\n", language.French, language.Arabic, wrapped},
		"to Arabic, no line end": {"# a\n\nb", language.French, language.Arabic, wrapped},
		"CRLF":                   {"a\r\n", language.French, language.Arabic, "<div dir=\"rtl\" lang=\"ar\">\r\n\r\na\r\n\r\n</div>\r\n"},
		"front matter":           {"---\ntitle: x\n---\na\n", language.French, language.Arabic, "---\ntitle: x\n---\n\n<div dir=\"rtl\" lang=\"ar\">\n\na\n\n</div>\n"},
		"from Arabic":            {wrapped, language.Arabic, language.French, "<div dir=\"ltr\" lang=\"fr\">\n\n# a\n\nb\n\n</div>\n"},
		"Arabic to Arabic":       {wrapped, language.Arabic, language.Arabic, wrapped},
		"from Arabic, bare":      {"a\n", language.Arabic, language.English, "<div dir=\"ltr\" lang=\"en\">\n\na\n\n</div>\n"},
		"two divs":               {"<div dir=\"rtl\">\n\na\n\n</div>\n\nb\n", language.Arabic, language.English, "<div dir=\"ltr\" lang=\"en\">\n\n<div dir=\"rtl\">\n\na\n\n</div>\n\nb\n\n</div>\n"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Format.Read([]byte(c.src), c.from)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := Format.Write(&out, d, c.to); err != nil {
				t.Fatal(err)
			}
			if out.String() != c.want {
				t.Errorf("got  %q\nwant %q", out.String(), c.want)
			}
		})
	}
}
