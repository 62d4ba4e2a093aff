package locale

import (
	_ "embed"
	"strings"

	"golang.org/x/text/language"
)

var (
	//go:embed data/acts.txt
	actData string
	//go:embed data/places.txt
	placeData string
	//go:embed data/conferences.txt
	conferenceData string
	//go:embed data/currencies.txt
	currencyData string
	//go:embed data/units.txt
	unitData string
)

// columns is the order of the languages in the data files: the order in which a
// linguist of the ITU lists them, Latin scripts first.
var columns = []language.Tag{language.English, language.French, language.Spanish, language.Russian, language.Chinese, language.Arabic}

// column gives the place of l's cell among the six.
func (l *Locale) column() int {
	for i, tag := range columns {
		if tag == l.Tag {
			return i
		}
	}
	return 0
}

// table gives the rows of a data file: cells divided by " | ", lines that begin
// with # left out.
func table(data string) [][]string {
	var out [][]string
	for line := range strings.Lines(data) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, " | "))
		}
	}
	return out
}
