package docx

import (
	"archive/zip"
	"cmp"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
)

// Read reads a Word file in lang: its main story, then footnotes, endnotes,
// comments if they are wanted, headers, footers, charts, SmartArt, and the title
// and subject of the document properties. The document keeps src.
//
// Errors are *fault.Error of kind Input: docx-encrypted, docx-legacy,
// docx-damaged, docx-not-word, docx-opendocument, docx-other-office,
// docx-too-large, docx-too-many-files, docx-long-name, docx-bomb,
// docx-entry-name, docx-entry-twice, docx-xml-malformed, docx-doctype,
// docx-depth; and of kind Content: tracked-changes.
func Read(src []byte, lang language.Tag, o Options) (*document.Document, error) {
	c, err := openContainer(src, o.Limits.filled())
	if err != nil {
		return nil, err
	}
	r := &reader{container: c, options: o, archive: &archive{container: c, fonts: o.Fonts}, doc: &document.Document{Lang: lang}}
	r.doc.Data = r.archive
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.doc, nil
}

// reader makes a document of a container.
type reader struct {
	*container
	options Options
	archive *archive
	doc     *document.Document
	sheet   *styleSheet
	changes int // tracked changes that were found
}

// source is a part that is read or turned to another language.
type source struct {
	name string
	role string // of its units; "" where they differ
	kind partKind
	text bool // it has units
	rank int
}

// sources lists the parts that a relationship of the main part can lead to, in
// reading order.
var sources = map[string]source{
	"footnotes":         {role: "footnote", kind: partStory, text: true, rank: 1},
	"endnotes":          {role: "endnote", kind: partStory, text: true, rank: 2},
	"comments":          {role: "comment", kind: partStory, text: true, rank: 3},
	"header":            {role: "header", kind: partStory, text: true, rank: 4},
	"footer":            {role: "footer", kind: partStory, text: true, rank: 5},
	"chart":             {role: "chart text", kind: partChart, text: true, rank: 6},
	"chartEx":           {role: "chart text", kind: partChart, text: true, rank: 6},
	"chartUserShapes":   {role: "chart text", kind: partChart, text: true, rank: 7},
	"diagramData":       {role: "diagram text", kind: partDiagram, text: true, rank: 8},
	"diagramDrawing":    {role: "diagram text", kind: partDiagram, text: true, rank: 9},
	"styles":            {kind: partStyles},
	"stylesWithEffects": {kind: partStyles},
	"numbering":         {kind: partNumbering},
	"settings":          {kind: partSettings},
	"fontTable":         {kind: partFontTable},
}

func (r *reader) read() error {
	main, err := r.mainPart()
	if err != nil {
		return err
	}
	related, err := r.related(main)
	if err != nil {
		return err
	}
	if err := r.readStyles(related); err != nil {
		return err
	}
	for _, s := range append([]source{{name: main, kind: partStory, text: true}}, related...) {
		if err := r.readPart(s); err != nil {
			return err
		}
	}
	if r.changes > 0 && !r.options.AcceptChanges {
		return trackedChanges(r.changes)
	}
	return r.readProperties()
}

// related lists the parts that the main part leads to, and those that its
// headers, footers, notes and charts lead to, each once, in reading order.
func (r *reader) related(main string) ([]source, error) {
	seen := map[string]bool{strings.ToLower(main): true}
	var out []source
	for queue := []string{main}; len(queue) > 0; queue = queue[1:] {
		relations, err := r.relations(queue[0])
		if err != nil {
			return nil, err
		}
		for _, one := range relations {
			s, ok := sources[one.kind]
			key := strings.ToLower(one.target)
			if !ok || one.external || seen[key] || r.part(one.target) == nil || s.kind != partStory && queue[0] != main && !s.text {
				continue
			}
			seen[key] = true
			s.name = one.target
			out = append(out, s)
			if s.text {
				queue = append(queue, s.name)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b source) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), natural(a.name, b.name))
	})
	return out, nil
}

// natural compares names so that header10.xml comes after header2.xml.
func natural(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

func (r *reader) readStyles(related []source) error {
	skip := r.options.SkipStyles
	if skip == nil {
		skip = DefaultSkipStyles()
	}
	for _, s := range related {
		if s.kind == partStyles && !strings.Contains(path.Base(s.name), "Effects") {
			t, err := r.tree(r.part(s.name))
			if err != nil {
				return err
			}
			r.sheet = newStyleSheet(t, skip)
			t.done()
			return nil
		}
	}
	r.sheet = newStyleSheet(nil, skip)
	return nil
}

// readPart reads one part, or only notes it for the writer.
func (r *reader) readPart(s source) error {
	f := r.part(s.name)
	if !s.text {
		r.archive.add(f, s.kind, -1, false)
		return nil
	}
	t, err := r.tree(f)
	if err != nil {
		return err
	}
	accepted := false
	if n := countChanges(t); n > 0 {
		if r.changes += n; !r.options.AcceptChanges {
			return nil
		}
		if t, err = acceptChanges(t, r.limits.Depth); err != nil {
			return err
		}
		accepted = true
	}
	if s.role == "comment" && !r.options.Comments {
		r.keep(f, s, t, accepted)
		return nil
	}
	return r.readStory(f, s, t, accepted)
}

// keep notes a story that has no units; it is rewritten where its changes were
// accepted.
func (r *reader) keep(f *zip.File, s source, t *tree, accepted bool) {
	if !accepted {
		r.archive.add(f, s.kind, -1, false)
		return
	}
	r.archive.add(f, s.kind, len(r.doc.Parts), true)
	r.doc.Parts = append(r.doc.Parts, document.Part{Name: f.Name, Skeleton: []document.Chunk{{Raw: t.src}}})
}

func (r *reader) readStory(f *zip.File, s source, t *tree, accepted bool) error {
	links, err := r.links(s.name)
	if err != nil {
		return err
	}
	w := &walker{story: newStory(t, r.sheet, scriptOf(r.doc.Lang), links), role: s.role}
	w.part.drawing = s.kind != partStory
	w.walkAll()
	if s.kind == partDiagram {
		w.units = r.inStep(w)
	}
	r.archive.add(f, s.kind, len(r.doc.Parts), accepted)
	r.archive.followers = append(r.archive.followers, w.followers...)
	r.doc.Parts = append(r.doc.Parts, document.Part{Name: f.Name, Skeleton: w.chunks, Lists: w.lists})
	r.doc.Units = append(r.doc.Units, w.units...)
	t.done()
	return nil
}

// inStep makes the drawing that Word keeps of a SmartArt follow its data.
func (r *reader) inStep(w *walker) []*document.Unit {
	var data []*document.Unit
	for _, u := range r.doc.Units {
		if u.Role == "diagram text" {
			data = append(data, u)
		}
	}
	return w.pairOff(w.units, data)
}

// links gives the targets of a part's hyperlinks by the ids of their
// relationships.
func (r *reader) links(part string) (map[string]string, error) {
	relations, err := r.relations(part)
	if err != nil {
		return nil, err
	}
	links := map[string]string{}
	for _, one := range relations {
		if one.kind == "hyperlink" {
			links[one.id] = one.target
		}
	}
	return links, nil
}

// scriptOf gives the fonts that text in a language is written with.
func scriptOf(lang language.Tag) script {
	s, _ := lang.Script()
	switch s.String() {
	case "Hans", "Hant", "Hani", "Jpan", "Kore", "Hira", "Kana", "Hang", "Bopo":
		return scriptEast
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Thai", "Deva":
		return scriptComplex
	default:
		return scriptLatin
	}
}

// readProperties reads the title and the subject of the core properties
// (ECMA-376 Part 2, §8).
func (r *reader) readProperties() error {
	relations, err := r.relations("")
	if err != nil {
		return err
	}
	for _, one := range relations {
		f := r.part(one.target)
		if one.kind != "core-properties" || one.external || f == nil {
			continue
		}
		t, err := r.tree(f)
		if err != nil {
			return err
		}
		w := &walker{story: newStory(t, r.sheet, scriptLatin, nil)}
		w.properties()
		r.archive.add(f, partFontTable, len(r.doc.Parts), false)
		r.doc.Parts = append(r.doc.Parts, document.Part{Name: f.Name, Skeleton: w.chunks})
		r.doc.Units = append(r.doc.Units, w.units...)
		t.done()
		return nil
	}
	return nil
}

func (w *walker) properties() {
	for n := w.tree.nodes[1].first; n != 0; n = w.tree.nodes[n].next {
		role := map[name]string{dcTitle: "title", dcSubject: "subject"}[w.tree.nodes[n].name]
		if role != "" && len(strings.TrimSpace(string(w.tree.text(n)))) > 0 {
			w.units = append(w.units, w.element(n, role))
		}
	}
	w.raw(int32(len(w.tree.src)))
}
