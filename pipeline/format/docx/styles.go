package docx

import (
	"strings"
)

// styleSheet is what the styles part says about runs and paragraphs (§17.7).
type styleSheet struct {
	defaults  properties
	styles    map[string]*style
	paragraph string // the id of the default paragraph style
	skip      map[string]bool
}

// style is a style with what it takes from those that it is based on.
type style struct {
	id, name, basedOn string
	paragraph         bool
	run               properties
	outline           int  // 1 to 9 for a heading, 0 for none, -1 where the style says nothing
	list, listSet     bool // whether it numbers its paragraphs, and whether it says so
	resolved          bool
	skip, head        bool // its text stays; it is one for headings
	sort              bool // its paragraphs are a list in alphabetical order
}

// newStyleSheet reads the styles part; t is nil where the file has none.
func newStyleSheet(t *tree, skip []string) *styleSheet {
	s := &styleSheet{styles: map[string]*style{}, skip: map[string]bool{}}
	for _, one := range skip {
		s.skip[plainName(one)] = true
	}
	if t == nil {
		return s
	}
	for n := t.nodes[1].first; n != 0; n = t.nodes[n].next {
		switch t.nodes[n].name {
		case wDocDefaults:
			if rPr := t.child(t.child(n, wRPrDefault), wRPr); rPr != 0 {
				s.defaults = runProperties(t, rPr)
			}
		case wStyle:
			s.add(t, n)
		}
	}
	for _, one := range s.styles {
		s.resolve(one, 0)
		one.skip = s.skip[plainName(one.id)] || s.skip[plainName(one.name)] || one.code()
		one.head = one.heading()
	}
	return s
}

func (s *styleSheet) add(t *tree, n int32) {
	kind, _ := t.attr(n, "type")
	if kind != "paragraph" && kind != "character" && kind != "" {
		return
	}
	one := &style{name: t.val(t.child(n, wName)), basedOn: t.val(t.child(n, wBasedOn)), paragraph: kind != "character", outline: -1}
	one.id, _ = t.attr(n, "styleId")
	one.sort = plainName(one.id) == sortStyle || plainName(one.name) == sortStyle
	if rPr := t.child(n, wRPr); rPr != 0 {
		one.run = runProperties(t, rPr)
	}
	if pPr := t.child(n, wPPr); pPr != 0 {
		one.outline = outlineLevel(t, pPr)
		one.list, one.listSet = numbered(t, pPr)
	}
	if isDefault, ok := t.attr(n, "default"); ok && !off(isDefault) && one.paragraph {
		s.paragraph = one.id
	}
	s.styles[one.id] = one
}

// resolve takes over what a style inherits; a circle of styles ends at depth.
func (s *styleSheet) resolve(one *style, depth int) {
	base := s.styles[one.basedOn]
	if one.resolved || base == nil || depth > len(s.styles) || depth > 64 {
		one.resolved = true
		return
	}
	one.resolved = true
	s.resolve(base, depth+1)
	one.sort = one.sort || base.sort
	one.run = base.run.over(one.run)
	if one.outline < 0 {
		one.outline = base.outline
	}
	if !one.listSet {
		one.list, one.listSet = base.list, base.listSet
	}
}

// outlineLevel gives 1 to 9 for w:outlineLvl (§17.3.1.20), 0 for body text, and
// -1 where pPr does not say.
func outlineLevel(t *tree, pPr int32) int {
	n := t.child(pPr, wOutlineLvl)
	if n == 0 {
		return -1
	}
	if v := t.val(n); len(v) == 1 && v[0] >= '0' && v[0] <= '8' {
		return int(v[0]-'0') + 1
	}
	return 0
}

// numbered reads w:numPr (§17.3.1.19); the numbering 0 takes a list away.
func numbered(t *tree, pPr int32) (list, said bool) {
	n := t.child(pPr, wNumPr)
	if n == 0 {
		return false, false
	}
	return t.val(t.child(n, wNumID)) != "0", true
}

// plainName makes names of styles comparable.
func plainName(s string) string {
	return strings.ToLower(separators.Replace(s))
}

var separators = strings.NewReplacer(" ", "", "-", "", "_", "", "\u00a0", "")

// code reports whether a style is one for code by what it does: no proofing,
// in a font of fixed width.
func (one *style) code() bool {
	return one.run.get("noProof") == "1" && fixedWidth[strings.ToLower(one.run.get("font.ascii"))]
}

var fixedWidth = map[string]bool{
	"courier": true, "courier new": true, "consolas": true, "lucida console": true, "menlo": true, "monaco": true,
	"cascadia code": true, "cascadia mono": true, "source code pro": true, "dejavu sans mono": true, "liberation mono": true, "andale mono": true,
}

// heading reports whether a style is one for headings.
func (one *style) heading() bool {
	name := strings.ToLower(one.name)
	return one.outline > 0 || one.outline < 0 && (strings.HasPrefix(name, "heading ") || name == "title")
}

// quiet are character styles that say no more than what they look like, or
// nothing at all: Word's own for emphasis, links and notes, and what web pages
// leave behind when they are pasted.
var quiet = map[string]bool{
	"": true, "strong": true, "emphasis": true, "hyperlink": true, "followedhyperlink": true, "internetlink": true,
	"defaultparagraphfont": true, "footnotereference": true, "endnotereference": true, "annotationreference": true,
	"normaltextrun": true, "eop": true, "appleconvertedspace": true, "applestylespan": true, "spellingerror": true,
	"contextualspellingandgrammarerror": true, "findhit": true, "tabchar": true, "pagebreaktextspan": true, "textrun": true,
}
