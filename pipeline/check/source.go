package check

import (
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/locale"
)

// Query is a remark on a source, as a message with its values.
type Query = *fault.Error

// Queries gives remarks on a source itself, which a translator should know and
// not carry over: slips that official letters are known for. They are told in
// the catalogs as notes on the message.
func Queries(text string, lang language.Tag) []Query {
	var out []Query
	base, _ := lang.Base()
	for _, s := range slips {
		if s.lang != base.String() || !strings.Contains(text, s.trigger) {
			continue
		}
		if m := s.pattern.FindString(text); m != "" {
			out = append(out, fault.New(fault.Content, "query-slip", "{Text}: probably {Instead} is meant; do not carry the slip over",
				"Text", m, "Instead", s.pattern.ReplaceAllString(m, s.instead)))
		}
	}
	return append(out, daylight(text, lang)...)
}

// slips are known typing errors: a word where the sentence wants another. Only
// a text that holds the trigger is looked at closely.
var slips = []struct {
	lang    string
	trigger string
	pattern *regexp.Regexp
	instead string
}{
	{"fr", "eillez", regexp.MustCompile(`\b(V|v)eillez(\s+(?:agréer|croire|recevoir|trouver|noter|cliquer|contacter|prendre|accepter))`), "${1}euillez$2"},
	{"fr", "distingués", regexp.MustCompile(`\b(S|s)alutations? distingués\b`), "${1}alutations distinguées"},
	{"fr", "honeur", regexp.MustCompile(`\b(j)'ai l'honeur\b`), "${1}'ai l'honneur"},
	{"en", "faithfuly", regexp.MustCompile(`\b(Y|y)ours faithfuly\b`), "${1}ours faithfully"},
	{"en", "sincerly", regexp.MustCompile(`\b(Y|y)ours sincerly\b`), "${1}ours sincerely"},
	{"es", "tentamante", regexp.MustCompile(`\b(A|a)tentamante\b`), "${1}tentamente"},
	{"ru", "уваженем", regexp.MustCompile(`(С|с) уваженем`), "$1 уважением"},
}

// standardTime are the labels of standard time where summer time is observed
// from the second Sunday of March to the first Sunday of November (Energy
// Policy Act of 2005, section 110; IANA time zone database, northamerica), or
// in Europe from the last Sunday of March to the last Sunday of October. Only
// the months that lie wholly within are told.
var standardTime = map[string]struct {
	summer      string
	first, last int
}{
	"EST": {"EDT", 4, 10}, "CST": {"CDT", 4, 10}, "MST": {"MDT", 4, 10}, "PST": {"PDT", 4, 10},
	"CET": {"CEST", 4, 9}, "HNE": {"HAE", 4, 10},
}

var zoneLabel = regexp.MustCompile(`\b(?:EST|CST|MST|PST|CET|HNE)\b`)

// zoneIn gives the first label of standard time in text.
func zoneIn(text string) string {
	for at := 0; ; at++ {
		i := strings.IndexByte(text[at:], 'T')
		if i < 0 {
			break
		}
		if at += i; at > 1 && (text[at-1] == 'S' || text[at-1] == 'E') {
			return zoneLabel.FindString(text)
		}
	}
	if strings.Contains(text, "HNE") {
		return zoneLabel.FindString(text)
	}
	return ""
}

// daylight reports a label of standard time beside a date in summer.
func daylight(text string, lang language.Tag) []Query {
	label := zoneIn(text)
	if label == "" {
		return nil
	}
	zone := standardTime[label]
	for _, month := range locale.Find(lang).MonthsIn(text) {
		if month >= zone.first && month <= zone.last {
			return []Query{fault.New(fault.Content, "query-zone",
				"{Label} is standard time, but summer time ({Summer}) is observed on that date; keep the label and ask the author", "Label", label, "Summer", zone.summer)}
		}
	}
	return nil
}
