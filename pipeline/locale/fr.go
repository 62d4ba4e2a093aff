package locale

import "golang.org/x/text/language"

// French follows the ITU's French texts (Recommendation ITU-T E.119, French
// edition): no space before a colon, straight quotation marks, decimal comma.
var french = Locale{
	Tag: language.French, Endonym: "français",
	Decimal: ",", Group: " \u00a0\u202f\u2009.'",
	Scales: []Scale{{12, "billions|billion"}, {9, "milliards|milliard"}, {6, "millions|million"}, {3, "milliers|millier|mille"}},
	Months: []string{
		"janvier|janv.", "février|févr.|fév.", "mars", "avril|avr.", "mai", "juin",
		"juillet|juil.", "août", "septembre|sept.", "octobre|oct.", "novembre|nov.", "décembre|déc.",
	},
	Cardinals: []string{
		"zéro", "un|une|premier|première", "deux|deuxième|second|seconde", "trois|troisième", "quatre|quatrième", "cinq|cinquième", "six|sixième",
		"sept|septième", "huit|huitième", "neuf|neuvième", "dix|dixième", "onze|onzième", "douze|douzième",
	},
	Typography: Typography{
		Outer: [2]string{`"`, `"`}, Inner: [2]string{"'", "'"}, Apostrophe: "'", Ellipsis: "…",
		Dash: " – ", DayRange: "-", Tight: ",.;:!?", KeepsNoBreak: "?!",
		Thousands: true, NoBreak: []string{`[0-9]_%`, `[0-9]_h(?:[^\p{L}]|$)`, `[0-9][ \x{a0}\x{202f}]h_[0-9]`, `[Rr]ésolutions?_[0-9]`}, Labels: true,
	},
}
