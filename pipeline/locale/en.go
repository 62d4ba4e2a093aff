package locale

import "golang.org/x/text/language"

// English follows the United Nations Editorial Manual, "Numbers, dates and
// time" (un.org/dgacm/en/content/editorial-manual/numbers-dates-time).
var english = Locale{
	Tag: language.English, Endonym: "English",
	Decimal: ".", Group: ",\u00a0\u202f\u2009 ",
	Scales: []Scale{{12, "trillion"}, {9, "billion"}, {6, "million"}, {3, "thousand"}},
	Months: []string{
		"january|jan.", "february|feb.", "march|mar.", "april|apr.", "may", "june|jun.",
		"july|jul.", "august|aug.", "september|sept.|sep.", "october|oct.", "november|nov.", "december|dec.",
	},
	Cardinals: []string{
		"zero|no", "one|first|a|once", "two|second|both|twice", "three|third", "four|fourth", "five|fifth", "six|sixth",
		"seven|seventh", "eight|eighth", "nine|ninth", "ten|tenth", "eleven|eleventh", "twelve|twelfth",
	},
	Figures: Figures{
		Group: ",", House: ",", Plural: oneAlone,
		Scales:  []Scale{{12, "trillion"}, {9, "billion"}, {6, "million"}},
		Percent: "0%", PerCent: "per cent", PerCents: "0 per cent|0 percent",
		Spelled:  []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"},
		Suffixes: "st|nd|rd|th", Ordinal: englishOrdinal, Neutral: true,
		Range: "–", To: "to", And: "and|or|to", CodeFirst: true,
		Letter: "E", Union: "ITU-",
		Revision: Revision{
			Adopted: "({place}, {year})", Revised: "(Rev. {place}, {year})", AdoptedThere: "({conference})", RevisedThere: "(Rev.{conference})",
			Words: "Rev.|Revised|Rev", Edition: "({month}/{year})",
		},
	},
}
