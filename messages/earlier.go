package messages

import (
	"strings"

	"golang.org/x/text/language"
)

// Earlier gives the source, in lang, of the translated version that a message to
// translate has replaced, as its comments show it; "" for none.
func (m *Message) Earlier(lang language.Tag) string {
	for _, line := range m.About {
		if text, ok := strings.CutPrefix(line, markBefore+" "+lang.String()+": "); ok {
			return text
		}
	}
	return ""
}
