// Package align finds which sentences of a circular's language versions are
// translations of one another, so that what was published once becomes memory.
//
// # Beads
//
// Two versions are cut into beads: one sentence for one (1-1), one for two, two
// for one, two for two, one for three, three for one, and sentences without a
// counterpart (1-0, 0-1). Of all ways to do that, the one with the best sum of
// scores is taken by dynamic programming. A score is a log likelihood ratio, in
// nats: how much likelier the two sides are if they translate each other than
// if they met by chance. It adds up
//
//   - how usual such a bead is (Gale and Church 1993, "A Program for Aligning
//     Sentences in Bilingual Corpora", Computational Linguistics 19:1, table 5);
//   - their lengths in characters, with the ratio of the two languages, and its
//     variance, estimated from the documents themselves (section 3.2 there);
//   - the marks that both have, or that one lacks: numbers and months by
//     value, terms of the glossary and names of countries by concept,
//     abbreviations and words of one origin (Simard, Foster and Isabelle 1992,
//     "Using Cognates to Align Sentences": the first four letters, Cyrillic
//     ones transliterated), addresses, final punctuation, and what the unit is:
//     a heading, a list item, a table cell, a footnote. A mark that is rare
//     weighs much, one that stands everywhere nothing. How reliable each kind
//     of mark is in this pair of languages is estimated from the documents;
//   - words that keep company: what the surer beads of a first pass have in
//     common becomes a small dictionary (competitive linking: Melamed 2000,
//     "Models of Translational Equivalence among Words"), and makes marks for
//     the next pass.
//
// # Structure first
//
// Units (paragraphs, headings, items, cells, notes) are aligned before their
// sentences. Where the path of the units surely passes, the documents are cut;
// sentences are aligned between two cuts only. What was left over or fits badly
// is then looked up out of order: list items that each language sorts by its
// own alphabet.
//
// # Laws
//
//   - Every segment of either side is in exactly one bead of a pair.
//   - But for moved ones, beads stand in the order of both documents.
//   - Time and memory grow with the number of segments: the path is searched
//     in a band, which widens where the path touches its edge.
//   - Confidence is the probability of the bead among all paths of the band
//     (forward-backward), in percent, rounded down: of beads that have
//     Sure percent or more, at least 99 in 100 are right on the parallel texts
//     that the tests measure it on.
package align
