package exchange

import "strings"

// formula lists what makes a spreadsheet run a cell when it stands at its
// beginning (OWASP, CSV Injection), in full width too.
const formula = "=+-@\t\r\n＝＋－＠"

// Guard puts an apostrophe before a cell that a spreadsheet would run, and
// before one that Unguard would take an apostrophe from.
func Guard(cell string) string {
	if runs(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard gives back what Guard was given.
func Unguard(cell string) string {
	if strings.HasPrefix(cell, "'") && runs(cell) {
		return cell[1:]
	}
	return cell
}

// runs reports whether a cell, past its apostrophes, begins as a formula does.
func runs(cell string) bool {
	rest := strings.TrimLeft(cell, "'")
	for _, r := range rest {
		return strings.ContainsRune(formula, r)
	}
	return false
}
