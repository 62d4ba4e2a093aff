package exchange

import "strings"

// markup writes XML, one element a line where white space means nothing.
type markup struct {
	strings.Builder
	open []string
}

// attributes are names and values in turn; a value "" is left out.
func attributes(pairs ...string) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			b.WriteString(" " + pairs[i] + `="` + escapeAttr(pairs[i+1]) + `"`)
		}
	}
	return b.String()
}

func (m *markup) indent() {
	for range m.open {
		m.WriteString("  ")
	}
}

// begin opens an element that holds elements.
func (m *markup) begin(name string, attrs ...string) {
	m.indent()
	m.WriteString("<" + name + attributes(attrs...) + ">\n")
	m.open = append(m.open, name)
}

// end closes the element that was opened last.
func (m *markup) end() {
	name := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	m.indent()
	m.WriteString("</" + name + ">\n")
}

// line writes an element with its content, which is markup already.
func (m *markup) line(name, content string, attrs ...string) {
	m.indent()
	m.WriteString("<" + name + attributes(attrs...) + ">" + content + "</" + name + ">\n")
}
