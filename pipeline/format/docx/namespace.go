package docx

import "bytes"

// maxBindings bounds the namespace declarations that can be in force at once.
const maxBindings = 200

type nsBinding struct {
	prefix, family string
	depth          int // of the elements around the one that declares it
}

// declare takes note of a namespace declaration.
func (s *scanner) declare(a attr) error {
	prefix, ok := bytes.CutPrefix(a.name, []byte("xmlns"))
	if !ok || len(prefix) > 0 && prefix[0] != ':' {
		return nil
	}
	if len(s.bindings) == maxBindings {
		return notWellFormed(s.at)
	}
	if len(prefix) > 0 {
		prefix = prefix[1:]
	}
	s.bindings = append(s.bindings, nsBinding{prefix: string(prefix), family: families[string(a.value)], depth: len(s.open)})
	s.names.clear()
	return nil
}

// resolve gives the name that a qualified name has under the bindings.
func (s *scanner) resolve(qname []byte) name {
	at := s.names.at(qname)
	if at.generation == s.names.generation+1 && at.text == string(qname) {
		return at.name
	}
	prefix, local := "", string(qname)
	if i := bytes.IndexByte(qname, ':'); i >= 0 {
		prefix, local = local[:i], local[i+1:]
	}
	n := other
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if b := s.bindings[i]; b.prefix == prefix {
			n = known[b.family+":"+local]
			break
		}
	}
	*at = knownName{text: string(qname), name: n, generation: s.names.generation + 1}
	return n
}

// qnames remembers qualified names: that they are sound, and what they mean
// under the bindings in force. A name takes the place of another with the same
// hash.
type qnames struct {
	slots      [512]knownName
	generation uint32 // of the bindings
}

type knownName struct {
	text       string
	name       name
	generation uint32 // of the bindings that name was found under, from 1
}

func (q *qnames) at(qname []byte) *knownName {
	h := uint32(len(qname))
	for _, c := range qname {
		h = h*31 + uint32(c)
	}
	return &q.slots[(h^h>>9)%uint32(len(q.slots))]
}

// sound reports whether b is a qualified name.
func (q *qnames) sound(b []byte) bool {
	at := q.at(b)
	if at.text == string(b) && at.text != "" {
		return true
	}
	if !isQName(b) {
		return false
	}
	*at = knownName{text: string(b)}
	return true
}

// clear forgets what the names mean.
func (q *qnames) clear() { q.generation++ }
