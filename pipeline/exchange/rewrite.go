package exchange

import (
	"io"

	"hexaglot/pipeline/document"
)

// grown gives the tree that files were read from.
func grown(files []File) (*reading, bool) {
	if len(files) == 0 {
		return nil, false
	}
	r, ok := files[0].Data.(*reading)
	return r, ok
}

// reading is a file as it was read, for its writer.
type reading struct {
	tree  *tree
	files []map[string]*origin // of each file, by the id of the unit
}

// origin is a unit as it was read.
type origin struct {
	segments []*node // the segments, in a tool's own words: segment, trans-unit
	inline   *inline
	target   string // as Content.String prints it
	state    State
}

// dialect is what the two versions of XLIFF do not share.
type dialect struct {
	text    func(string) string
	unknown func(*tree, *node, document.Code) string
	// state gives the edits that set the state of a segment.
	state func(t *tree, segment, target *node, s State) []edit
	// attrs are those of a target that is new, and its state.
	attrs func(f File, s State) string
	// divided gives the content of a target as the tool has divided it; nil
	// leaves it whole.
	divided func(t *tree, segment, target *node, content string) string
	// before are the edits that a first target asks for.
	before func(t *tree, f File) []edit
}

// rewrite writes the bytes that were read, with changed targets and states in
// their places.
func (r *reading) rewrite(w io.Writer, files []File, d dialect) error {
	var edits []edit
	first := true
	for i, f := range files {
		for _, u := range f.Units {
			if i >= len(r.files) || r.files[i][u.ID] == nil {
				continue
			}
			o := r.files[i][u.ID]
			if o.target == u.Target.String() && o.state == u.State {
				continue
			}
			more, err := o.change(r.tree, f, u, d)
			if err != nil {
				return err
			}
			if first && d.before != nil {
				edits = append(edits, d.before(r.tree, f)...)
				first = false
			}
			edits = append(edits, more...)
		}
	}
	return r.tree.splice(w, edits)
}

// change gives the edits of one unit. A target that other tools have divided
// into several segments is written into the first.
func (o *origin) change(t *tree, f File, u Unit, d dialect) ([]edit, error) {
	var edits []edit
	for i, segment := range o.segments {
		target := segment.first(segment.name.Space, "target")
		if o.target != u.Target.String() {
			content := ""
			if i == 0 {
				var err error
				content, err = o.inline.markup(u.Target, d.text, func(code document.Code) string { return d.unknown(t, segment, code) })
				if err != nil {
					return nil, err
				}
			}
			if d.divided != nil {
				content = d.divided(t, segment, target, content)
			}
			if target == nil {
				edits = append(edits, t.newTarget(segment, content, d.attrs(f, u.State)))
			} else {
				edits = append(edits, t.setInner(target, content))
			}
		}
		if o.state != u.State {
			edits = append(edits, d.state(t, segment, target, u.State)...)
		}
	}
	return edits, nil
}

// newTarget gives the edit that adds a target behind the source, or behind the
// source that is cut into segments.
func (t *tree) newTarget(segment *node, content, attrs string) edit {
	space := segment.name.Space
	after := segment.first(space, "source")
	if cut := segment.first(space, "seg-source"); cut != nil {
		after = cut
	}
	name := t.prefixed(after, "target")
	return edit{after.end, after.end, "<" + name + attrs + ">" + content + "</" + name + ">"}
}
