package exchange

import (
	"hexaglot/messages/fault"
)

// violation is a rule that is broken, and where.
type violation struct {
	at    *node
	fault *fault.Error
}

// spoiled are the faults of units that break a rule.
type spoiled map[*node]*fault.Error

// judge sorts violations: one inside a unit spoils that unit, the first of any
// other kind the whole file; so does one in a unit that is not to be translated,
// for nobody would hear of it.
func judge(all []violation) (spoiled, error) {
	bad := spoiled{}
	for _, v := range all {
		unit := v.unit()
		if unit == nil || unit.inherited("", "translate") == "no" {
			return nil, v.fault.At("", v.at.line)
		}
		if bad[unit] == nil {
			bad[unit] = v.fault.At("", v.at.line)
		}
	}
	return bad, nil
}

// unit gives the unit that a violation is inside of; nil where it is elsewhere.
func (v violation) unit() *node {
	for n := v.at.up; n != nil; n = n.up {
		if n.name.Local == "unit" || n.name.Local == "trans-unit" {
			return n
		}
	}
	return nil
}

// of gives the fault of a unit, with its file.
func (s spoiled) of(unit *node, name string) *fault.Error {
	if s[unit] == nil {
		return nil
	}
	return s[unit].At(name, 0)
}
