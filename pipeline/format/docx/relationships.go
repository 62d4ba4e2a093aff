package docx

import (
	"net/url"
	"path"
	"strings"

	"hexaglot/messages/fault"
)

// relation is a relationship of a part (ECMA-376 Part 2, §6.5).
type relation struct {
	id, kind string // kind: the last step of the type, "header"
	target   string // a part's name, or an address where the target is external
	external bool
}

// relations reads the relationships of a part; "" is the package itself. A
// part without any has none. External targets are never fetched.
func (c *container) relations(part string) ([]relation, error) {
	if known, ok := c.related[part]; ok {
		return known, nil
	}
	dir, file := path.Split(part)
	f := c.part(dir + "_rels/" + file + ".rels")
	if f == nil {
		return nil, nil
	}
	t, err := c.tree(f)
	if err != nil {
		return nil, err
	}
	defer t.done()
	var out []relation
	for n := t.nodes[1].first; n != 0; n = t.nodes[n].next {
		if t.nodes[n].name == prRelationship {
			out = append(out, relationAt(t, n, dir))
		}
	}
	c.related[part] = out
	return out, nil
}

func relationAt(t *tree, n int32, dir string) relation {
	var r relation
	r.id, _ = t.attr(n, "Id")
	kind, _ := t.attr(n, "Type")
	r.kind = path.Base(kind)
	r.target, _ = t.attr(n, "Target")
	mode, _ := t.attr(n, "TargetMode")
	if r.external = strings.EqualFold(mode, "External"); !r.external {
		r.target = resolvePart(dir, r.target)
	}
	return r
}

// resolvePart gives the name of the part that a target means beside the parts
// of dir, without the leading slash.
func resolvePart(dir, target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target, _, _ = strings.Cut(target, "#")
	if !strings.HasPrefix(target, "/") {
		target = "/" + dir + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// mainPart gives the name of the main story's part.
//
// Errors, of kind Input, where the package is none of Word's: docx-not-word,
// docx-opendocument, docx-other-office.
func (c *container) mainPart() (string, error) {
	relations, err := c.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if r.kind == "officeDocument" && !r.external && c.part(r.target) != nil {
			return r.target, c.checkWord(r.target)
		}
	}
	if c.part("mimetype") != nil && c.part("content.xml") != nil {
		return "", fault.New(fault.Input, "docx-opendocument", "is an OpenDocument file, whatever its name says")
	}
	return "", notWord()
}

func notWord() error {
	return fault.New(fault.Input, "docx-not-word", "is no Word file, whatever its name says: it holds no main document")
}

// checkWord refuses a main part that the content types call something else.
func (c *container) checkWord(part string) error {
	f := c.part("[Content_Types].xml")
	if f == nil {
		return notWord()
	}
	t, err := c.tree(f)
	if err != nil {
		return err
	}
	kind := contentType(t, part)
	t.done()
	for _, foreign := range []string{"spreadsheetml", "ms-excel", "presentationml", "ms-powerpoint", "visio"} {
		if strings.Contains(kind, foreign) {
			return fault.New(fault.Input, "docx-other-office", "is an Excel, PowerPoint or Visio file, whatever its name says")
		}
	}
	return nil
}

func contentType(t *tree, part string) string {
	byDefault := ""
	for n := t.nodes[1].first; n != 0; n = t.nodes[n].next {
		kind, _ := t.attr(n, "ContentType")
		switch t.nodes[n].name {
		case ctOverride:
			if name, _ := t.attr(n, "PartName"); strings.EqualFold(strings.TrimPrefix(name, "/"), part) {
				return strings.ToLower(kind)
			}
		case ctDefault:
			if ext, _ := t.attr(n, "Extension"); strings.EqualFold("."+ext, path.Ext(part)) {
				byDefault = kind
			}
		}
	}
	return strings.ToLower(byDefault)
}
