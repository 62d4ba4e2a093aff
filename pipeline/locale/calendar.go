package locale

import (
	"slices"
	"strings"
	"sync"
)

// Calendar is what a language's texts write for dates and times.
//
// Patterns are those of UTS #35, part 4 (unicode.org/reports/tr35/tr35-dates.html,
// "Date Format Patterns"): letters stand for fields, quoted text for itself.
// Brackets hold what is written only where its fields are known, as in
// java.time's DateTimeFormatter. A month is written out, abbreviated, in figures
// or as a Roman numeral as the source writes it.
//
// The keys of dates and times are those of ISO 8601: "2021-09-06", "2021-09" and
// "T08:30" (8601-1, 5.2 and 5.3), "--09-06" for a day of any year (8601:2000,
// 5.2.1.3), "2022-06-06/2022-06-15" for a time interval (8601-1, 5.5) and
// "{2018-07-23,2018-07-24}" for a set of days (8601-2, 6). A time zone follows
// a time as it is labelled: "T08:30/T11:30 EST".
type Calendar struct {
	Capitals   bool     // months and weekdays are written with a capital
	Alone      int      // the variant of Locale.Months that stands without a day
	MonthsAlso []string // forms of the twelve months that are read, beside Locale.Months
	Weekdays   []string // from Monday, variants divided by "|", the written ones first
	First      string   // how the first day of a month is written, where not "1"
	YearMarks  []string // what follows a year in full, and where the text is brief
	Forms      DateForms
	Words      CalendarWords
	Clock      Clock
}

// DateForms are the patterns of dates and what joins two of them.
type DateForms struct {
	Day        string // a day: its month, year and weekday may be unknown
	Month      string // a month, whose year may be unknown
	Numeric    string // a day in figures; "/" stands for the separator
	Figures    string // a month and a year in figures
	MonthFirst bool   // "September 6" is read, and figures may have the month first
	Units      string // what the first of two days leaves to the second at a dash
	Marks      string // the separators of Numeric, the usual one first
	Roman      bool   // months are written as Roman numerals in brief dates
	BigFirst   bool   // the larger unit stands first: year, month, day
	Dashes     [2]string
	From       [2]string // opens a range that words join: of days, of months
	To         [2]string // joins it
	Bare       bool      // such a range may stand without From
	Elisions   []string  // what From becomes before a vowel: pairs of old and new
	And        [2]string // joins the days of an enumeration: all but the last, the last
}

// CalendarWords are the words that are read in dates and times and not written
// in patterns; variants are divided by "|", lower case.
type CalendarWords struct {
	Ordinal  string // endings of the number of a day
	OfMonth  string // between a day and its month
	OfYear   string // between a month and its year
	YearMark string // behind a year
	From     string // before the first of two
	To       string // between two
	And      string // before the last of several
	Between  string // before two days that are the ends of a span and no enumeration
	Articles string // what may stand before a day or an hour in a range
	Hour     string // behind the hours
	Minute   string // behind the minutes
	Oclock   string // before a time, part of it
	At       string // before an hour, which tells it from a duration
	Instant  string // before a single time, whose preposition it is
	Hours    string // behind hours and minutes: "hours"
	Morning  string // behind a time before noon
	Evening  string // behind a time after noon
	Noon     string // behind twelve
	Weekday  string // before the character that numbers a weekday
}

// Clock are the patterns of times. Those of ranges are divided where a field
// stands for the second time, as UTS #35 divides interval formats.
type Clock struct {
	Plain   string // 08:30 in figures
	Spoken  string // with words or a time zone
	Dash    string // a range in figures, as in a timetable
	Running string // a range with a dash and words or a time zone
	Words   string // a range that words join
	Bare    string // such a range without the word that opens it, where the language has one
	Instant string // before Spoken and Plain, where the source has such a preposition
	Even    bool   // both ends of a range show their minutes where one does
	Periods []string

	Unverified bool // no text of the ITU was found that has times with words
}

// lexicon is what a Locale's words look like to the readers.
type lexicon struct {
	names  map[string]name
	pairs  map[string]bool // the first words of names of two
	opens  map[string]bool
	clocks map[string]bool // that may stand before a single time
	lists  wordLists
}

type wordLists struct {
	ordinal, ofMonth, ofYear, yearMark, to, and, between, articles  []string
	hour, minute, oclock, at, instant, hours, am, pm, noon, weekday []string
}

// name is what a word of the calendar names.
type name struct {
	month, weekday int
	short          bool
}

var lexicons sync.Map

// lexicon gives the words of l, made once.
func (l *Locale) lexicon() *lexicon {
	if lex, ok := lexicons.Load(l); ok {
		return lex.(*lexicon)
	}
	lex, _ := lexicons.LoadOrStore(l, l.compile())
	return lex.(*lexicon)
}

func (l *Locale) compile() *lexicon {
	w := l.Calendar.Words
	lex := &lexicon{names: map[string]name{}, pairs: map[string]bool{}, opens: set(w.From), clocks: opening(w.Oclock + "|" + w.Instant), lists: wordLists{
		ordinal: byLength(w.Ordinal), ofMonth: byLength(w.OfMonth), ofYear: byLength(w.OfYear), yearMark: byLength(w.YearMark),
		to: byLength(w.To), and: byLength(w.And), between: byLength(w.Between), articles: byLength(w.Articles),
		hour: byLength(w.Hour), minute: byLength(w.Minute), oclock: byLength(w.Oclock), at: byLength(w.At), instant: byLength(w.Instant), hours: byLength(w.Hours),
		am: byLength(w.Morning), pm: byLength(w.Evening), noon: byLength(w.Noon), weekday: byLength(w.Weekday),
	}}
	for _, cells := range [][]string{l.Months, l.Calendar.MonthsAlso} {
		for i, cell := range cells {
			lex.add(cell, name{month: i + 1})
		}
	}
	for i, cell := range l.Calendar.Weekdays {
		lex.add(cell, name{weekday: i + 1})
	}
	return lex
}

func (lex *lexicon) add(cell string, n name) {
	for variant := range split(cell) {
		n.short = strings.HasSuffix(variant, ".")
		if plain := lowered(strings.TrimSuffix(variant, ".")); plain != "" {
			lex.names[plain] = n
			if first, _, two := strings.Cut(plain, " "); two {
				lex.pairs[first] = true
			}
		}
	}
}

func set(cell string) map[string]bool {
	out := map[string]bool{}
	for _, word := range byLength(cell) {
		out[word] = true
	}
	return out
}

// opening gives the first words of the variants.
func opening(cell string) map[string]bool {
	out := map[string]bool{}
	for _, variant := range byLength(cell) {
		word, _, _ := strings.Cut(variant, " ")
		out[word] = true
	}
	return out
}

// byLength gives the variants of a cell, the longest first.
func byLength(cell string) []string {
	if cell == "" {
		return nil
	}
	var out []string
	for variant := range split(cell) {
		out = append(out, lowered(variant))
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}
