// Package messages holds the message catalogs of a circular, as go-i18n TOML
// files, and an update of them that loses nothing.
//
// A circular has one folder, and in it for every language up to three files:
//
//	active.<lang>.toml     accepted messages; for the source language, the source
//	translate.<lang>.toml  what is still to do, in document order
//	attic.<lang>.toml      messages whose text has disappeared from the circular
//
// All of them are plain go-i18n v2 message files: tables named by the id of a
// message, with the keys description, hash and zero … other, all strings. What
// go-i18n has no key for stands in comments. Generated comment lines begin
// with one of five marks, as in gettext:
//
//	#:  where the message stands in the circular
//	#.  about the message: what it is, its source, notes, codes, terms
//	#|  what it was before: the old source and a word diff of the two; in the
//	    catalog of the source language, the id of the message that it replaces
//	#?  a draft: `#? other = "…"  # origin 87% ~0a1b2c3d`
//	#=  a fact about the translation as it stands: `#= state: reviewed ~0a1b2c3d`
//
// Generated lines are written anew by every update, facts aside: those stay
// until the translation is edited, which the checksum that ends them tells.
// Every other comment is the translator's. A draft becomes a translation by deleting its mark, an act
// that go-i18n's own tools cannot take by accident. The number that ends a
// draft is a checksum of it: a draft that was edited but not accepted is
// recognised by it and kept as a comment. A draft that came from outside (see
// Plan.Receive) is kept by every update until a translator accepts or deletes
// it; its checksum tells that too. Beside an accepted message, such a draft is
// the other side of a conflict.
//
// An accepted message may be reviewed or final, which is a fact about its text:
// one that was edited since is an accepted one like any other. Tools that drop
// comments lose that much, and no text.
//
// The laws, each of them tested as it is written here:
//
//  1. An update loses nothing that a translator typed: every text and every
//     comment is afterwards in one of the files of the language.
//  2. A second update with the same source changes no byte.
//  3. Read gives for what Encode wrote the catalog that was encoded, if it is not empty.
//  4. A draft is never taken for a translation, neither by an update nor by
//     go-i18n's `goi18n merge`.
//
// An id is made from the text alone (see ID), so a message whose text changed
// is a new message. The update pairs it with the one that it replaces by the
// words that they share; the pair is noted in the source catalog, and the old
// message stays in the attic, where the old translation is found and offered.
//
// The package is pure, bytes in and bytes out: files, locks and the choice of
// what to write belong to the command. It imports only messages/fault of the
// project.
package messages
