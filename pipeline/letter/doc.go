// Package letter knows the furniture of an official letter: the pieces that
// stand around its text and are the same in every letter. Which they are, and
// what the six languages write for them, is the table letter.toml, which a
// linguist edits; Extend lays an editor's own wordings over it.
//
// Two laws hold for every text:
//
//   - A role is given to a whole line or paragraph that is nothing but
//     furniture, never to running text.
//   - A conversion is certain only if every wording in it was seen in a document
//     of the ITU or the UN, and if there is no second reading.
//
// What is not furniture is left to package locale, whose values are converted
// wherever they stand, or is left as it is.
package letter
