package tmx

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// piece is a stretch of text, or a code.
type piece struct {
	text    string
	element string // "" for text
	end     bool   // the second half of a pair
	name    string
	i, x    string
	number  int
}

// isCode reports whether p is a code.
func (p piece) isCode() bool { return p.element != "" }

// segment reads a seg.
func (r *reader) segment(v *variant, d *draft) error {
	size := 0
	if err := r.pieces(v, &size); err != nil {
		return err
	}
	if size > maxText {
		d.ok = false
		return r.problem(fault.New(fault.Input, "tmx-long", "a text is longer than {Limit} MiB", "Limit", maxText>>20))
	}
	return nil
}

// pieces reads the content of a seg, or of a hi in it.
func (r *reader) pieces(v *variant, size *int) error {
	for {
		token, err := r.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case nil:
			return r.cutOff()
		case xml.EndElement:
			return nil
		case xml.CharData:
			if *size += len(token); *size <= maxText {
				v.pieces = append(v.pieces, piece{text: string(token)})
			}
		case xml.StartElement:
			if *size += 16; *size > maxText {
				err = r.skip()
			} else {
				err = r.code(token, v, size)
			}
			if err != nil {
				return err
			}
		}
	}
}

// code reads an inline element.
func (r *reader) code(e xml.StartElement, v *variant, size *int) error {
	p := piece{element: e.Name.Local, i: attribute(e, "i"), x: attribute(e, "x"), name: codeName(e)}
	switch p.element {
	case "hi":
		v.pieces = append(v.pieces, p)
		if err := r.pieces(v, size); err != nil {
			return err
		}
		p.end = true
		v.pieces = append(v.pieces, p)
		return nil
	case "ept":
		p.end = true
		v.pieces = append(v.pieces, p)
	case "bpt", "ph", "it", "ut":
		v.pieces = append(v.pieces, p)
	}
	return r.skip()
}

var ownName = regexp.MustCompile(`^(?:x-)?([a-z]{1,12})$`)

// codeName gives the name of a code by its type: <b1> for bold, <x1/> for what
// is not known.
func codeName(e xml.StartElement) string {
	kind := attribute(e, "type")
	for _, n := range names {
		if n.tmx == kind {
			return n.code
		}
	}
	if m := ownName.FindStringSubmatch(kind); m != nil && m[1] != "empty" {
		return m[1]
	}
	switch e.Name.Local {
	case "bpt", "ept":
		return "g"
	case "hi":
		return "hi"
	}
	return "x"
}

func blank(pieces []piece) bool {
	return !slices.ContainsFunc(pieces, func(p piece) bool { return strings.TrimSpace(p.text) != "" })
}

// compose makes content of pieces: it numbers the codes, those of a translation
// as the same ones are numbered in the source. ok is false where a pair lacks a
// half.
func compose(pieces, src []piece) (c document.Content, ok bool) {
	if !match(pieces) {
		return c, false
	}
	number(pieces, src)
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
		if p.isCode() {
			c.Codes = append(c.Codes, document.Code{Kind: p.kind(), Name: p.name, ID: p.number, Pos: b.Len()})
		}
	}
	c.Text = b.String()
	return c, true
}

func (p piece) kind() document.Kind {
	switch {
	case p.end:
		return document.Close
	case p.element == "bpt" || p.element == "hi":
		return document.Open
	default:
		return document.Standalone
	}
}

// match gives each ept the name and the number x of its bpt, and reports whether
// every one has its other half.
func match(pieces []piece) bool {
	open := map[string]int{}
	var marks []int
	for k := range pieces {
		p := &pieces[k]
		switch {
		case p.element == "bpt":
			if _, twice := open[p.i]; twice {
				return false
			}
			open[p.i] = k
		case p.element == "ept":
			first, known := open[p.i]
			if !known {
				return false
			}
			p.name, p.x = pieces[first].name, pieces[first].x
			delete(open, p.i)
		case p.element == "hi" && !p.end:
			marks = append(marks, k)
		case p.element == "hi":
			p.i = pieces[marks[len(marks)-1]].i
			marks = marks[:len(marks)-1]
		}
	}
	return len(open) == 0
}

// number numbers codes: in the source from 1 in their order, a pair sharing its
// number; in a translation as the code of the source that has its x, or its i,
// or that is the next of its name.
func number(pieces, src []piece) {
	used := map[int]bool{}
	next := 0
	for _, p := range src {
		next = max(next, p.number)
	}
	var open []int
	for k := range pieces {
		p := &pieces[k]
		if !p.isCode() {
			continue
		}
		if p.end {
			j := begun(pieces[:k], open, *p)
			p.number = pieces[j].number
			open = slices.DeleteFunc(open, func(o int) bool { return o == j })
			continue
		}
		if p.number = p.counterpart(src, used); p.number == 0 {
			next++
			p.number = next
		} else {
			p.adopt(src)
		}
		used[p.number] = true
		if p.kind() == document.Open {
			open = append(open, k)
		}
	}
	for k := range pieces {
		if pieces[k].end {
			pieces[k].name = nameOf(pieces, pieces[k].number)
		}
	}
}

// begun gives the index of the first half of a pair.
func begun(pieces []piece, open []int, p piece) int {
	for n := len(open) - 1; n >= 0; n-- {
		if o := pieces[open[n]]; o.element == "hi" && p.element == "hi" || o.element == "bpt" && p.element == "ept" && o.i == p.i {
			return open[n]
		}
	}
	return open[0]
}

func nameOf(pieces []piece, n int) string {
	for _, p := range pieces {
		if p.isCode() && !p.end && p.number == n {
			return p.name
		}
	}
	return "x"
}

// counterpart gives the number of the code of the source that p repeats.
func (p *piece) counterpart(src []piece, used map[int]bool) int {
	for _, same := range []func(piece) bool{
		func(s piece) bool { return p.x != "" && s.x == p.x },
		func(s piece) bool { return p.x == "" && p.element == "bpt" && s.i == p.i },
		func(s piece) bool { return s.name == p.name },
	} {
		for _, s := range src {
			if s.isCode() && !s.end && s.kind() == p.kind() && !used[s.number] && same(s) {
				return s.number
			}
		}
	}
	return 0
}

// adopt takes the name of the code of the source.
func (p *piece) adopt(src []piece) { p.name = nameOf(src, p.number) }
