package html

import (
	"bytes"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// sorter follows the list, or the table, that a comment asks to sort.
type sorter struct {
	wanted bool // the comment was read, the list was not
	line   int  // of the comment
	depth  int  // of the lists that are open, the one to sort being 1
	item   string
	items  document.List
	texts  []bool // for each item, whether it is one: a row of headers is not
	open   bool   // the last item has no end yet
	head   bool   // inside thead
}

// itemNames are the elements that hold the items of a list.
var itemNames = map[string]string{"ul": "li", "ol": "li", "menu": "li", "table": "tr"}

// sort notes a tag that begins or ends a list to sort, or one of its items.
func (x *extractor) sort(t Tag, start, stop int) {
	s := &x.sorter
	item, list := itemNames[t.Name]
	switch {
	case s.wanted && list && !t.Closing:
		*s = sorter{depth: 1, item: item}
	case s.depth == 0:
	case list && !t.Closing:
		s.depth++
	case list:
		if s.depth--; s.depth == 0 {
			s.end(x.src, start)
			x.lists = append(x.lists, s.list())
		}
	case s.depth == 1:
		s.within(x.src, t, start, stop)
	}
}

// within notes a tag directly inside the list.
func (s *sorter) within(src []byte, t Tag, start, stop int) {
	switch {
	case t.Name == "thead":
		s.end(src, start)
		s.head = !t.Closing
	case t.Name == "tbody" || t.Name == "tfoot":
		s.end(src, start)
	case t.Name == "td" && s.open:
		s.texts[len(s.texts)-1] = true
	case t.Name == s.item && t.Closing:
		s.end(src, stop)
	case t.Name == s.item && !s.head:
		s.end(src, start)
		s.items, s.open = append(s.items, document.Span{Start: start}), true
		s.texts = append(s.texts, s.item == "li")
	}
}

// end ends the item that is open before the offset at.
func (s *sorter) end(src []byte, at int) {
	if s.open {
		last := &s.items[len(s.items)-1]
		last.End = last.Start + len(bytes.TrimRight(src[last.Start:at], " \t\r\n"))
		s.open = false
	}
}

func (s *sorter) list() document.List {
	var list document.List
	for i, item := range s.items {
		if s.texts[i] {
			list = append(list, item)
		}
	}
	return list
}

// unsorted tells a comment that asks for a list where there is none.
func (s *sorter) unsorted() error {
	if !s.wanted && s.depth == 0 {
		return nil
	}
	return NothingToSort().At("", s.line)
}

// NothingToSort is the error for a comment that asks to sort what is no list.
func NothingToSort() *fault.Error {
	return fault.New(fault.Content, "sort-nothing", "hexaglot:sort stands before no list or table that can be sorted")
}
