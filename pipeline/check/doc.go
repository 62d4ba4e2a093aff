// Package check finds what is wrong with a translation. Each check is one file
// and one line in All; its issue type is a word of ITS 2.0, section 8.2
// (w3.org/TR/its20/#lqissue-typevalues).
//
// A check sees one pair of contents at a time, or all pairs of a circular, and
// never the markup: inline codes stand beside the text. It says what it found
// with the id of a message, so that the command can tell it in the reader's
// language. These laws hold:
//
//   - A check compares; it does not grade style. Where the source has the same
//     flaw, or the language allows it, there is no finding: an editor who was
//     called for nothing twice does not come a third time. In official texts at
//     most two segments in a hundred are warned of wrongly.
//   - Values are compared by what they say, not by how they are written: 3 000 =
//     3,000 = ٣٠٠٠, 1er mars = 1 March. A value that one language says in words
//     is not missing.
//   - What keeps a circular from being published is an error; what is worth a
//     look, a warning; what need not change, a remark. A project may set the
//     severity of each check (Settings).
//   - A finding is suppressed only by name and with a reason (Suppressions), and
//     a suppression that is no longer needed is told.
//   - A finding does not depend on the order in which pairs are looked at, and
//     none is given twice.
package check
