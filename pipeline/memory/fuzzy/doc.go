// Package fuzzy finds the entries of a translation memory that are similar to a
// text, and says how similar, in percent.
//
// # Similarity
//
// A text is read as a row of signs. Each letter is a sign; each word is one more
// sign, after its letters; a number, a mark of punctuation and an inline code
// are one sign each, however long they are. A character of a script without
// spaces (Han, kana, Thai, Lao, Khmer, Myanmar, Tibetan) is a word, one sign.
// The similarity of two texts is the share of the signs of the longer one that
// need not be put in, taken out or changed to make one text into the other
// (V. Levenshtein's distance), rounded down. So, of "Annex 2 to the circular",
// 23 signs:
//
//   - a word that is changed costs its letters and its own sign: "letter"
//     instead of "circular" leaves 65;
//   - a word that is inflected or mistyped costs the letters that differ and
//     its own sign: "circulars" leaves 91;
//   - a number, a mark or a code that differs costs one sign: "Annex 3" leaves
//     95.
//
// What that share says is bounded, so that a translator can trust the bands:
//
//	100      the texts are equal, with the same codes in the same places
//	95 … 99  the words are the same. 99 and less, one for each, where only these
//	         differ: case; white space; Arabic vowel marks and kashida; the
//	         encoding (width, composed letters, curly or straight quotation
//	         marks, kinds of hyphens, invisible characters); the numbers of the
//	         codes. Or else numbers, punctuation or codes differ a little.
//	… 94     at least one word differs
//
// The similarity is the same both ways. Long texts are bounded by Cap.
//
// # Index
//
// An index is derived from the memory and may be deleted at any time. It is a
// few segments, which are written once and never changed: new entries go to a
// small segment of their own (Builder), and small segments are merged from time
// to time (Due, Merge). A deleted entry stays until its segment is merged, so
// Index.Keep has to hide it. An id belongs to one text for ever: a text that
// changes is a new entry.
//
// A segment leaves each text's words, numbers and pairs of words as features
// (characters, pairs and triples in scripts without spaces, and in short texts
// three letters each, as one typing error a word would leave nothing else). A
// search takes the features of the query, those of few entries first, up to a
// budget, counts which entries share them, and compares the best with the query
// itself. So similarities are exact, but an entry that shares only very common
// features may be missed; at 75 percent that is less than one query in fifty.
// Entries are in the order of their lengths, so those that are too short or too
// long for the threshold are not looked at.
//
// # Format
//
// Numbers are little-endian. A file is a row of pages of 1024 bytes; the last
// four of each are a CRC-32C of the number of the page (as its initial value) and of the
// page. Places count the 1020 other bytes of each page. The parts follow one
// another:
//
//	records   the entries in the order of their lengths, see record.go
//	places    five bytes each: where each record begins, and the end
//	lengths   four bytes each: how many entries are shorter than 0, 1, 2 … signs
//	postings  for each list of features, its entries, see posting.go
//	buckets   five bytes each: where each list begins, and the end
//	header    a page of its own, the last: the name and edition of the format,
//	          how many lists and entries there are, and where the parts begin
//
// Nothing is loaded: Open reads the header, a search reads the pages it needs,
// and each page is checked when it is read. So a file that is damaged, cut off
// or foreign is a fault, and never gives a wrong text.
//
// The package is a leaf but for pipeline/document, whose contents it compares.
package fuzzy
