package letter

import (
	"slices"

	"hexaglot/messages/fault"
)

// Role says what a piece of furniture is for. It is a stable English word: a
// unit's role, and so the description of its messages, ends with it.
type Role string

// The roles, in the order in which a letter has them.
const (
	Reference        Role = "reference"      // "Réf.: BDT/DIR/105"
	PlaceAndDate     Role = "place and date" // "Genève, le 6 septembre 2021"
	OriginalLanguage Role = "original language"
	Addressee        Role = "addressee" // "Aux États Membres de l'UIT"
	Contact          Role = "contact"   // "Tél.: +41 22 730 5111"
	Subject          Role = "subject"
	Salutation       Role = "salutation"
	Closing          Role = "closing"
	SignedMark       Role = "signed mark" // "[Original signé]"
	Signature        Role = "signature"   // the name of who signs
	Title            Role = "title"       // of who signs
	Annexes          Role = "annexes"
	Copy             Role = "copy"
	City             Role = "city" // a name in the line of place and date; no unit has this role
)

// Roles lists all roles, in the order in which a letter has them.
func Roles() []Role {
	return []Role{
		Reference, PlaceAndDate, OriginalLanguage, Addressee, Contact, Subject, Salutation,
		Closing, SignedMark, Signature, Title, Annexes, Copy, City,
	}
}

// check refuses a role that there is not.
func (r Role) check() error {
	if slices.Contains(Roles(), r) {
		return nil
	}
	return fault.New(fault.Input, "letter-role", "{Role} is no role of a letter; there are {Roles}", "Role", string(r), "Roles", names())
}

func names() []string {
	var out []string
	for _, r := range Roles() {
		out = append(out, string(r))
	}
	return out
}
