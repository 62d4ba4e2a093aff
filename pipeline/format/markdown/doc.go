// Package markdown reads and writes Markdown: CommonMark 0.31.2, the tables,
// strikethrough, task lists and autolinks of GFM, footnotes, definition lists,
// front matter in YAML and TOML, and superscripts, 76^{ème}.
//
// The parser is goldmark; the tree is read and never rendered. A leaf block
// (paragraph, heading, cell) is a unit; what lies between units is skeleton,
// and stays byte for byte. Inline markup becomes inline codes beside the text;
// soft line ends read as a space.
//
// The laws:
//
//   - what was read and not translated is written as the same bytes;
//   - what a translation contains comes out as that text, whatever it looks
//     like, and its codes come out as the markup that they stand for;
//   - so a text that is written is read again with the same units and codes.
//
// The second law is not left to escaping rules alone. A translation is written
// with as few escapes as look necessary, parsed again where it will stand, and
// compared; only when something differs are more escapes taken. See site.go.
//
// The grammar's limits (guard.go) bound time, memory and depth for any input.
package markdown

import "hexaglot/pipeline/format"

// Format reads and writes Markdown.
var Format = format.Format{
	Name:       "markdown",
	Doc:        "Markdown: CommonMark with tables, footnotes, definition lists and front matter",
	Extensions: []string{".md", ".markdown"},
	Sniff:      format.Text,
	Read:       read,
	Write:      write,
}
