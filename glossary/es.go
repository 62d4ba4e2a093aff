package glossary

import "golang.org/x/text/language"

// Spanish inflects nouns for number, adjectives and participles for gender and
// number; the plural moves some accents.
// Real Academia Española, Nueva gramática de la lengua española, §§ 2 and 3.
var spanish = grammar{
	lang: language.Spanish, minStem: 2, fold: foldLatin,
	paradigms: `
noun -   s               : Estado Estados
noun l   les             : canal canales
noun r   res             : sector sectores
noun d   des             : red redes
noun s   ses             : mes meses
noun j   jes             : reloj relojes
noun y   yes             : ley leyes
noun z   ces             : vez veces
noun ón  ones            : organización organizaciones
noun án  anes            : plan planes
noun én  enes            : almacén almacenes
noun ín  ines            : fin fines
noun és  eses            : interés intereses
noun or  ora  ores  oras : observador observadora observadores observadoras
adj  o   a    os    as   : adelantado adelantada adelantados adelantadas
adj  l   la   les   las  : español española
adj  n   na   nes   nas  : alemán alemana
adj  és  esa  eses  esas : inglés inglesa
`,
	irregular: `
orden órdenes
joven jóvenes
imagen imágenes
origen orígenes
margen márgenes
examen exámenes
régimen regímenes
`,
}
