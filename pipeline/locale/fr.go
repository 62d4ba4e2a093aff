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
		Dash: " – ", DayRange: "-", Tight: ",.;:",
		Thousands: true, NoBreak: []string{`[\p{L}0-9")]_[?!]`, `[0-9]_%`, `[0-9]_h(?:[^\p{L}]|$)`, `[0-9][ \x{a0}\x{202f}]h_[0-9]`, `[Rr]ésolutions?_[0-9]`}, Labels: true,
	},
	// Dates and times: ITU circular BDT/DIR/105 and letters of 2009 and 2010; the
	// abbreviations are CLDR's. "juill." and "jan." are unverified.
	Calendar: Calendar{
		MonthsAlso: []string{"jan.", "", "", "", "", "", "juill.", "", "sep.", "", "", "dec."},
		Weekdays:   []string{"lundi|lun.", "mardi|mar.", "mercredi|mer.", "jeudi|jeu.", "vendredi|ven.", "samedi|sam.", "dimanche|dim."},
		First:      "1er",
		Forms: DateForms{
			Day: "[EEEE ]d[ MMMM][ y]", Month: "LLLL[ y]", Numeric: "dd/MM/y", Figures: "MM/y", Marks: "/-.", Roman: true,
			Dashes: [2]string{"-", " – "}, From: [2]string{"du ", "de "}, To: [2]string{" au ", " à "},
			Elisions: []string{"de a", "d'a", "de o", "d'o"}, And: [2]string{", ", " et "},
		},
		Words: CalendarWords{
			Ordinal: "er|ᵉʳ|^{er}|^er", From: "du|de|d", To: "au|à|jusqu'au|jusqu'à", And: "et", Between: "entre|entre le", Articles: "le",
			Hour: "h|h.|heures|heure", At: "à|dès|vers|avant|après|jusqu'à", Instant: "à",
			Morning: "du matin", Evening: "de l'après-midi|du soir",
		},
		Clock: Clock{
			Plain: "H 'h'[ mm]", Spoken: "H 'h'[ mm][ z]", Dash: "H 'h'[ mm]-H 'h'[ mm]", Running: "H 'h'[ mm]-H 'h'[ mm][ z]",
			Words: "'de' H 'h'[ mm] 'à' H 'h'[ mm][ z]", Even: true, Instant: "à ",
		},
	},
	Figures: Figures{
		Group: "\u00a0", Plural: belowTwo, Of: "de |d'",
		Scales:  []Scale{{12, "billion|billions"}, {9, "milliard|milliards"}, {6, "million|millions"}},
		Percent: "0 %", PerCent: "pour cent", PerCents: "0 pour cent|0 p. 100",
		Spelled: []string{
			"première|premier|premières|premiers", "deuxième|second|seconde|deuxièmes", "troisième", "quatrième", "cinquième", "sixième",
			"septième", "huitième", "neuvième", "dixième", "onzième", "douzième",
		},
		Suffixes: "ème|èmes|eme|ième|ièmes|er|ers|re|res|ère|e|es|nd|nde", Ordinal: frenchOrdinal, Neutral: true,
		Range: "-", To: "à", And: "et|ou|à",
		Letter: "F", Union: "UIT-",
		Revision: Revision{
			Adopted: "({place}, {year})", Revised: "(Rév. {place}, {year})", AdoptedThere: "({conference})", RevisedThere: "(Rév.{conference})",
			Words: "Rév.|Rev.|révisée à|Rév", Edition: "({month}/{year})",
		},
	},
}
