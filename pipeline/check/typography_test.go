package check_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
)

// halfWidth is what the stored Chinese texts of the Goals break on every line:
// their punctuation was made half width where they were stored.
const halfWidth = "typography-full-width"

// slip is what is wrong in the official texts themselves: two spaces between
// words, and one before a comma.
var slip = regexp.MustCompile(`\S[ \x{a0}]{2,}\S|\S[ \x{a0}][,،]`)

// tally counts the texts of one language by their gravest finding.
type tally struct{ texts, right, wrong, remarked, narrow int }

// TestOfficialTypography: of the official texts of the Sustainable Development
// Goals at most two in a hundred are warned of wrongly, in any language.
func TestOfficialTypography(t *testing.T) {
	var all map[string]map[string]string
	if err := json.Unmarshal(corpus(t, "parallel/sdg/sdg-six.json"), &all); err != nil {
		t.Fatal(err)
	}
	for _, lang := range six {
		var n tally
		for _, key := range slices.Sorted(maps.Keys(all)) {
			if text := all[key][lang.String()]; text != "" {
				n.count(t, lang, text)
			}
		}
		if n.texts < 400 {
			t.Fatalf("%s: only %d texts", lang, n.texts)
		}
		share := 100 * float64(n.wrong) / float64(n.texts)
		t.Logf("%s: of %d texts %d (%.1f %%) are warned of wrongly, %d rightly, %d remarked on, %d have half-width punctuation",
			lang, n.texts, n.wrong, share, n.right, n.remarked, n.narrow)
		if share > 2 {
			t.Errorf("%s: %.1f %% of the texts are warned of wrongly", lang, share)
		}
		if (lang == language.Chinese) != (n.narrow > 0) {
			t.Errorf("%s: %d texts with half-width punctuation", lang, n.narrow)
		}
	}
}

func (n *tally) count(t *testing.T, lang language.Tag, text string) {
	n.texts++
	c := document.Content{Text: text}
	pair := check.Pair{Source: c, Target: c, From: lang, To: lang}
	worst, half := check.Severity(-1), 0
	for _, f := range append(check.Typography.Run(pair), check.Whitespace.Run(pair)...) {
		if f.Message.ID == halfWidth {
			half = 1
			continue
		}
		worst = max(worst, f.Severity)
		if f.Severity == check.Warning && !slip.MatchString(text) {
			t.Logf("%s: %s: %s\n  %s", lang, f.Message.ID, f.Message, text)
		}
	}
	n.narrow += half
	switch {
	case worst == check.Info:
		n.remarked++
	case worst == check.Warning && slip.MatchString(text):
		n.right++
	case worst == check.Warning:
		n.wrong++
	}
}
