// Package exchange carries termbases to and from the files of others: TBX
// (ISO 30042), CSV, TSV, UTX, XLSX, and our own TOML. Each format is one file
// and one line in All.
//
// Every format keeps these laws:
//
//   - Read(Write(b)) says what b says: every concept, term and property, in
//     order. What a format has no place for travels beside: in TBX, in a note
//     that begins with "hexaglot:"; in a table, in columns of its own. Where
//     neither will do (a control character in XLSX), Write says so and writes
//     nothing.
//   - A file made elsewhere is read as far as it is understood: any order of
//     columns or elements, a byte order mark, CRLF, commas, semicolons or tabs,
//     UTF-16. What has no place in a concept but is text goes into its note,
//     under the name that it had. What is wrong is a fault with its line or row.
//   - No cell of a table begins with what a spreadsheet would run as a formula.
//   - Whatever the file, memory and time are bounded by its size, which is
//     bounded too; entities are never expanded, and no file is touched.
//
// A table has one row a term or, when it is read, one row a concept with
// columns for each language ("fr_term", "fr_abbr", or simply "fr").
package exchange
