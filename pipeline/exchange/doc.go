// Package exchange writes the translation of a circular as a file for
// translators' tools, and reads what comes back.
//
// A format of such files is one Format in the list Formats, and one File is one
// circular in one language. The laws that every format keeps:
//
//  1. Read gives for what Write wrote the same ids, sources, targets and states.
//  2. A File that was read and is not changed is written byte for byte as it
//     came; a changed target or state changes its own place only. So nothing is
//     lost that another tool put there and this package has no word for.
//  3. A draft is never taken for a translation: Target is a draft while State is
//     Initial.
//  4. A file is data. Nothing in it is run, followed or fetched; document types
//     are refused, depth and size are bounded.
//
// What Read takes is a file that keeps the rules of its format. Whether it fits
// the circular as it is now (ids, codes, source, conflicts) is the question of
// Compare, a segment at a time: the good ones are taken, the others told.
package exchange
