package messages

import (
	"fmt"
	"hash/crc32"
	"regexp"
)

// The states of an accepted message beyond accepted, in XLIFF 2 terms.
const (
	// Reviewed is read by a reviser.
	Reviewed = "reviewed"
	// Final is one with which nothing is to be done any more.
	Final = "final"
)

// statePattern matches the generated line that tells the state of a message.
var statePattern = regexp.MustCompile(`^#\. state: (` + Reviewed + `|` + Final + `) (~[0-9a-f]{8})$`)

// State gives Reviewed or Final; "" for a message that is only accepted, and
// for one whose text has changed since it was reviewed.
func (m *Message) State() string {
	for _, line := range m.About {
		if found := statePattern.FindStringSubmatch(line); found != nil && m.Filled() && found[2] == stateSum(m.Other) {
			return found[1]
		}
	}
	return ""
}

// setState adds the line that tells a state; "" adds none.
func (m *Message) setState(state string) {
	if state == Reviewed || state == Final {
		m.About = append(m.About[:len(m.About):len(m.About)], stateLine(state, m.Other))
	}
}

func stateLine(state, text string) string {
	return generate(markAbout, "state: "+state+" "+stateSum(text))
}

func stateSum(text string) string { return fmt.Sprintf("~%08x", crc32.ChecksumIEEE([]byte(text))) }
