package glossary

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"
)

// letters are texts of one language in which terms repeat.
var letters = []struct {
	lang  string
	texts []string
	want  []string // candidates that must be there, with their abbreviation
	never []string // and that must not
}{
	{
		"fr",
		[]string{
			"La Conférence mondiale de développement des télécommunications (CMDT) examinera la pépinière villageoise.",
			"Une pépinière villageoise est au cœur de la table ronde ministérielle.",
			"Les tables rondes ministérielles de l'UIT porteront sur la pépinière villageoise, l'Union internationale des télécommunications le rappelle.",
		},
		[]string{"pépinière villageoise", "table ronde ministérielle"},
		[]string{"la pépinière", "de développement", "villageoise est"},
	},
	{
		"fr",
		[]string{"Le Forum des jeunes entrepreneurs (FJE) aura lieu en juin."},
		[]string{"Forum des jeunes entrepreneurs FJE"},
		nil,
	},
	{
		"en",
		[]string{"The early warning system is ready.", "Early warning systems (EWS) save lives; early warning matters.", "an early warning system"},
		[]string{"early warning system EWS"},
		[]string{"warning system", "the early warning"},
	},
	{
		"es",
		[]string{"Los centros de animación vecinal crecen.", "Un centro de animación vecinal (CTD) abre.", "la animación vecinal"},
		[]string{"centros de animación vecinal CTD", "animación vecinal"},
		[]string{"de animación"},
	},
	{
		"ru",
		[]string{"Система раннего предупреждения (СРП) готова.", "Для системы раннего предупреждения нужны данные.", "О системах раннего предупреждения."},
		[]string{"система раннего предупреждения СРП"},
		[]string{"раннего предупреждения нужны"},
	},
	{
		"ar",
		[]string{"نظام الإنذار المبكر (EWS) جاهز.", "يعتمد على نظام الإنذار المبكر", "لنظام الإنذار المبكر في البلد"},
		[]string{"نظام الإنذار المبكر EWS"},
		[]string{"على نظام"},
	},
	{
		"zh",
		[]string{"早期预警系统（EWS）已经建立。", "我们将使用早期预警系统。", "早期预警系统和其他系统"},
		[]string{"早期预警系统 EWS"},
		[]string{"期预警系", "预警系统"},
	},
}

func TestSuggest(t *testing.T) {
	b := ituBase(t)
	for _, c := range letters {
		var got []string
		for _, s := range Suggest(b, language.MustParse(c.lang), c.texts) {
			got = append(got, strings.ToLower(strings.TrimSpace(s.Text+" "+s.Abbr)))
		}
		for _, want := range c.want {
			if !slices.Contains(got, strings.ToLower(want)) {
				t.Errorf("%s: %q is not among %q", c.lang, want, got)
			}
		}
		for _, never := range append(c.never, "union internationale des télécommunications") {
			if slices.Contains(got, strings.ToLower(never)) {
				t.Errorf("%s: %q is among %q", c.lang, never, got)
			}
		}
	}
}

func TestAlign(t *testing.T) {
	src := Suggest(nil, language.French, []string{"table ronde", "la table ronde et le centre numérique", "un centre numérique", "Forum des jeunes (FJ)"})
	trg := Suggest(nil, language.English, []string{"round table", "the round table and the digital centre", "a digital centre", "Youth Forum (YF)"})
	var got []string
	for _, a := range Align(src, trg) {
		got = append(got, fmt.Sprintf("%s=%s %.1f", src[a.Src].Text, trg[a.Trg].Text, a.Dice))
	}
	slices.Sort(got)
	if want := "[Forum des jeunes=Youth Forum 1.0 centre numérique=digital centre 1.0 table ronde=round table 1.0]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestSuggestLaws: whatever the texts, a suggestion stands in each of its texts,
// as often as it says at least once a text, and the order of its score.
func TestSuggestLaws(t *testing.T) {
	var stock []string
	for _, c := range letters {
		for _, text := range c.texts {
			stock = append(stock, strings.Fields(text)...)
		}
	}
	stock = append(stock, "\u2028", "\r\n", "\ufeff", "（LDC）", "(", ")")
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom(six).Draw(t, "language")
		texts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom(stock), 0, 30).Draw(t, "words"), " ")
		}), 0, 6).Draw(t, "texts")
		last := -1.0
		for _, s := range Suggest(nil, lang, texts) {
			if s.Text == "" || s.Score <= 0 || s.Count < len(s.Texts) || len(s.Texts) == 0 || !slices.IsSorted(s.Texts) {
				t.Fatalf("%+v", s)
			}
			if last >= 0 && s.Score > last {
				t.Fatalf("%+v stands behind %f", s, last)
			}
			last = s.Score
		}
	})
}

// FuzzSuggest: no text makes it panic.
func FuzzSuggest(f *testing.F) {
	for _, c := range letters {
		f.Add(strings.Join(c.texts, "\n"))
	}
	f.Add("\ufeffUn (AB)\u2028(CD) (（ÉÀ）\r\n")
	f.Fuzz(func(_ *testing.T, text string) {
		for _, lang := range six {
			Suggest(nil, lang, strings.Split(text, "\n"))
		}
	})
}
