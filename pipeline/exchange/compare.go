package exchange

import (
	"errors"
	"strings"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// Now is what a project has on a message.
type Now struct {
	Source string // as Content.String prints it
	Target string // the accepted translation; "" for none
	State  State  // of Target
}

// Outcome is what becomes of a unit of a returned file.
type Outcome uint8

const (
	// Unchanged: there is nothing to take.
	Unchanged Outcome = iota
	// Taken: the target is accepted, or has come further than it was.
	Taken
	// Drafted: the target is a draft, to be offered.
	Drafted
	// Conflict: here and there, the target has changed since the export. What
	// is here stays; theirs is to be offered as a draft.
	Conflict
	// Refused: the target does not fit the circular.
	Refused
)

// outcomes are the names of the outcomes.
var outcomes = []string{"unchanged", "taken", "draft", "conflict", "refused"}

// String gives the name of the outcome: "taken".
func (o Outcome) String() string { return outcomes[o] }

// Verdict is what becomes of one unit, and why.
type Verdict struct {
	Unit    *Unit
	Outcome Outcome
	Text    string       // the target as the catalog writes it
	State   State        // of Text, when it is taken
	Before  string       // what is here
	Fault   *fault.Error // of Conflict and Refused, with the line
}

// Compare judges the units of a returned file against the circular as it is
// now, in their order; now gives what the project has on a message, and ok is
// false for one that is not in the circular. Faults, all of kind Content:
// import-unknown, import-stale, import-twice, import-empty, import-refused with
// the codes or the rule as its cause, import-conflict.
func Compare(f File, now func(id string) (n Now, ok bool)) []Verdict {
	out := make([]Verdict, len(f.Units))
	seen := map[string]bool{}
	for i := range f.Units {
		u := &f.Units[i]
		n, ok := now(u.ID)
		v := Verdict{Unit: u, Text: u.Target.String(), State: u.State, Before: n.Target}
		if v.Fault = u.unfit(n, ok, seen[u.ID]); v.Fault != nil {
			v.Outcome, v.Fault = Refused, v.Fault.At("", u.Line)
		} else {
			v.weigh(n)
		}
		seen[u.ID] = true
		out[i] = v
	}
	return out
}

// unfit says why a unit cannot be taken; nil where it can, and where there is
// nothing to take.
func (u *Unit) unfit(now Now, known, again bool) *fault.Error {
	untouched := u.Target.Blank() && u.State == Initial && u.Fault == nil
	switch {
	case !known && untouched:
		return nil
	case !known:
		return fault.New(fault.Content, "import-unknown", "the circular has no text {ID}: {Text}", "ID", u.ID, "Text", u.Source.String())
	case again:
		return fault.New(fault.Content, "import-twice", "the text {ID} is in the file twice", "ID", u.ID)
	case !alike(u.Source.String(), now.Source) && !untouched:
		return fault.New(fault.Content, "import-stale", "the source of {ID} is not that of the circular: {Text}", "ID", u.ID, "Text", u.Source.String())
	case u.Target.Blank() && u.Fault != nil:
		return u.refused(u.Fault)
	case u.Target.Blank() && u.State != Initial:
		return fault.New(fault.Content, "import-empty", "the translation of {ID} is accepted, but empty", "ID", u.ID)
	case u.Target.Blank():
		return nil
	}
	_, err := u.Target.Bind(document.ParseContent(now.Source))
	var codes *document.CodeError
	if errors.As(err, &codes) {
		return u.refused(codes.Fault())
	}
	if u.Fault != nil {
		return u.refused(u.Fault)
	}
	return nil
}

func (u *Unit) refused(cause *fault.Error) *fault.Error {
	return fault.New(fault.Content, "import-refused", "the translation of {ID} is not taken", "ID", u.ID).Wrap(cause)
}

// alike reports whether two texts are the same but for white space, which many
// tools rewrite.
func alike(a, b string) bool {
	return a == b || strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// weigh decides between the target that came back and the one that is here, by
// what it was at the export. A state never goes back.
func (v *Verdict) weigh(now Now) {
	u := v.Unit
	theirs := u.Base == "" || Checksum(v.Text) != u.Base
	ours := u.Base == "" && now.Target != "" || u.Base != "" && Checksum(now.Target) != u.Base
	switch {
	case u.Target.Blank():
	case v.Text == now.Target:
		if u.State > now.State {
			v.Outcome = Taken
		}
	case !theirs:
	case u.State == Initial:
		v.Outcome = Drafted
	case !ours:
		v.Outcome = Taken
	default:
		v.Outcome = Conflict
		v.Fault = fault.New(fault.Content, "import-conflict", "the translation of {ID} has changed here and in the file", "ID", u.ID).At("", u.Line)
	}
}
