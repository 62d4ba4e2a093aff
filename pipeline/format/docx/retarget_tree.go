package docx

import (
	"bytes"
	"iter"
)

// What a conversion asks of the elements of a part; none is 0, as in tree.

// children ranges over the child elements of n.
func (t *tree) children(n int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for k := t.nodes[n].first; k != 0; k = t.nodes[k].next {
			if !yield(k) {
				return
			}
		}
	}
}

// following gives the element whose start tag follows that of n, or 0.
func (t *tree) following(n int32) int32 {
	if int(n)+1 < len(t.nodes) {
		return n + 1
	}
	return 0
}

// root gives the document element.
func (t *tree) root() int32 { return t.nodes[0].first }

// void reports whether n is an empty-element tag.
func (t *tree) void(n int32) bool { return t.nodes[n].inner == t.nodes[n].stop }

// inner gives what stands between the tags of n.
func (t *tree) inner(n int32) []byte { return t.slice(t.nodes[n].inner, t.nodes[n].close) }

// tags gives the start tag of n, opened if it is an empty-element tag, and its
// end tag.
func (t *tree) tags(n int32) (head, tail []byte) {
	if !t.void(n) {
		return t.tag(n), t.slice(t.nodes[n].close, t.nodes[n].stop)
	}
	tag := t.tag(n)
	head = bytes.TrimRight(bytes.TrimSuffix(tag, []byte("/>")), " \t\r\n")
	head = append(head[:len(head):len(head)], '>')
	return head, []byte("</" + string(qualified(tag)) + ">")
}

// prefix gives the prefix of n, with the colon.
func (t *tree) prefix(n int32) string { return string(prefixOf(qualified(t.tag(n)))) }

// plain gives the local name of n where it has that prefix, and so is of the
// same vocabulary as the element that has it, and nothing elsewhere.
func (t *tree) plain(n int32, prefix string) string {
	name := qualified(t.tag(n))
	if string(prefixOf(name)) != prefix {
		return ""
	}
	return string(local(name))
}

// attrPrefix gives a prefix for the attributes of WordprocessingML, which need
// one even where its elements have none: the first that the document element
// declares.
func (t *tree) attrPrefix() (prefix string) {
	eachAttr(t.tag(t.root()), func(a attr, _ int) bool {
		if p, ok := bytes.CutPrefix(a.name, []byte("xmlns:")); ok && families[string(a.value)] == "w" {
			prefix = string(p) + ":"
		}
		return prefix == ""
	})
	return prefix
}
