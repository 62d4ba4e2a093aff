package exchange

import (
	"hexaglot/messages/fault"
)

// violation is a rule that is broken, and where.
type violation struct {
	at    *node
	fault *fault.Error
}

// spoiled are the faults of units whose targets break a rule.
type spoiled map[*node]*fault.Error

// judge sorts violations: one in or about a target spoils its unit, the first
// of any other kind the whole file.
func judge(all []violation) (spoiled, error) {
	bad := spoiled{}
	for _, v := range all {
		unit := v.unit()
		if unit == nil {
			return nil, v.fault.At("", v.at.line)
		}
		if bad[unit] == nil {
			bad[unit] = v.fault.At("", v.at.line)
		}
	}
	return bad, nil
}

// unit gives the unit of a violation in a target; nil where it is elsewhere.
func (v violation) unit() *node {
	inside := false
	for n := v.at; n != nil; n = n.up {
		switch n.name.Local {
		case "target":
			inside = true
		case "match", "alt-trans":
			return nil
		case "unit", "trans-unit":
			if inside {
				return n
			}
			return nil
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
