package tmx

import (
	"encoding/xml"
	"io"
	"iter"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// mostProblems is how many problems of a file are told.
const mostProblems = 100

// Read gives the units of the file r, which errors call name. src is the source
// language of units that leave it open (srclang "*all*"), if they have it.
//
// A unit without a translation is passed over. The faults, each with a line:
// tmx-language, tmx-no-text, tmx-source, tmx-code, tmx-date, tmx-long for one
// unit, after which reading goes on; tmx-xml, tmx-doctype, tmx-depth,
// tmx-root, tmx-many and unreadable end it. At most 100 are given.
func Read(r io.Reader, name string, src language.Tag) iter.Seq2[Unit, error] {
	return func(yield func(Unit, error) bool) {
		x := &reader{tokens: newTokens(r), name: name, preferred: src, yield: yield}
		if err := x.run(); err != nil {
			yield(Unit{}, fault.At(err, name, 0))
		}
	}
}

// reader reads one file.
type reader struct {
	*tokens
	name      string
	preferred language.Tag
	source    string // srclang of the header
	problems  int
	stopped   bool
	yield     func(Unit, error) bool
}

func (r *reader) run() error {
	rooted := false
	for !r.stopped {
		token, err := r.next()
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		switch {
		case token == nil && !rooted:
			return fault.New(fault.Input, "tmx-root", "this is no TMX: there is no <tmx>")
		case token == nil:
			return nil
		case !ok:
			continue
		}
		if !rooted && start.Name.Local != "tmx" {
			return fault.New(fault.Input, "tmx-root", "this is no TMX: there is no <tmx>").At("", r.line())
		}
		rooted = true
		switch start.Name.Local {
		case "header":
			r.source = attribute(start, "srclang")
		case "tu":
			if err := r.unit(start); err != nil {
				return err
			}
		}
	}
	return nil
}

// problem tells a mistake that concerns one unit.
func (r *reader) problem(f *fault.Error) error {
	if r.problems++; r.problems > mostProblems {
		return fault.New(fault.Input, "tmx-many", "there are more than {Limit} problems", "Limit", mostProblems)
	}
	r.give(Unit{}, f.At(r.name, r.line()))
	return nil
}

func (r *reader) give(u Unit, err error) {
	if !r.stopped {
		r.stopped = !r.yield(u, err)
	}
}

// draft is a unit that is being read.
type draft struct {
	Unit
	source   string
	variants []variant
	ok       bool
}

// variant is a tuv that is being read.
type variant struct {
	Variant
	lang   string
	pieces []piece
	found  bool // whether it has a seg
	line   int
}

// unit reads a tu.
func (r *reader) unit(start xml.StartElement) error {
	d := &draft{ok: true, source: attribute(start, "srclang")}
	d.ID, d.Line = attribute(start, "tuid"), r.line()
	who, when, err := r.stamp(start, d)
	if err != nil {
		return err
	}
	err = r.children(func(kid xml.StartElement) error {
		switch kid.Name.Local {
		case "note":
			text, err := r.text()
			d.Notes = append(d.Notes, text)
			return err
		case "prop":
			text, err := r.text()
			d.Props = append(d.Props, Prop{attribute(kid, "type"), text})
			return err
		case "tuv":
			return r.variant(kid, d, who, when)
		}
		return r.skip()
	})
	if err != nil || !d.ok {
		return err
	}
	return r.complete(d)
}

// children calls work for each element within the one that has begun; work
// reads it to its end.
func (r *reader) children(work func(xml.StartElement) error) error {
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
		case xml.StartElement:
			if err := work(token); err != nil {
				return err
			}
		}
	}
}

func (r *reader) cutOff() error {
	return fault.New(fault.Input, "tmx-xml", "this is not well-formed XML").At("", r.line()).Wrap(io.ErrUnexpectedEOF)
}

// skip reads to the end of the element that has begun.
func (r *reader) skip() error {
	return r.children(func(xml.StartElement) error { return r.skip() })
}

// text gives the text of the element that has begun.
func (r *reader) text() (string, error) {
	var b strings.Builder
	for {
		token, err := r.next()
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case nil:
			return "", r.cutOff()
		case xml.EndElement:
			return b.String(), nil
		case xml.CharData:
			b.Write(token)
		case xml.StartElement:
			if err := r.skip(); err != nil {
				return "", err
			}
		}
	}
}

// stamp reads who made an element and when.
func (r *reader) stamp(e xml.StartElement, d *draft) (who string, when time.Time, err error) {
	who = attribute(e, "changeid")
	if who == "" {
		who = attribute(e, "creationid")
	}
	date := attribute(e, "changedate")
	if date == "" {
		date = attribute(e, "creationdate")
	}
	if date == "" {
		return who, when, nil
	}
	if when, err = time.Parse(stamp, strings.TrimSpace(date)); err != nil {
		d.ok = false
		return who, when, r.problem(fault.New(fault.Input, "tmx-date", "{Date} is not a date as TMX writes it", "Date", date))
	}
	return who, when, nil
}

// variant reads a tuv.
func (r *reader) variant(start xml.StartElement, d *draft, who string, when time.Time) error {
	v := variant{lang: attribute(start, "lang"), line: r.line()}
	ownWho, ownWhen, err := r.stamp(start, d)
	if err != nil {
		return err
	}
	v.Who, v.When = ownWho, ownWhen
	if v.Who == "" {
		v.Who = who
	}
	if v.When.IsZero() {
		v.When = when
	}
	err = r.children(func(kid xml.StartElement) error {
		switch kid.Name.Local {
		case "prop":
			text, err := r.text()
			v.Props = append(v.Props, Prop{attribute(kid, "type"), text})
			return err
		case "seg":
			v.found = true
			return r.segment(&v, d)
		}
		return r.skip()
	})
	if err != nil {
		return err
	}
	if !v.found {
		d.ok = false
		return r.problem(fault.New(fault.Input, "tmx-no-text", "a <tuv> has no <seg>").At("", v.line))
	}
	d.variants = append(d.variants, v)
	return nil
}

// complete gives the unit that was read.
func (r *reader) complete(d *draft) error {
	for i := range d.variants {
		v := &d.variants[i]
		if v.lang == "x-default" {
			continue
		}
		tag, err := language.Parse(v.lang)
		if err != nil || tag == language.Und {
			return r.problem(fault.New(fault.Input, "tmx-language", "{Language} is not a language", "Language", v.lang).At("", v.line))
		}
		v.Lang = tag
	}
	first, err := r.first(d)
	if err != nil || first < 0 {
		return err
	}
	src := d.variants[first]
	d.Source = src.Lang
	d.variants = slices.Concat([]variant{src}, slices.Delete(slices.Clone(d.variants), first, first+1))
	return r.deliver(d)
}

// first gives the index of the source among the variants. Where the unit, or the
// header, names the source language, a text in it is the source, or else one
// that is x-default; where both leave it open, the one that the caller prefers,
// or else the first. -1 says that there is none.
func (r *reader) first(d *draft) (int, error) {
	name := d.source
	if name == "" {
		name = r.source
	}
	if len(d.variants) == 0 {
		return -1, r.problem(fault.New(fault.Input, "tmx-no-text", "a <tuv> has no <seg>").At("", d.Line))
	}
	wanted, err := language.Parse(name)
	if name == "*all*" || name == "" || name == "x-default" {
		wanted, err = r.preferred, nil
	}
	if err != nil {
		return -1, r.problem(fault.New(fault.Input, "tmx-language", "{Language} is not a language", "Language", name).At("", d.Line))
	}
	if i := slices.IndexFunc(d.variants, func(v variant) bool { return v.Lang == wanted }); i >= 0 {
		return i, nil
	}
	if i := slices.IndexFunc(d.variants, func(v variant) bool { return alike(v.Lang, wanted) }); i >= 0 {
		return i, nil
	}
	if i := slices.IndexFunc(d.variants, func(v variant) bool { return v.Lang == language.Und }); i >= 0 && wanted != language.Und {
		d.variants[i].Lang = wanted
		return i, nil
	}
	if name == "*all*" || name == "" || name == "x-default" {
		return slices.IndexFunc(d.variants, func(v variant) bool { return v.Lang != language.Und }), nil
	}
	return -1, r.problem(fault.New(fault.Input, "tmx-source", "no text is in the source language {Language}", "Language", name).At("", d.Line))
}

// alike reports whether two tags have one base language.
func alike(a, b language.Tag) bool {
	x, _ := a.Base()
	y, sure := b.Base()
	return x == y && sure > language.No
}

// deliver gives the unit, and for a second text in one language another unit.
func (r *reader) deliver(d *draft) error {
	var again []variant
	u := d.Unit
	if _, err := r.fill(&u.Variants, &d.variants[0], nil); err != nil || u.Variants == nil {
		return err
	}
	for i := 1; i < len(d.variants); i++ {
		v := d.variants[i]
		switch {
		case v.Lang == language.Und || blank(v.pieces):
		case slices.ContainsFunc(u.Variants, func(have Variant) bool { return have.Lang == v.Lang }):
			again = append(again, v)
		default:
			ok, err := r.fill(&u.Variants, &v, d.variants[0].pieces)
			if err != nil || !ok {
				return err
			}
		}
	}
	if len(u.Variants) > 1 && !u.Variants[0].Content.Blank() {
		r.give(u, nil)
	}
	if len(again) == 0 {
		return nil
	}
	rest := *d
	rest.variants = slices.Concat(d.variants[:1], slices.DeleteFunc(again, func(v variant) bool { return v.Lang == d.Source }))
	if len(rest.variants) == 1 {
		return nil
	}
	return r.deliver(&rest)
}

// fill makes a variant of what was read.
func (r *reader) fill(dst *[]Variant, v *variant, src []piece) (bool, error) {
	content, ok := compose(v.pieces, src)
	if !ok {
		return false, r.problem(fault.New(fault.Input, "tmx-code", "the codes bpt and ept do not come in pairs").At("", v.line))
	}
	v.Content = content
	*dst = append(*dst, v.Variant)
	return true, nil
}
