package locale

import "golang.org/x/text/language"

// Spanish follows the UN Spanish translators' manual
// (onutraduccion.wordpress.com/manual) and the ITU's Spanish texts: decimal
// comma, hard space for thousands, straight quotation marks.
var spanish = Locale{
	Tag: language.Spanish, Endonym: "español",
	Decimal: ",", Group: " \u00a0\u202f\u2009.",
	Scales: []Scale{{12, "billones|billón"}, {9, "mil millones"}, {6, "millones|millón"}, {3, "millares|mil"}},
	Months: []string{
		"enero", "febrero", "marzo", "abril", "mayo", "junio",
		"julio", "agosto", "septiembre|setiembre", "octubre", "noviembre", "diciembre",
	},
	Cardinals: []string{
		"cero", "un|uno|una|primer|primero|primera", "dos|segundo|segunda|ambos|ambas", "tres|tercer|tercero|tercera", "cuatro|cuarto|cuarta",
		"cinco|quinto|quinta", "seis|sexto|sexta", "siete|séptimo|séptima", "ocho|octavo|octava", "nueve|noveno|novena", "diez|décimo|décima",
		"once|undécimo|undécima", "doce|duodécimo|duodécima",
	},
	Ordinals: spanishOrdinals(),
	Typography: Typography{
		Outer: [2]string{`"`, `"`}, Inner: [2]string{"'", "'"}, Apostrophe: "'", Ellipsis: "…",
		Dash: " – ", Raya: true, DayRange: "-", MonthRange: " – ", Tight: ",.;:!?", Leading: "¿¡",
		Thousands: true, NoBreak: []string{`[0-9]_%`, `[Rr]esoluci(?:ón|ones)_[0-9]`}, Labels: true,
	},
	// Dates: UN Spanish translators' manual, "Fechas"; ITU mastheads of 2017 and
	// 2018 for the dashes. Times: ITU TSB collective letter 9/SG3RG-LAC ("a las
	// 09:30 horas"); ranges of times are unverified.
	Calendar: Calendar{
		MonthsAlso: []string{"ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.|sep.|set.", "oct.", "nov.", "dic."},
		Weekdays:   []string{"lunes|lun.", "martes|mar.", "miércoles|mié.|miercoles", "jueves|jue.", "viernes|vie.", "sábado|sáb.|sabado", "domingo|dom."},
		Forms: DateForms{
			Day: "[EEEE ]d[ 'de' MMMM][ 'de' y]", Month: "LLLL[ 'de' y]", Numeric: "dd/MM/y", Figures: "MM/y", Marks: "/-.", Roman: true,
			Dashes: [2]string{"-", " – "}, From: [2]string{"del ", "de "}, To: [2]string{" al ", " a "}, And: [2]string{", ", " y "},
		},
		Words: CalendarWords{
			Ordinal: ".º|º|.°|°|.er|er|ero|ro.|ro", OfMonth: "de|del mes de", OfYear: "de|del|del año", From: "del|de|desde", To: "al|a|hasta", And: "y", Between: "entre|entre el",
			Articles: "el|la|las|los|día", Hour: "h|h.|horas|hora", At: "las|la", Instant: "a las|a la", Hours: "horas|hrs.|hrs|h.|h",
			Morning: "a.m.|a. m.|am|de la mañana", Evening: "p.m.|p. m.|pm|de la tarde|de la noche", Noon: "del mediodía",
		},
		Clock: Clock{
			Plain: "HH:mm", Spoken: "HH:mm 'horas'[ (z)]", Dash: "HH:mm-HH:mm", Running: "'de' HH:mm 'a' HH:mm 'horas'[ (z)]",
			Words: "'de las' HH:mm 'a las' HH:mm 'horas'[ (z)]", Instant: "a las ",
		},
	},
	Figures: Figures{
		Group: "\u00a0", House: ".", Bare: true, Plural: oneAlone, Of: "de ",
		Scales:  []Scale{{12, "billón|billones"}, {6, "millón|millones"}},
		Percent: "0 %", PerCent: "por ciento", PerCents: "0 por ciento|0 por 100",
		Spelled: []string{
			"primera|primer|primero|primeras|primeros", "segunda|segundo", "tercera|tercer|tercero", "cuarta|cuarto", "quinta|quinto", "sexta|sexto",
			"séptima|séptimo", "octava|octavo", "novena|noveno", "décima|décimo", "undécima|undécimo", "duodécima|duodécimo",
		},
		Suffixes: "ª|º|.ª|.º|.er|er|ero|era", Ordinal: spanishOrdinal, Century: "siglo|siglos",
		Range: "-", To: "a", And: "y|o|a|e|u",
		Letter: "S", Union: "UIT-",
		Revision: Revision{
			Adopted: "({place}, {year})", Revised: "(Rev. {place}, {year})", AdoptedThere: "({conference})", RevisedThere: "(Rev.{conference})",
			Words: "Rev.|Revisada en|Rev", Edition: "({month}/{year})",
		},
	},
}

// spanishOrdinals gives the ordinals from 20 to 99 that name sessions of the
// General Assembly: "septuagésimo sexto".
func spanishOrdinals() map[string]int {
	tens := []string{"vig", "trig", "cuadrag", "quincuag", "sexag", "septuag", "octog", "nonag"}
	units := []string{"primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven"}
	out := map[string]int{"vigésimo primer": 21}
	for i, ten := range tens {
		for _, o := range []string{"o", "a"} {
			stem := ten + "ésim" + o
			out[stem] = 10 * (i + 2)
			for j, unit := range units {
				out[stem+" "+unit+o] = 10*(i+2) + j + 1
			}
		}
	}
	return out
}
