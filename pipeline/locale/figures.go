package locale

// Figures is what a language needs for its numbers, percentages, ordinals,
// amounts, quantities, symbols and references, beside the data files.
//
// Forms are divided by "|" and chosen by Plural; where a cell has fewer forms
// than the language has numbers, the last one serves.
type Figures struct {
	Group  string                  // stands between groups of three digits
	House  string                  // what its own texts group with, beside blanks
	Whole  int                     // digits that it never groups: 4 in Chinese (4000)
	Bare   bool                    // its texts often group no number
	Plural func(number string) int // the place of the form that goes with a number
	Scales []Scale                 // to write, the greatest first; Words are forms
	Tight  bool                    // no blank before a scale word
	Of     string                  // between a scale word and a noun, variants: "de |d'"

	Percent  string // pattern with the sign
	PerCent  string // forms with words; "" where the sign is written all the same
	PerCents string // patterns with words, to read

	Spelled  []string // ordinals from 1 to 12, variants divided by "|"
	Suffixes string   // endings that make an ordinal of digits
	Ordinal  func(n int) (text string, certain bool)
	Neutral  bool   // a spelled ordinal has one form whatever its noun; the first may vary
	Century  string // nouns beside a bare Roman numeral, variants: "siglo"

	Range     string // the dash of a range of numbers
	To        string // the words of a range, variants
	And       string // what joins the last of a list of numbers: and, or, to, then variants of these in turn
	UnitFirst bool   // the unit stands before the number: "MHz 790-694"
	CodeFirst bool   // a currency's code stands before the amount

	Letter   string // of the language in a document symbol: "F"
	Union    string // the Union's name in those of its Sectors: "UIT-"
	Declines bool   // a name in a sentence takes its case
	Revision Revision
}

// Revision is how a language names the conference that adopted or revised an
// act; {place}, {year} and {conference} stand for theirs.
type Revision struct {
	Adopted, Revised           string // at a place: "(Dubai, 2018)", "(Rev. Dubai, 2018)"
	AdoptedThere, RevisedThere string // at a conference: "(WRC-19)", "(Rev.WRC-19)"
	Words                      string // that say "revised", variants
	Edition                    string // of a Recommendation: "({month}/{year})"
}

// form chooses the one of forms that goes with a number.
func (l *Locale) form(forms, number string) string {
	want, i, out := 0, 0, ""
	if l.Figures.Plural != nil {
		want = l.Figures.Plural(number)
	}
	for out = range split(forms) {
		if i == want {
			break
		}
		i++
	}
	return out
}
