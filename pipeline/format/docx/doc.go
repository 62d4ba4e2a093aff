// Package docx reads and writes Word files: Office Open XML as ECMA-376 and
// ISO/IEC 29500 define it, transitional and strict, with any prefixes. Sections
// in comments (§17.3.2.28) are those of ECMA-376 Part 1.
//
// # Units
//
// A paragraph is a unit; so are the descriptions and titles of drawings and
// tables, the tips of links, the names that charts keep of their cells, and the
// title and subject of the document. Their order is that of reading: the main
// story, then footnotes, endnotes, comments by option, headers, footers, charts,
// SmartArt, properties; a text box follows the paragraph that it is anchored in.
// Parts are found through relationships; external ones are never followed.
//
// Text comes once: where a file holds it twice, for old readers
// (mc:AlternateContent), for every series of a chart, or as the drawing of a
// SmartArt, the second follows the translation of the first.
//
// # Codes
//
// Runs that look the same are one. What does not count is noise: rsid, proofErr,
// lastRenderedPageBreak, lang, noProof, a font's hint, the fonts and sizes of
// other scripts than that of the document's language, kerning, Word's own
// bookmarks (those that begin with an underscore), and properties that the
// hierarchy of styles gives anyway (§17.7.2).
//
// The formatting that all text of a paragraph has, or else that of its style, is
// its base and makes no codes. What deviates is a pair named after what it does:
// b, i, u, s, sup, sub, a for links, f for fonts, sizes, colours and styles. A
// font that reaches as far as another deviation goes with it. Content controls
// (sdt), smart tags (tag) and directions (dir) are pairs too. Placeholders are
// tab, br, hy, sym, fn, img, math, field, cm, bm, and x for text that stays:
// hidden text, and text in Options.SkipStyles. A field whose result is text, such
// as HYPERLINK, is a pair; where it spans paragraphs, as a table of contents does,
// its ends are no codes, and stay at the ends of their paragraphs.
//
// # Laws
//
//   - A file in which nothing was translated is written byte for byte; with
//     tracked changes accepted it is not, for it then holds no change at all.
//   - Parts that do not change are copied as they are, deflated.
//   - In a part that does, all bytes stay but those of the paragraphs that were
//     translated; of those, every element stays, in the place that the
//     translation gives it, and every character of a stretch between two codes
//     has the properties of the first run of that stretch in the source, byte for
//     byte. Runs that differ in noise are merged; proofErr and
//     lastRenderedPageBreak go; Word's own bookmarks in a paragraph go to its
//     nearest end, but for targets of references, which are placeholders.
//   - What another language needs in direction, fonts and w:lang is done after
//     that, to all parts that carry any.
//   - A translation that keeps its codes reads back as it was written.
//
// # Hostile files
//
// A file is untrusted. Names, sizes and ratios are checked in the directory of
// the archive before anything is inflated; media are never inflated; a part is
// checked to be well-formed, without a document type, and of bounded depth, while
// its elements are noted. Time and memory are linear in the size of the parts.
package docx
