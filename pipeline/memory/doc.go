// Package memory is the translation memory of a project: what was translated
// once is found again, and nothing that was reported as saved is lost.
//
// The memory is one SQLite file (https://sqlite.org/fileformat.html). An entry
// is one source text with its translations in all languages, its origin (a
// circular, or a file that was imported), and the contexts it stood in; each
// translation says who made it, when, and how it came about (Status). So one
// look-up serves five target languages.
//
// The laws:
//
//  1. The same source from different origins makes entries of their own: no
//     origin writes over another. Within one origin a later translation takes
//     the place of an earlier one, which stays in the file as superseded.
//     Different translations that come in one addition, as in a TMX file with
//     alternatives, are all kept, in entries of their own.
//  2. An addition is one transaction: all of it is in the file, durably, when
//     Add returns, or none of it.
//  3. A file that is not a memory, is of a later version, or is damaged is
//     refused with a fault and never written. Every entry carries a checksum,
//     and none is given to anyone without a look at it.
//  4. What is derived from the entries (the words of the concordance, the index
//     of similar texts) can be made anew from them at any time.
//  5. Only a match in its full context may become a translation by itself; see
//     Ladder and Match.Certain.
//
// An exact look-up goes through an index on a 64-bit hash of the source text.
// The package reads and writes the one file that it is given and nothing else;
// where that file may lie is the command's decision.
package memory
