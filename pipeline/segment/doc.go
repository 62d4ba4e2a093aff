// Package segment finds the sentences of a text and cuts units into segments.
//
// # Breaks
//
// Sentence boundaries follow UAX #29, Unicode Text Segmentation (SB3 to SB11),
// over the Sentence_Terminal property of the Unicode Character Database. SRX
// calls what is laid over it rules and exceptions; they are data, one file a
// language, in the folder rules: abbreviations after which a sentence goes on,
// and the words that make a new one certain. A language without a file uses the
// English one; a word in another script than the language's is looked up in the
// file of that script (Latin: English, Cyrillic: Russian, Arabic: Arabic).
//
// The differences from UAX #29, each with its reason:
//
//   - a line end is white space; only a blank line and U+2029 end a sentence,
//     because readers join soft-wrapped lines;
//   - a terminator of the Latin, Cyrillic or Arabic script ends a sentence only
//     before white space: "itu.int?lang=fr" holds none;
//   - a closing mark belongs to the sentence that it closes even after a space
//     (« Oui. »), an opening mark never does (说。“好”), and a note mark such as
//     "¹" or "[1]" counts as a closing one;
//   - a number after a full stop begins a sentence, as a capital does;
//   - "!" and "?" before a small letter end nothing: "Partner2Connect!" dit-il;
//   - an ellipsis ends a sentence before a capital, and "……" before Han;
//   - an ambiguous abbreviation (U.S., г., an initial) ends a sentence only
//     before a starter, a word that the rules list: "в 2021 г. Союз решил" is
//     one sentence, "в 2021 г. В Женеве" is two. Where the text does not say,
//     the sentence goes on: a segment too long is easier to translate than half
//     a sentence.
//
// # Units
//
// Unit cuts a unit into segments and ignorables, and keeps these laws:
//
//   - the segments joined are the unit as it was: text and codes, whose numbers
//     are those of [document.Content.Renumber];
//   - the codes of every segment are balanced, and numbered from 1; an ignorable
//     keeps the unit's numbers, so that a pair may open in one and close in
//     another;
//   - no segment begins or ends with white space, save white space that a pair
//     inside the segment holds;
//   - the text of a segment without codes is one sentence to Breaks (in pairs nested
//     up to 16 deep).
package segment
