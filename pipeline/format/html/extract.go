package html

import (
	"bytes"

	"golang.org/x/net/html"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// roles gives the block-level elements, which delimit units, and the role of
// the text that stands in each.
var roles = blockRoles()

func blockRoles() map[string]string {
	m := map[string]string{
		"li": "list item", "th": "table header", "td": "table cell", "blockquote": "block quote",
		"dt": "definition term", "dd": "definition", "title": "title", "caption": "caption",
		"figcaption": "caption", "button": "button", "option": "option", "label": "label",
		"legend": "legend", "summary": "summary",
	}
	for name := range words("h1 h2 h3 h4 h5 h6") {
		m[name] = "heading"
	}
	for name := range words(`html head body p div section article aside nav header footer main address
		ul ol dl table thead tbody tfoot tr colgroup col figure form fieldset details dialog
		hr meta link base menu search center optgroup select datalist video audio noscript hgroup`) {
		m[name] = "paragraph"
	}
	return m
}

// walls lists the elements that delimit units and whose content is not
// translated.
var walls = words("pre script style template noembed noframes xmp plaintext iframe")

// maxOpen bounds the stack of open elements; those deeper count as their parent.
const maxOpen = 512

// ReadFragment gives the chunks of src, a piece of HTML that starts in the
// 1-based line, and its units in reading order. Comments speak to d, which
// may go on in a next fragment. The error is the fault directive-unknown.
func ReadFragment(src []byte, line int, d *Directives) ([]document.Chunk, []*document.Unit, error) {
	x, err := extract(src, line, d)
	if err != nil {
		return nil, nil, err
	}
	return x.chunks, x.units, nil
}

func extract(src []byte, line int, d *Directives) (*extractor, error) {
	x := &extractor{src: src, line: line, directives: d}
	z := html.NewTokenizer(bytes.NewReader(src))
	for at := 0; ; {
		token := z.Next()
		stop := at + len(z.Raw())
		if err := x.token(token, at, stop); err != nil {
			return nil, err
		}
		if token == html.ErrorToken {
			break
		}
		at = stop
	}
	x.flush()
	x.raw(len(src))
	return x, nil
}

// extractor goes through a fragment once; pieces are what it has of the unit
// that is being gathered.
type extractor struct {
	src        []byte
	line       int
	lines      int // line ends before the offset counted
	counted    int
	directives *Directives
	chunks     []document.Chunk
	units      []*document.Unit
	done       int // the chunks hold the bytes before this offset
	open       []string
	pieces     []piece
	shut       shut
	sorter     sorter
	lists      []document.List // to be sorted
}

// shut is an element, or a skipped stretch, that is taken whole.
type shut struct {
	name  string // of the element; "" for a stretch between comments
	start int
	depth int  // elements of that name that are open; 0 where nothing is shut
	wall  bool // it delimits units
}

func (x *extractor) token(token html.TokenType, start, stop int) error {
	raw := x.src[start:stop:stop]
	switch token {
	case html.CommentToken:
		return x.comment(start, stop)
	case html.TextToken:
		if x.shut.depth == 0 && !x.skipped() {
			x.add(piece{start: start, stop: stop, text: true})
		}
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		x.tag(ParseTag(raw), start, stop)
	case html.DoctypeToken:
		x.flush()
	}
	return nil
}

// skipped reports whether a comment excludes what comes.
func (x *extractor) skipped() bool { return x.directives.Skipping }

func (x *extractor) comment(start, stop int) error {
	was := x.skipped()
	kind, err := x.directives.Comment(x.src[start:stop])
	if err != nil {
		return fault.At(err, "", x.lineOf(start))
	}
	switch {
	case x.shut.depth > 0:
	case kind == Sort:
		x.flush()
		x.sorter = sorter{wanted: true, line: x.lineOf(start)}
	case kind == Skip && !was:
		x.shut.start = start
	case kind == Resume && was:
		x.add(piece{start: x.shut.start, stop: stop, tag: Tag{Name: "skip", Alone: true}, idle: true})
	case !was:
		x.add(piece{start: start, stop: stop, tag: Tag{Name: "comment", Alone: true}, idle: true})
	}
	return nil
}

// tag takes a tag: it ends a unit, belongs to one, or is passed over.
func (x *extractor) tag(t Tag, start, stop int) {
	if x.shut.depth > 0 {
		x.passOver(t, stop)
		return
	}
	role, block := roles[t.Name]
	if block || walls[t.Name] {
		x.flush()
		x.nest(t, role)
		x.sort(t, start, stop)
	}
	switch {
	case x.skipped():
		if block || walls[t.Name] {
			x.shut.start = start
		}
	case t.Opaque && !t.Closing && !t.Alone:
		x.shut = shut{name: t.Name, start: start, depth: 1, wall: block || walls[t.Name]}
	case block || walls[t.Name]:
		x.attributes(t, start, stop)
	default:
		x.add(piece{start: start, stop: stop, tag: t})
	}
}

// passOver follows the elements inside one that is taken whole.
func (x *extractor) passOver(t Tag, stop int) {
	if t.Name != x.shut.name || t.Alone {
		return
	}
	if !t.Closing {
		x.shut.depth++
		return
	}
	if x.shut.depth--; x.shut.depth == 0 && !x.shut.wall {
		x.add(piece{start: x.shut.start, stop: stop, tag: Tag{Name: t.Name, Alone: true}})
	}
}

// nest keeps the stack of open blocks, which gives text its role.
func (x *extractor) nest(t Tag, role string) {
	n := len(x.open)
	switch {
	case t.Closing:
		for i := n - 1; i >= 0; i-- {
			if x.open[i] == t.Name {
				x.open = x.open[:i]
				return
			}
		}
	case t.Alone || role == "" || n >= maxOpen:
	case n > 0 && x.open[n-1] == t.Name && impliedEnd[t.Name]:
	default:
		x.open = append(x.open, t.Name)
	}
}

// impliedEnd lists the elements whose end tag is commonly left out.
// https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
var impliedEnd = words("li p dt dd td th tr option thead tbody")

func (x *extractor) role() string {
	if n := len(x.open); n > 0 {
		return roles[x.open[n-1]]
	}
	return "paragraph"
}

func (x *extractor) add(p piece) { x.pieces = append(x.pieces, p) }

// attributes makes units of the attributes of a tag outside units.
func (x *extractor) attributes(t Tag, start, stop int) {
	chunks, units := t.Chunks(x.src[start:stop:stop], x.lineOf(start))
	if len(units) == 0 {
		return
	}
	x.raw(start)
	x.chunks = append(x.chunks, chunks...)
	x.units = append(x.units, units...)
	x.done = stop
}

// raw puts the bytes up to the offset at into the chunks.
func (x *extractor) raw(at int) {
	if at > x.done {
		x.chunks = append(x.chunks, document.Chunk{Raw: x.src[x.done:at:at]})
		x.done = at
	}
}

// lineOf gives the line of the offset at, counting on from the last call.
func (x *extractor) lineOf(at int) int {
	if at < x.counted {
		x.lines -= bytes.Count(x.src[at:x.counted], []byte{'\n'})
	} else {
		x.lines += bytes.Count(x.src[x.counted:at], []byte{'\n'})
	}
	x.counted = at
	return x.line + x.lines
}
