package document

import "hexaglot/messages/fault"

// CodeError lists what is wrong with the codes of a translation. Each entry is
// printed as a translator reads it: "</b1>".
type CodeError struct {
	Lost    []string // in the source, not in the translation
	Extra   []string // in the translation, not in the source
	Doubled []string // more often than in the source
	Crossed []string // closed before what it holds, or before it is opened
}

// Fault tells the error in the shape that every part of the project uses.
func (e *CodeError) Fault() *fault.Error {
	switch {
	case len(e.Lost) > 0:
		return fault.New(fault.Content, "codes-lost", "the translation has lost {Codes}", "Codes", e.Lost)
	case len(e.Extra) > 0:
		return fault.New(fault.Content, "codes-extra", "the translation has {Codes}, which the source has not", "Codes", e.Extra)
	case len(e.Doubled) > 0:
		return fault.New(fault.Content, "codes-doubled", "the translation has {Codes} more than once", "Codes", e.Doubled)
	default:
		return fault.New(fault.Content, "codes-crossed", "the translation crosses {Codes}", "Codes", e.Crossed)
	}
}

// Error gives the first of the problems in English.
func (e *CodeError) Error() string { return e.Fault().Error() }

type codeKey struct {
	kind Kind
	name string
	id   int
}

func (c Code) key() codeKey { return codeKey{c.Kind, c.Name, c.ID} }

// Bind returns the translation c with the data of the source's codes, which it
// must hold each once, properly nested, in any order. The mark of a segment
// left empty on purpose is dropped. The error is a *CodeError.
func (c Content) Bind(source Content) (Content, error) {
	known := make(map[codeKey]Code, len(source.Codes))
	for _, code := range source.Codes {
		known[code.key()] = code
	}
	out := Content{Text: c.Text}
	seen := make(map[codeKey]int, len(source.Codes))
	e := &CodeError{}
	var open []codeKey
	for _, code := range c.Codes {
		if code.isEmptied() {
			continue
		}
		key := code.key()
		origin, ok := known[key]
		if !ok {
			e.Extra = append(e.Extra, code.String())
			continue
		}
		if seen[key]++; seen[key] > 1 {
			e.Doubled = append(e.Doubled, code.String())
		}
		open = nest(open, code, e)
		origin.Pos = code.Pos
		out.Codes = append(out.Codes, origin)
	}
	for _, code := range source.Codes {
		if seen[code.key()] == 0 {
			e.Lost = append(e.Lost, code.String())
		}
	}
	if len(e.Lost)+len(e.Extra)+len(e.Doubled)+len(e.Crossed) > 0 {
		return c, e
	}
	return out, nil
}

// nest follows code through the stack of open pairs and notes a crossing.
func nest(open []codeKey, code Code, e *CodeError) []codeKey {
	switch code.Kind {
	case Open:
		return append(open, code.key())
	case Close:
		want := code.key()
		want.kind = Open
		if n := len(open); n > 0 && open[n-1] == want {
			return open[:n-1]
		}
		e.Crossed = append(e.Crossed, code.String())
	}
	return open
}

// Renumber returns c with the codes numbered from 1 in the order in which they
// stand; a pair shares its number.
func (c Content) Renumber() Content {
	codes := make([]Code, len(c.Codes))
	ids := make(map[codeKey]int, len(c.Codes))
	for i, code := range c.Codes {
		key := codeKey{Open, code.Name, code.ID}
		if code.Kind == Standalone {
			key.kind = Standalone
		}
		id, ok := ids[key]
		if !ok {
			id = len(ids) + 1
			ids[key] = id
		}
		code.ID = id
		codes[i] = code
	}
	c.Codes = codes
	return c
}
