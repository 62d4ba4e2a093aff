package parity

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"hexaglot/glossary"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// collector gathers what units say in one language.
type collector struct {
	lang    language.Tag
	locale  *locale.Locale
	matcher *glossary.Matcher // nil: terms are not compared
}

func (c collector) unit(u *document.Unit) unit {
	content := u.Source()
	out := unit{role: u.Role, line: u.Line, text: strings.Join(strings.Fields(readable(content)), " "), digits: map[string]bool{}, others: map[string]bool{}}
	out.feature, out.stream = place(u.Role)
	for _, r := range content.Text {
		if !unicode.IsSpace(r) {
			out.length++
		}
	}
	out.codes(content)
	out.addresses(content.Text)
	out.values(c.locale, content.Text)
	c.terms(&out, content.Text)
	out.words, out.pairs = names(content.Text)
	return out
}

// readable gives the text with the addresses that stand for themselves in it.
func readable(c document.Content) string {
	var b strings.Builder
	at := 0
	for _, code := range c.Codes {
		b.WriteString(c.Text[at:code.Pos])
		at = code.Pos
		if code.Kind == document.Standalone && code.Name == "a" {
			b.WriteString(strings.TrimPrefix(code.Disp, "mailto:"))
		}
	}
	return b.String() + c.Text[at:]
}

// add notes a fact once.
func (u *unit) add(f fact) {
	if !u.has(f) {
		u.facts = append(u.facts, f)
	}
}

// codes notes links by their targets, each as often as it stands there, and the
// marks of notes by their count.
func (u *unit) codes(c document.Content) {
	links := map[string]int{}
	marks := 0
	for _, code := range c.Codes {
		switch {
		case code.Name == "fn":
			marks++
		case code.Name == "a" && code.Kind != document.Close && code.Disp != "":
			if mail(code.Disp) {
				u.add(fact{feature: Email, key: neutral(code.Disp), shown: strings.TrimPrefix(code.Disp, "mailto:")})
				continue
			}
			links[code.Disp]++
			u.add(fact{feature: Link, key: neutral(code.Disp) + strings.Repeat(" ", links[code.Disp]), shown: code.Disp})
		}
	}
	if u.feature != Footnote && marks > 0 {
		u.add(fact{feature: NoteMark, key: strconv.Itoa(marks), shown: strconv.Itoa(marks)})
	}
}

func (u *unit) addresses(text string) {
	for _, a := range check.AddressesIn(text) {
		feature := URL
		if mail(a) {
			feature = Email
		}
		u.add(fact{feature: feature, key: neutral(a), shown: a})
	}
}

func mail(address string) bool {
	return strings.Contains(address, "@") && !strings.Contains(address, "/")
}

// languagePart matches what names a language in an address: /fr/, lang=fr,
// -F.docx, _fr.pdf.
var languagePart = regexp.MustCompile(`(?i)([/=.\-_!])(?:ar|zh|zh-hans|en|fr|ru|es|ara|chi|eng|fra|rus|spa|a|c|e|f|r|s)([/?&#.]|$)`)

// neutral gives an address without what differs from language to language: the
// names of the six languages in it, its scheme, and a slash at its end.
func neutral(address string) string {
	if decoded, err := url.PathUnescape(address); err == nil {
		address = decoded
	}
	for range 2 { // neighbours share a slash
		address = languagePart.ReplaceAllString(address, "$1*$2")
	}
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		address = strings.TrimPrefix(address, scheme)
	}
	return strings.TrimSuffix(address, "/")
}

// valueFeatures gives the features of the kinds of values.
var valueFeatures = map[locale.Kind]Feature{
	locale.KindDate: Date, locale.KindTime: Time, locale.KindReference: Reference, locale.KindSymbol: Reference,
}

// turned matches a number whose groups of thousands were typed in the order in
// which a text from right to left shows them: 000 100 for 100 000.
var turned = regexp.MustCompile(`\b((?:000[ \x{a0}])+)(\d{1,3})\b`)

// oneWord joins the kinds of acts that a language calls by one word: 通函 is a
// circular and a circular letter.
var oneWord = strings.NewReplacer("circular-letter ", "circular ")

func (u *unit) values(l *locale.Locale, text string) {
	if l.RightToLeft {
		text = turned.ReplaceAllString(text, "$2 $1")
	}
	u.clocks = clocks(locale.DigitRuns(text))
	at := 0
	for _, v := range l.Values(text) {
		u.say(text[at:v.Start])
		u.say(v.Key)
		at = v.End
		feature, ok := valueFeatures[v.Kind]
		if !ok {
			feature = Number
		}
		if len(locale.DigitRuns(v.Key)) > 0 { // else it is told from a word by its capital alone
			key := oneWord.Replace(v.Key)
			u.add(fact{feature: feature, key: key, shown: shown(feature, key)})
		}
	}
	u.say(text[at:])
}

// shown gives a key for a reader: 08:30/11:30 for T08:30/T11:30.
func shown(f Feature, key string) string {
	if f == Time {
		return strings.TrimPrefix(strings.ReplaceAll(key, "/T", "/"), "T")
	}
	return strings.TrimPrefix(key, "#")
}

// say notes the groups of digits in a text.
func (u *unit) say(text string) {
	for _, group := range locale.DigitRuns(text) {
		u.digits[strings.TrimLeft(group, "0")] = true
	}
}

// clocks gives groups of digits in order, those that may be hours and minutes
// divided, without zeros.
func clocks(groups []string) []string {
	var out []string
	for _, group := range groups {
		group = strings.TrimLeft(group, "0")
		if n := len(group); n == 3 || n == 4 {
			out = append(out, group[:n-2])
			group = strings.TrimLeft(group[n-2:], "0")
		}
		if group != "" {
			out = append(out, group)
		}
	}
	return out
}

func (c collector) terms(u *unit, text string) {
	if c.matcher == nil {
		return
	}
	for _, m := range c.matcher.Find(text) {
		u.add(fact{Term, m.Concept.ID, m.Term.Text, m.Concept})
		for _, other := range m.Others {
			u.others[other.Concept.ID] = true
		}
	}
}

// has reports whether the unit has the fact.
func (u *unit) has(f fact) bool {
	return slices.ContainsFunc(u.facts, func(g fact) bool { return g.feature == f.feature && g.key == f.key })
}

// says reports whether the unit may say the fact in a way that is not read as
// one: all its digits stand there, or are spelled; or its words can mean the
// concept.
func (u *unit) says(l *locale.Locale, f fact) bool {
	switch f.feature {
	case Term:
		return u.others[f.key] || u.wordsOf(f.concept, l.Tag)
	case Date, Time, Reference, Number:
		return u.saysDigits(l, f)
	case Link, URL:
		return u.leadsTo(f)
	}
	return false
}

// leadsTo reports whether the unit has as a link what the fact has as text, or
// the other way round.
func (u *unit) leadsTo(f fact) bool {
	return slices.ContainsFunc(u.facts, func(g fact) bool {
		return g.feature != f.feature && (g.feature == Link || g.feature == URL) && strings.TrimSpace(g.key) == strings.TrimSpace(f.key)
	})
}

func (u *unit) saysDigits(l *locale.Locale, f fact) bool {
	groups := locale.DigitRuns(f.key)
	if len(groups) == 0 || u.twin(f) {
		return false
	}
	if u.saysClock(f, groups) {
		return true
	}
	return f.feature != Time && !slices.ContainsFunc(groups, func(group string) bool {
		group = strings.TrimLeft(group, "0")
		return group != "" && !u.digits[group] && !l.Spells(u.text, group)
	})
}

// saysClock reports whether the hours and minutes of a fact stand in the unit
// one after the other, however they are divided.
func (u *unit) saysClock(f fact, groups []string) bool {
	if f.feature != Time && (f.feature != Number || len(f.key) < 3) {
		return false
	}
	wanted := " " + strings.Join(clocks(groups), " ") + " "
	return strings.Contains(" "+strings.Join(u.clocks, " ")+" ", wanted)
}

// wordsOf reports whether all words of one of the concept's terms stand in the
// unit, whatever their endings: within a longer term, or apart.
func (u *unit) wordsOf(c *glossary.Concept, lang language.Tag) bool {
	text := strings.ToLower(u.text)
	return slices.ContainsFunc(c.In(lang), func(t *glossary.Term) bool {
		for _, word := range strings.Fields(strings.ToLower(t.Text)) {
			if !strings.Contains(text, stem(word)) {
				return false
			}
		}
		return true
	})
}

// stem cuts off what may be the ending of a word, and the Arabic article.
func stem(word string) string {
	runes := []rune(strings.TrimPrefix(word, "ال"))
	return string(runes[:max(min(len(runes), 4), len(runes)-3)])
}

// twin reports whether the unit has another fact of the feature with the same
// digits: another zone, another kind of act, another currency.
func (u *unit) twin(f fact) bool {
	return slices.ContainsFunc(u.facts, func(g fact) bool {
		said, other := lettersOf(f.key), lettersOf(g.key)
		if strings.HasSuffix(g.key, f.key) || strings.HasSuffix(f.key, g.key) {
			return false // the kind of act is not said
		}
		return g.feature == f.feature && said != other && (f.feature != Number || said != "" && other != "") &&
			slices.Equal(locale.DigitRuns(g.key), locale.DigitRuns(f.key))
	})
}

func lettersOf(key string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, key)
}
