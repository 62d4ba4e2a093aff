package glossary

import "golang.org/x/text/language"

// English inflects nouns for number; 's is part of its word (UAX #29, WB6).
// Plurals: R. Quirk et al., A Comprehensive Grammar of the English Language,
// 5.80 to 5.97.
var english = grammar{
	lang: language.English, minStem: 2, fold: foldLatin, possessive: true, compounds: true, plural: true,
	paradigms: `
noun -   s     : State States
noun y   ies   : country countries
noun s   ses   : process processes
noun x   xes   : annex annexes
noun z   zes   : waltz waltzes
noun ch  ches  : approach approaches
noun sh  shes  : dish dishes
noun o   oes   : embargo embargoes
noun man men   : chairman chairmen
noun f   ves   : half halves
noun um  a     : addendum addenda
noun is  es    : crisis crises
`,
	irregular: `
person persons people
`,
}
