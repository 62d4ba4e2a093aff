// Package glossary is a concept-oriented termbase, as in TBX (ISO 30042), and
// the matcher that finds its terms in a text.
//
// A concept has an identifier and, in each language, terms with a type (full
// form, abbreviation, short form) and a status (preferred, admitted,
// deprecated, superseded). The file itu.toml holds the concepts of the ITU; it
// is meant to be edited by a terminologist.
//
// A matcher keeps these laws:
//
//   - A match covers whole words of the text, byte for byte: the English
//     possessive ('s) and the Arabic proclitics (و ف ب ك ل ال) belong to their
//     word, the French elided article (l', d', qu') is a word of its own. No
//     match begins or ends inside a word, a compound with a hyphen or an address;
//     names and abbreviations may be part of one: "PP-18", "ICT-enabled".
//   - Matches stand in order and do not overlap: the longest term wins, so that
//     a term inside a longer one is not found.
//   - An abbreviation is matched letter by letter, capitals included; English
//     adds its plural s. Other terms are matched without regard to case, and
//     inflected by the paradigms of their language: two words are forms of one
//     another only where a paradigm lists both endings on the same stem. So
//     "communication" never finds "communauté", whatever a stemmer makes of it.
//   - How a text is encoded makes no difference: composed or decomposed
//     letters, full width, hyphens and spaces of any kind, straight and curly
//     quotes, vocalisation and kashida, zero-width and direction marks.
//   - Words of a term follow each other in its order; a comma, a stop or a word
//     between them breaks it, unless the term itself has it or allows it.
//
// Each language is one file: its paradigms, and the letters that it holds equal.
// The package is a leaf.
package glossary
