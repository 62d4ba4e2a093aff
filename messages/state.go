package messages

// The states of an accepted message beyond accepted, in XLIFF 2 terms.
const (
	// Reviewed is read by a reviser.
	Reviewed = "reviewed"
	// Final is one with which nothing is to be done any more.
	Final = "final"
)

// State gives Reviewed or Final; "" for a message that is only accepted, and
// for one whose text has changed since it was reviewed.
func (m *Message) State() string {
	if state := m.Fact(FactState); m.Filled() && (state == Reviewed || state == Final) {
		return state
	}
	return ""
}

// setState notes a state; one that is no more than accepted is not noted.
func (m *Message) setState(state string) {
	if state == Reviewed || state == Final {
		m.SetFact(FactState, state)
	}
}
