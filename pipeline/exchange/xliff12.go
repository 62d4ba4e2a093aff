package exchange

import (
	"slices"
	"strings"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// The namespaces of XLIFF 1.2 and of the tools that write it.
const (
	ns12    = "urn:oasis:names:tc:xliff:document:1.2"
	nsSDL   = "http://sdl.com/FileTypes/SdlXliff/1.0"
	nsMemoQ = "MQXliff"
)

// XLIFF12 is XLIFF 1.2 (OASIS Standard, 1 February 2008), as Trados, memoQ,
// OmegaT and Weblate write and read it. What these tools add in their own
// namespaces is kept; the states of Trados (sdl:seg) and memoQ (mq:status) are
// read where they stand.
var XLIFF12 = Format{
	Name:       "xliff12",
	Doc:        "XLIFF 1.2, for Trados, memoQ, OmegaT and Weblate",
	Extensions: []string{".xlf", ".xliff", ".sdlxliff", ".mqxliff"},
	Sniff: func(data []byte) bool {
		return mentions(data, "urn:oasis:names:tc:xliff:document:1.") || mentions(data, `<xliff version="1.`)
	},
	Write: writeXLIFF12,
	Read:  readXLIFF12,
}

// xliff12 is how XLIFF 1.2 is written into a file that was read.
var xliff12 = dialect{
	text: text12,
	unknown: func(t *tree, segment *node, code document.Code) string {
		return "<" + t.prefixed(segment, "x") + attributes("id", id(code)) + "/>"
	},
	state: func(t *tree, segment, target *node, s State) []edit {
		if edits, ok := t.toolState(segment, s); ok {
			return edits
		}
		approved := "no"
		if s >= Reviewed {
			approved = "yes"
		}
		edits := []edit{t.setAttr(segment, "approved", approved)}
		if target != nil {
			edits = append(edits, t.setAttr(target, "state", states12[s]))
		}
		return edits
	},
	divided: (*tree).divided,
	attrs: func(f File, s State) string {
		return attributes("xml:lang", f.To.String(), "state", states12[s])
	},
}

// states12 are the states in XLIFF 1.2 (section 3.2, state).
var states12 = []string{"needs-translation", "translated", "signed-off", "final"}

// sdlStates are those that Trados gives a segment when a translator accepts it
// (sdl:seg, conf); all others are drafts.
var sdlStates = map[string]State{"Translated": Translated, "ApprovedTranslation": Reviewed, "ApprovedSignOff": Final}

// memoQStates are those of memoQ (mq:status); all others are drafts.
var memoQStates = map[string]State{"ManuallyConfirmed": Translated, "Reviewer1Confirmed": Reviewed, "Proofread": Final}

// readXLIFF12 reads XLIFF 1.2. A file that breaks a rule outside of its units is
// refused as a whole; a unit that breaks one has a Fault.
func readXLIFF12(name string, data []byte) ([]File, error) {
	t, err := plantFile(name, data)
	if err != nil {
		return nil, err
	}
	bad, err := judge(validate12(t.root))
	if err != nil {
		return nil, fault.At(err, name, 0)
	}
	r := &reading{tree: t}
	var files []File
	for _, n := range t.root.elements() {
		if n.name.Local != "file" {
			continue
		}
		f := File{Name: n.attr("original"), From: tag(n.attr("source-language")), To: tag(n.attr("target-language")), Data: r}
		origins := map[string]*origin{}
		n.all(func(n *node) bool {
			if n.is(t.root.name.Space, "trans-unit") {
				if n.attr("translate") != "no" {
					u, o := readTransUnit(t, n)
					u.Fault = bad.of(n, name)
					f.Units = append(f.Units, u)
					origins[u.ID] = o
				}
				return false
			}
			return true
		})
		files = append(files, f)
		r.files = append(r.files, origins)
	}
	return files, nil
}

// readTransUnit reads one unit. A target that nobody has accepted and that is
// the source is none: it was put there to be written over.
func readTransUnit(t *tree, n *node) (Unit, *origin) {
	space := n.name.Space
	u := Unit{ID: n.attr("id"), Line: n.line}
	o := &origin{inline: newInline(t), segments: []*node{n}}
	read := reader12{in: o.inline}
	read.content(&u.Source, n.first(space, "source"))
	target := n.first(space, "target")
	if target != nil {
		read.content(&u.Target, target)
		u.State = state12(n, target)
	}
	if u.Target.Blank() {
		u.State = Initial
	}
	if u.State == Initial && u.Target.String() == u.Source.String() {
		u.Target = document.Content{}
	}
	o.target, o.state = u.Target.String(), u.State
	if base, ok := strings.CutPrefix(n.attr("extype"), category+":"); ok {
		u.Base = base
	}
	for _, kid := range n.elements() {
		switch {
		case kid.is(space, "note") && kid.attr("from") != noteDamaged && kid.attr("from") != noteTerm:
			u.Notes = append(u.Notes, kid.plain())
		case kid.is(space, "context-group"):
			for _, context := range kid.elements() {
				switch context.attr("context-type") {
				case contextDescription:
					u.Description = context.plain()
				case contextLocation:
					u.Where = append(u.Where, context.plain())
				}
			}
		}
	}
	return u, o
}

// state12 gives the state of a unit, by the attributes of the standard or of
// the tool that wrote it.
func state12(n, target *node) State {
	if status, ok := n.find(nsMemoQ, "status"); ok {
		return memoQStates[status]
	}
	if seg := sdlSegments(n); seg != nil {
		state := Final
		for _, s := range seg {
			state = min(state, sdlStates[s.attr("conf")])
		}
		return state
	}
	state := State(max(slices.Index(states12, target.attr("state")), 0))
	if n.attr("approved") == "yes" {
		state = max(state, Reviewed)
	}
	return state
}

// toolState gives the edits that set a state where Trados or memoQ keep it; ok
// is false where neither does.
func (t *tree) toolState(n *node, s State) (edits []edit, ok bool) {
	if _, ok := n.find(nsMemoQ, "status"); ok {
		return t.resetAttr(n, "status", nameOf(memoQStates, s, "PartiallyEdited")), true
	}
	segments := sdlSegments(n)
	for _, seg := range segments {
		edits = append(edits, t.setAttr(seg, "conf", nameOf(sdlStates, s, "Draft")))
	}
	return edits, segments != nil
}

// nameOf gives the name that a tool has for a state, initial for none.
func nameOf(states map[string]State, s State, initial string) string {
	for name, state := range states {
		if state == s {
			return name
		}
	}
	return initial
}

// divided gives content for a target as the tool has divided it: the first of
// its segments gets all, and the others stay, empty.
func (t *tree) divided(segment, target *node, content string) string {
	holder := target
	if holder == nil || len(segmentMarks(holder)) == 0 {
		holder = segment.first(segment.name.Space, "seg-source")
	}
	if holder == nil {
		return content
	}
	var b strings.Builder
	for i, mark := range segmentMarks(holder) {
		b.WriteString(strings.TrimSuffix(strings.TrimSuffix(t.raw(mark), ">"), "/") + ">")
		if i == 0 {
			b.WriteString(content)
		}
		b.WriteString(t.closing(mark))
	}
	if b.Len() == 0 {
		return content
	}
	return b.String()
}

// segmentMarks gives the marks of segments in a source or target.
func segmentMarks(n *node) []*node {
	return slices.DeleteFunc(n.elements(), func(kid *node) bool { return kid.name.Local != "mrk" || kid.attr("mtype") != "seg" })
}

// sdlSegments gives the segment definitions of Trados; nil where there are none.
func sdlSegments(n *node) []*node {
	var out []*node
	for _, defs := range n.elements() {
		if !defs.is(nsSDL, "seg-defs") {
			continue
		}
		for _, seg := range defs.elements() {
			if seg.is(nsSDL, "seg") {
				out = append(out, seg)
			}
		}
	}
	return out
}

// reader12 reads inline codes of XLIFF 1.2 (section 2.3).
type reader12 struct {
	in *inline
}

// names12 are names of codes by their ctype.
var names12 = map[string]string{
	"bold": "b", "italic": "i", "underlined": "u", "lb": "br", "link": "a", "image": "img",
}

func (r reader12) content(c *document.Content, n *node) {
	for _, kid := range n.kids {
		if kid.isText() {
			c.Text += kid.text
			continue
		}
		r.element(c, kid)
	}
}

func (r reader12) element(c *document.Content, n *node) {
	fileID, name := n.attr("id"), names12[n.attr("ctype")]
	if name == "" {
		name = "x"
	}
	if equiv := n.attr("equiv-text"); equiv != "" {
		r.in.disp[fileID] = equiv
	}
	if char, ok := strings.CutPrefix(n.attr("ctype"), charType); ok {
		c.Text += unhex(char)
		return
	}
	whole := string(r.in.tree.data[n.start:n.end])
	switch n.name.Local {
	case "g":
		r.in.pair(c, n, fileID, name, func(n *node) { r.content(c, n) })
	case "mrk":
		r.content(c, n)
	case "x", "ph":
		r.in.add(c, r.in.code(document.Standalone, fileID, name), whole)
	case "bx", "bpt":
		r.in.add(c, r.in.code(document.Open, pairID(n), name), whole)
	case "ex", "ept":
		r.in.add(c, r.in.code(document.Close, pairID(n), name), whole)
	case "it":
		kind := document.Open
		if n.attr("pos") == "close" {
			kind = document.Close
		}
		r.in.add(c, r.in.code(kind, fileID, name), whole)
	}
}

// pairID gives what the two halves of a pair share: rid, else id.
func pairID(n *node) string {
	if rid := n.attr("rid"); rid != "" {
		return rid
	}
	return n.attr("id")
}
