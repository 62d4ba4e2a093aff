package letter_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/letter"
	"hexaglot/pipeline/locale"
)

// stretches are what random texts are made of: furniture, values, and what
// could be mistaken for them, in six scripts.
var stretches = []string{
	"Réf.: ", "Objet: ", "À: ", "Madame, Monsieur,", "Genève, le 6 septembre 2021", "Directrice", " ", "\n", "\r\n", "- ", "–", ":", "：", "…",
	"Ref.: ", "Dear Sir/Madam,", "附件：", "1件", "主任", "多琳·波格丹-马丁", "2021年9月6日，日内瓦", "致", "المرجع: ", "الملحقات: ", "1", "جنيف، 6 سبتمبر 2021",
	"Осн.: ", "С уважением,", "Члены Сектора МСЭ-T", "Tel.: ", "+41 22 730 5111", "BDT/DIR/105", "{a|b}", "\ufeff", "\u2028", "\u200f", "\xff", "ـ", "[Original firmado]", "A: ",
}

func tags() *rapid.Generator[language.Tag] {
	return rapid.Custom(func(t *rapid.T) language.Tag { return rapid.SampledFrom(locale.All()).Draw(t, "language").Tag })
}

// law checks that pieces are a text, and that the conversion says what it left.
func law(t interface{ Fatalf(string, ...any) }, f *letter.Furniture, text string, from, to language.Tag) {
	var sources strings.Builder
	for _, p := range f.Convert(text, from, to) {
		sources.WriteString(p.Source)
		if p.Rule == "" && (p.Source != p.Target || p.Certain) {
			t.Fatalf("%q: left as it is, but %+v", text, p)
		}
		if utf8.ValidString(text) && (!utf8.ValidString(p.Source) || !utf8.ValidString(p.Target)) {
			t.Fatalf("%q: %+v is cut inside a character", text, p)
		}
	}
	if sources.String() != text {
		t.Fatalf("%q became %q", text, sources.String())
	}
	if _, rule, _, ok := f.Formula(text, from, to); ok {
		if role, known := f.Role(text, from); !known || string(role) != rule {
			t.Fatalf("%q is converted as %s, but has the role %q", text, rule, role)
		}
	}
}

func TestPiecesAreTheText(t *testing.T) {
	f := itu(t)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(stretches), 0, 8).Draw(t, "text"), "")
		law(t, f, text, tags().Draw(t, "from"), tags().Draw(t, "to"))
	})
}

// Each unit of any document has one role or none, and only a city has no unit.
func TestRolesAreThoseOfUnits(t *testing.T) {
	f := itu(t)
	rapid.Check(t, func(t *rapid.T) {
		d := &document.Document{Lang: tags().Draw(t, "language")}
		for _, text := range rapid.SliceOfN(rapid.SampledFrom(stretches), 0, 80).Draw(t, "units") {
			d.Units = append(d.Units, document.NewUnit("paragraph", 1, document.Content{Text: text}))
		}
		roles := f.Roles(d)
		if len(roles) != len(d.Units) {
			t.Fatalf("%d roles for %d units", len(roles), len(d.Units))
		}
		for i, role := range roles {
			if role == letter.City || role != "" && strings.TrimSpace(d.Units[i].Source().Text) == "" {
				t.Fatalf("%q has the role %s", d.Units[i].Source().Text, role)
			}
		}
	})
}

// An editor's wordings are recognised as they are typed, whatever they are.
func TestExtendRecognisesWhatItIsGiven(t *testing.T) {
	f := itu(t)
	rapid.Check(t, func(t *rapid.T) {
		wording := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"Bonjour", " ", "à", "{", "}", "|", "你好", "سلام", "!", "…"}), 1, 30).Draw(t, "wording"), "")
		g, err := f.Extend([]letter.Row{{Role: letter.Salutation, Fr: []string{wording}, En: []string{"Hello,"}}})
		if err != nil {
			return
		}
		out, rule, certain, ok := g.Formula("Hello,", language.English, language.French)
		if !ok || rule != "salutation" || !certain {
			t.Fatalf("%q: %q %s %v %v", wording, out, rule, certain, ok)
		}
		if _, ok := g.Role(out, language.French); !ok {
			t.Fatalf("%q writes %q, which it does not recognise", wording, out)
		}
	})
}

func FuzzConvert(f *testing.F) {
	table := itu(f)
	for _, seed := range []string{
		"", "Réf.: BDT/DIR/105", "\ufeffGenève, le 6 septembre 2021\r\nMadame, Monsieur,", "附件：1件", "المرجع: الرسالة المعممة BDT/DIR/105",
		"Уважаемая госпожа, уважаемый господин,\u2028Осн.: Циркуляр", "Muy Señora mía/Muy Señor mío:", "Dear {Sir|Madam}", "A:：\xff",
	} {
		f.Add(seed, byte(3), byte(1))
	}
	f.Fuzz(func(t *testing.T, text string, from, to byte) {
		all := locale.All()
		law(t, table, text, all[int(from)%len(all)].Tag, all[int(to)%len(all)].Tag)
	})
}
