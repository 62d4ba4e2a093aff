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
	Figures: Figures{
		Group: "\u00a0", House: ".", Bare: true, Plural: oneAlone, Of: "de ",
		Scales:  []Scale{{12, "billón|billones"}, {6, "millón|millones"}},
		Percent: "0 %", PerCent: "por ciento", PerCents: "0 por ciento|0 por 100",
		Spelled: []string{
			"primera|primer|primero|primeras|primeros", "segunda|segundo", "tercera|tercer|tercero", "cuarta|cuarto", "quinta|quinto", "sexta|sexto",
			"séptima|séptimo", "octava|octavo", "novena|noveno", "décima|décimo", "undécima|undécimo", "duodécima|duodécimo",
		},
		Suffixes: "ª|º|.ª|.º|.er|er|ero|era", Ordinal: spanishOrdinal, Century: "siglo|siglos",
		Range: "-", To: "a", And: "y|e|o|a",
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
