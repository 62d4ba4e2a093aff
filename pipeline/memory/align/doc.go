// Package align finds which sentences of a circular's language versions are
// translations of one another, so that what was published once becomes memory.
//
// # Beads
//
// Two versions are cut into beads: one sentence for one (1-1), one for two, two
// for one, two for two, one for three, three for one, and sentences without a
// counterpart (1-0, 0-1). Two pairs may have changed places, and two sentences
// may stand in one place and have nothing to do with one another. Of all ways to
// cut, the one with the best sum of scores is taken by dynamic programming. A
// score is a log likelihood ratio, in nats: how much likelier the two sides are
// if they translate each other than if they met by chance. It adds up
//
//   - how usual such a bead is (Gale and Church 1993, "A Program for Aligning
//     Sentences in Bilingual Corpora", Computational Linguistics 19:1, table 5);
//   - their lengths in characters, with the ratio of the two languages, and its
//     variance, estimated from the documents themselves (section 3.2 there);
//   - the marks that both have, or that one lacks: numbers, months and
//     ordinals by value (third, 第三), dates, times, references and symbols
//     (package locale), terms of the glossary and names of countries by concept,
//     abbreviations and words of one origin (Simard, Foster and Isabelle 1992,
//     "Using Cognates to Align Sentences": the first four letters, Cyrillic
//     ones transliterated), addresses, final punctuation, and what the unit is:
//     a heading, a list item, a table cell and its column, what it is for in a
//     letter. A mark that is rare weighs much, one that stands everywhere
//     nothing. How reliable each kind of mark is in this pair of languages is
//     estimated from the documents;
//   - words that keep company: what the surer beads of a first pass have in
//     common becomes a small dictionary (competitive linking: Melamed 2000,
//     "Models of Translational Equivalence among Words"), and makes marks for
//     the next pass.
//
// # Structure first
//
// The notes of both versions are aligned by themselves: some formats have them
// where they are referred to, others at the end. Units (paragraphs, headings,
// items, cells) are aligned before their sentences. Where the path of the units
// surely passes, and that of the sentences alone may, the documents are cut;
// sentences are aligned between two cuts only: paragraphs may be grouped
// differently. What was left over or fits badly is then looked up out of order:
// list items that each language sorts by its own alphabet.
//
// # Time
//
// The first pass searches a band of fifty points to each side of the line
// through the marks that both documents have once; later passes search beside
// the path found before. A band widens where the path touches its edge. Beads
// are scored a row at a time: what the marks of the target's spans add by
// themselves is summed once, and a mark of the source is looked up where it
// stands (postings). Other paths are weighed beside the best one only.
//
// # Laws
//
//   - Every segment of either side is in exactly one bead of a pair.
//   - Beads stand in the order of the source, and but for moved ones in that of
//     the target.
//   - Time and memory grow with the number of segments.
//   - Confidence is the probability of the bead among all paths of the band
//     (forward-backward), in percent, rounded down: of beads that have
//     Sure percent or more, at least 99 in 100 are right on the parallel texts
//     that the tests measure it on.
package align
