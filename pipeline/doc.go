// Package pipeline is the straight line that every circular takes, a verb an
// arrow:
//
//	read → segment → catalog → leverage → check → merge → write
//
// Read gives a circular cut into segments, each with the id of its message.
// Catalog gives its messages. FindTerms and WholeTerm say what the glossary has
// for a message, ApplyTerms what it would write differently in a translation.
// Check and Queries find what is wrong. Merge lays a catalog over the circular,
// and Write gives it in its new language.
//
// No skeleton is stored: Merge works on the source, read again with the same
// reader. So there is nothing that could be out of step with the source, and a
// circular without translations comes out byte for byte as it went in.
//
// The package is pure: bytes in, bytes out. Files and their locks belong to the
// command.
package pipeline
