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
	Typography: Typography{
		Outer: [2]string{`"`, `"`}, Inner: [2]string{"'", "'"}, Apostrophe: "'", Ellipsis: "…",
		Dash: " – ", DayRange: "–", MonthRange: " – ", Tight: ",.;:!?", JoinPercent: true,
		NoBreak: []string{`[Rr]esolutions?_[0-9]`}, Labels: true,
	},
	// Dates: United Nations Editorial Manual; ITU circular BDT/008 ("27 to 29 June
	// 2012") and Council documents for the dashes. Times: ITU letter DM-05/1171
	// ("0930 hours"); "from 0830 to 1130 hours (EST)" is unverified.
	Calendar: Calendar{
		Capitals: true,
		Weekdays: []string{"monday|mon.", "tuesday|tue.|tues.", "wednesday|wed.", "thursday|thu.|thur.|thurs.", "friday|fri.", "saturday|sat.", "sunday|sun."},
		Forms: DateForms{
			Day: "[EEEE ]d[ MMMM][ y]", Month: "LLLL[ y]", Numeric: "dd/MM/y", Figures: "MM/y", MonthFirst: true, Marks: "/-.", Roman: true,
			Dashes: [2]string{"–", " – "}, From: [2]string{"from ", "from "}, To: [2]string{" to ", " to "}, Bare: true,
			And: [2]string{", ", " and "},
		},
		Words: CalendarWords{
			Ordinal: "st|nd|rd|th|^{st}|^{nd}|^{rd}|^{th}", OfMonth: "of", OfYear: "of", From: "from", To: "to|until|till|through", And: "and|&", Between: "between|between the",
			Articles: "the", Hour: "h", At: "at", Instant: "at", Hours: "hours|hrs.|hrs|h",
			Morning: "a.m.|a. m.|a.m|am", Evening: "p.m.|p. m.|p.m|pm", Noon: "noon",
		},
		Clock: Clock{
			Plain: "HH:mm", Spoken: "HHmm 'hours'[ (z)]", Dash: "HH:mm–HH:mm", Running: "HH:mm–HH:mm[ z]",
			Instant: "at ", Words: "'from' HHmm 'to' HHmm 'hours'[ (z)]", Bare: "HHmm 'to' HHmm 'hours'[ (z)]",
		},
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
