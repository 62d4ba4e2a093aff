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
// Encode writes a termbase as Parse reads it, byte for byte as itu.toml is laid
// out; Lint looks one over, a rule an entry in Rules. Package exchange reads and
// writes the formats of others.
//
// A termbase of hundreds of thousands of concepts is kept compiled (Compile,
// Load; Key has the protocol). The compiled form is what a matcher works on in
// any case: flat arrays in one string, a hash table for the words of each
// language, and a tree whose nodes are hash tables of their children. So what a
// text costs depends on its words and on the terms found in it, not on how many
// terms there are; nothing is decoded before it is asked for; and a parsed and
// an opened termbase find the same.
//
// What is done with the terms is one file each: Merge lays the termbase of a
// project over another, Replacements says what the glossary would write
// differently in a translation, Introductions finds where a text explains an
// abbreviation, Diff and Impact tell what a change of terms touches, Suggest and
// Align propose terms from texts and their translations.
//
// Each language is one file: its paradigms, and the letters that it holds equal.
// The package is a leaf.
package glossary
