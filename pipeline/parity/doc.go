// Package parity compares the language versions of one circular with each
// other, all at once. No version is the source: what most of them have is taken
// for right, and the odd one out is named; where the votes are equal, the
// difference is told without blame.
//
// Structure comes first. The units of all versions (paragraphs, headings, list
// items, cells, notes) are laid side by side in rows; a unit that one version
// lacks is told once, and not again as the numbers that it would have held.
// Then the values of each row are compared: links, dates, times, numbers,
// references, addresses, terms by concept, and names. A value is compared by
// what it says: 20 September 2021 is 2021年9月20日. A version that says it in a
// way that cannot be read as a value, in words or in other groups of digits, is
// taken at its word: silence about what is right matters more than the last
// doubtful find.
//
// The laws:
//
//   - Versions that say the same give no finding.
//   - The order in which versions are given changes no finding but its order.
//   - What is found in one row is found there only.
package parity
