package align

// kind is a kind of mark.
type kind uint8

const (
	structure   kind = iota // what the unit is
	column                  // of a table
	function                // what it is for in a letter: a salutation, a closing
	edge                    // whether it begins or ends the unit
	number                  // numbers and months, by value
	value                   // dates, times, references, symbols, amounts
	term                    // concepts of the glossary, countries
	name                    // abbreviations, addresses, Latin words among other letters
	cognate                 // words that begin alike
	punctuation             // how it ends
	learned                 // words that keep company
	kinds
)

// says reports whether marks of the kind come from what a text says, and not
// from the form that it has.
func (k kind) says() bool { return k != structure && k != column && k != edge && k != punctuation }

// recalls is how often a mark of each kind in a text is in its translation too;
// where the first pass begins, and what it is estimated from then on.
var recalls = [kinds]float64{structure: 0.95, column: 0.95, function: 0.9, edge: 0.9, number: 0.85, value: 0.8, term: 0.7, name: 0.8, cognate: 0.3, punctuation: 0.7, learned: 0.7}

// marks numbers the marks of a pair of documents.
type marks struct {
	ids   map[string]int32
	kinds []kind
}

func (m *marks) id(k kind, text string) int32 {
	key := string(rune('a'+k)) + text
	id, ok := m.ids[key]
	if !ok {
		id = int32(len(m.kinds))
		m.ids[key] = id
		m.kinds = append(m.kinds, k)
	}
	return id
}
