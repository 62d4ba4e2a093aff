package locale

import (
	"strings"
	"unicode/utf8"
)

// Typography is the house typography of one language: the marks that its texts
// are set with. An empty field means that the language has no such rule. The
// house is ITU; see the table at typographyRules for authorities.
type Typography struct {
	Outer, Inner [2]string // the quotation marks that open and close, around and inside others
	Apostrophe   string    // between letters
	Ellipsis     string
	Dash         string   // between words, with its spaces
	Raya         bool     // an em dash clings to the words of an aside: it stays
	DayRange     string   // between two days of a month
	MonthRange   string   // between days of two months, with its spaces
	Tight        string   // marks that no space stands before
	Leading      string   // marks that no space stands behind
	JoinPercent  bool     // no space before the percent sign
	Thousands    bool     // a space between thousands: it does not break
	NoBreak      []string // regular expressions; the spaces that must not break are written _
	Labels       bool     // items are numbered "1)" and "a)"
	Wide         bool     // punctuation is as wide as a character, and no spaces stand beside these
	Arabic       bool     // Arabic comma, semicolon, question mark; no kashida; Western digits
}

// Edit replaces a stretch of a text.
type Edit struct {
	Start, End int    // in the text, in bytes, at rune boundaries
	New        string // what comes in its place
	Rule       string // why: the id of a rule, in kebab-case
}

// typographyRule is one rule: it gives the changes that a line needs, in order.
type typographyRule struct {
	id  string
	run func(*Locale, *line) []change
}

// typographyRules lists the rules in the order in which they are applied. V:
// seen in documents of ITU. S: a standard of the language, or CLDR 48, which
// ITU is not seen to contradict. U: not verified; such a rule makes a space
// unbreakable, and never adds, drops or replaces what a reader sees.
//
//	rule                 languages       authority
//	kashida              ar              V  E.119 (04/2017), Arabic edition: it justifies lines only
//	digits               ar              V  E.119, PP-18/42-A, TDAG-23/48-A: Western digits only
//	digits               zh              S  GB/T 15835-2011: half-width Arabic numerals
//	quotes               ar en es fr ru  V  E.119: straight marks; inner ones single U
//	quotes               zh              V  C18/35-C; GB/T 15834-2011, 4.8: “ ” and inside ‘ ’
//	apostrophe           en fr           V  E.119: straight
//	apostrophe           es ru           S  as the quotation marks
//	ellipsis             ar en es fr ru  S  CLDR 48, characters/ellipsis: …
//	ellipsis             zh              S  GB/T 15834-2011, 4.11: ……
//	range-dash           en ru           V  E.119; WTDC17/11-R: 14–23; PP-22/44: 26 September – 14 October
//	range-dash           es fr zh        V  C17 mastheads, BDT/DIR/105, C18/35-C: 6-15
//	range-dash           ar              V  PP-18 mastheads: 19-23; with two months a spaced hyphen
//	dash                 en es fr ru     V  E.119: spaced en dash; ru U+2212 is normalised (C17/30-R)
//	dash                 ar              V  E.119: spaced hyphen, no en dash
//	dash                 zh              S  GB/T 15834-2011, 4.10: ——
//	full-width           zh              V  C18/35-C; GB/T 15834-2011
//	full-width-brackets  zh              V  Operational Bulletin: 电信标准化局（TSB）
//	arabic-punctuation   ar              V  E.119: ، ؛ ؟
//	space-before         ar en es fr ru  V  E.119: none before : and ; (French as well)
//	space-inside         all             S  CLDR 48; RAE, Ortografía (2010), 3.4.9: ¿ ¡
//	space-after          ar en es fr ru  S  one follows a comma, a semicolon, a full stop
//	percent              en zh           S  CLDR 48: 37%; zh V
//	han-spacing          zh              V  C18/35-C: none beside Latin letters and digits
//	double-space         all             S  one space between words
//	list-number          en es fr ru     V  PP-22/44, E.119: "1)", "a)"
//	no-break-space       fr              V  E.119 (Résolution 1); 8 h 30 FAO; thousands, % CLDR 48
//	no-break-space       ru              V  E.119 (Резолюции 1, рисунке 1); thousands, % CLDR 48; г., №, initials U
//	no-break-space       en ar           V  E.119 (Resolution 1; ar before an acronym in brackets)
//	no-break-space       es              S  thousands FAO; % CLDR 48
//
// What has no rule stays: the no-break hyphen U+2011, the letter ё, Arabic
// presentation forms, the list comma 、, spaces between Chinese characters, and
// in French the space before ? and !, of which ITU's texts show neither form. Arabic list numbers stay as they are typed: the "(1" of E.119 stands in
// a left-to-right run, and in a text from right to left "1)" looks the same.
func typographyRules() []typographyRule {
	return []typographyRule{
		{"kashida", kashida},
		{"digits", westernDigits},
		{"quotes", quotes},
		{"apostrophe", apostrophes},
		{"ellipsis", ellipses},
		{"range-dash", rangeDashes},
		{"dash", wordDashes},
		{"full-width", fullWidth},
		{"full-width-brackets", fullWidthBrackets},
		{"arabic-punctuation", arabicPunctuation},
		{"space-before", spacesBefore},
		{"space-inside", spacesInside},
		{"space-after", spacesAfter},
		{"percent", percents},
		{"han-spacing", hanSpacing},
		{"double-space", doubleSpaces},
		{"list-number", listNumbers},
		{unseenRule, noBreakSpaces},
	}
}

// TypographyRules lists the ids of the rules, in the order in which they are
// applied.
func TypographyRules() []string {
	var ids []string
	for _, r := range typographyRules() {
		ids = append(ids, r.id)
	}
	return ids
}

// passes is how often the rules may need one another: a text that is not
// settled then stays as it is.
const passes = 8

// Tidy gives the edits that turn a text of the language into house typography,
// in order and without overlap. These laws hold:
//
//   - the text after the edits needs none;
//   - letters stay, and so do the values of digits (a kashida is no letter);
//   - addresses, names of files, symbols of documents, code, times, ratios and
//     smileys stay as they are;
//   - a quotation mark or a bracket without its other half stays.
//
// U+FFFC stands for something that is not text, such as a picture: it stays,
// and so do spaces on both sides of it.
func (l *Locale) Tidy(text string) []Edit { return l.tidy(text, "") }

// Breaches gives the edits that house typography asks for where a reader could
// see the difference: those of every rule but that of spaces that do not break.
func (l *Locale) Breaches(text string) []Edit { return l.tidy(text, unseenRule) }

// unseenRule is the rule that a reader never sees broken.
const unseenRule = "no-break-space"

// tidy applies all rules but one until nothing changes; what does not settle
// stays as it was.
func (l *Locale) tidy(text, without string) []Edit {
	if !utf8.ValidString(text) {
		return nil
	}
	work := newLine(text)
	for range passes {
		work.protect()
		before := work.changed
		for _, r := range typographyRules() {
			if r.id != without {
				work.apply(r.id, r.run(l, work))
			}
		}
		if work.changed == before {
			return work.edits()
		}
	}
	return nil
}

// spaceSigns show spaces: an open box for one that breaks, a shouldered one for
// one that does not (ISO 9995-7).
var spaceSigns = strings.NewReplacer(" ", "␣", "\u00a0", "⍽", "\u202f", "⍽")

// VisibleSpaces gives a text with a visible sign for every space: ␣ for one
// that breaks, ⍽ for one that does not.
func VisibleSpaces(text string) string { return spaceSigns.Replace(text) }

// Apply gives the text after the edits, which are those of Tidy.
func Apply(text string, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.Start] + e.New)
		at = e.End
	}
	return b.String() + text[at:]
}
