package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// day is a day, or a month where day is 0; what is 0 is not said.
type day struct {
	year, month, day int
	weekday          int // from Monday, 1 (ISO 8601-1, 4.2.2)
}

// key gives the day in the extended format of ISO 8601.
func (d day) key() string {
	switch {
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	case d.year == 0:
		return fmt.Sprintf("--%02d-%02d", d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// exists reports whether the calendar has such a day.
func (d day) exists() bool {
	if d.month < 1 || d.month > 12 || d.year != 0 && (d.year < 1000 || d.year > 2999) {
		return false
	}
	year := d.year
	if year == 0 {
		year = 2000
	}
	return d.day <= time.Date(year, time.Month(d.month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}

// full reports whether the day exists and is said with its year.
func (d day) full() bool { return d.year > 0 && d.day > 0 && d.exists() }

// fits reports whether the weekday is the day's.
func (d day) fits() bool {
	if d.weekday == 0 || d.year == 0 {
		return true
	}
	sunday := int(time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Weekday())
	return (sunday+6)%7+1 == d.weekday
}

// before orders days of which both or neither have a year.
func (d day) before(e day) bool {
	return 10000*d.year+100*d.month+d.day < 10000*e.year+100*e.month+e.day
}

// style is how a date is written.
type style int

const (
	long    style = iota // 6 September 2021
	short                // 6 Sept. 2021
	roman                // 6.IX.2021
	numeric              // 06/09/2021
	iso                  // 2021-09-06
)

// joint is what joins the days of a value.
type joint int

const (
	single joint = iota
	dash         // 6–15 June
	to           // 6 to 15 June
	fromTo       // from 6 to 15 June
	and          // 6 and 15 June
)

// dates is a date, a range of dates or an enumeration of days.
type dates struct {
	days    []day
	joint   joint
	style   style
	mark    rune // the separator of figures
	slim    bool // figures without a leading zero
	aside   bool // in brackets of its own
	capital bool // begins with a capital that the language does not ask for
	alone   bool // nothing stands around it
}

func (d dates) key() string {
	var keys []string
	for _, day := range d.days {
		keys = append(keys, day.key())
	}
	if d.joint == and {
		return "{" + strings.Join(keys, ",") + "}"
	}
	return strings.Join(keys, "/")
}

// write gives the dates as the texts of l have them.
func (d dates) write(l *Locale) (string, bool) {
	w := dateWriter{Locale: l, dates: d}
	text := w.text()
	if d.capital {
		r, size := utf8.DecodeRuneInString(text)
		text = string(unicode.ToUpper(r)) + text[size:]
	}
	return text, (l.Calendar.Alone == 0 || !d.declined()) && !d.open(l)
}

// open reports whether nothing settles how a language writes the date: figures
// that its texts write otherwise or may read the other way round, and weekdays
// in Chinese.
func (d dates) open(l *Locale) bool {
	first := d.days[0]
	if d.style == numeric && first.day > 0 {
		return l.Unspaced || l.RightToLeft || l.Calendar.Forms.MonthFirst && first.day <= 12 && first.day != first.month
	}
	return l.Unspaced && first.weekday > 0
}

// declined reports whether a language with cases asks the sentence for the form
// of a name: of a month without a day, of a weekday. In a range that words join,
// these words ask for the months' but not for the weekdays'.
func (d dates) declined() bool {
	worded := d.joint == to || d.joint == fromTo
	weekday := d.days[0].weekday > 0 && d.style <= roman
	month := d.days[0].day == 0 && d.style <= short
	return weekday && worded || (weekday || month && !worded) && !d.alone && !d.aside && !d.capital
}

// dateWriter writes dates in a language.
type dateWriter struct {
	*Locale
	dates
	first bool // of a range that words join, where Russian has the genitive
}

func (w dateWriter) text() string {
	switch w.joint {
	case single:
		return w.one(w.days[0])
	case and:
		return w.several()
	}
	return w.span()
}

// one writes a day or a month of which parts may be unknown.
func (w dateWriter) one(d day) string {
	f := w.Calendar.Forms
	switch {
	case w.style == iso:
		return spell("[y-]MM[-dd]", w.figures(d, false))
	case w.style == numeric && d.day == 0:
		return spell(f.Figures, w.figures(d, false))
	case w.style == numeric:
		return w.separated(spell(f.Numeric, w.figures(d, w.slim))) + w.yearMark()
	case w.style == roman && f.Roman && d.day > 0:
		return spell("[EEEE ]d.MMM[.y]", w.names(d))
	case d.day == 0:
		return spell(f.Month, w.names(d))
	}
	return spell(f.Day, w.names(d))
}

// separated puts the separator of the source where the language has it too.
func (w dateWriter) separated(text string) string {
	mark, _ := utf8.DecodeRuneInString(w.Calendar.Forms.Marks)
	if strings.ContainsRune(w.Calendar.Forms.Marks, w.mark) {
		mark = w.mark
	}
	return strings.ReplaceAll(text, "/", string(mark))
}

// yearMark gives what follows a year: Russian "года", "г.".
func (w dateWriter) yearMark() string {
	marks := w.Calendar.YearMarks
	switch {
	case len(marks) == 0:
		return ""
	case w.style != long || w.aside || w.days[len(w.days)-1].day == 0:
		return marks[1]
	}
	return marks[0]
}

// figures gives the fields of a date in figures.
func (w dateWriter) figures(d day, slim bool) fieldTexts {
	return func(letter byte, width int) (string, bool) {
		n := map[byte]int{'y': d.year, 'M': d.month, 'd': d.day}[letter]
		if slim {
			width = 1
		}
		return fmt.Sprintf("%0*d", width, n), n > 0
	}
}

// names gives the fields of a date with names.
func (w dateWriter) names(d day) fieldTexts {
	return func(letter byte, width int) (string, bool) {
		switch letter {
		case 'E':
			return w.weekday(d.weekday), d.weekday > 0
		case 'd':
			return w.dayNumber(d.day), d.day > 0
		case 'y':
			return strconv.Itoa(d.year) + w.yearMark(), d.year > 0
		}
		if d.month == 0 || width < 3 {
			return strconv.Itoa(d.month), d.month > 0
		}
		return w.month(d, letter == 'L' && !w.first), true
	}
}

func (w dateWriter) dayNumber(n int) string {
	if n == 1 && w.Calendar.First != "" && w.style != roman {
		return w.Calendar.First
	}
	return strconv.Itoa(n)
}

// month writes the name of d's month, alone where no day stands with it.
func (w dateWriter) month(d day, alone bool) string {
	variants := strings.Split(w.Months[d.month-1], "|")
	name := variants[0]
	if alone {
		name = variants[w.Calendar.Alone]
	}
	for _, v := range variants {
		if w.style == short && strings.HasSuffix(v, ".") {
			name = v
			break
		}
	}
	if w.style == roman && w.Calendar.Forms.Roman && d.day > 0 {
		return romanNumeral(d.month)
	}
	return w.titled(name)
}

// titled gives a name with the capital that English asks for.
func (w dateWriter) titled(name string) string {
	if !w.Calendar.Capitals {
		return name
	}
	return strings.ToUpper(name[:1]) + name[1:]
}
