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
