package docx

import "unicode/utf8"

// nameBytes marks the ASCII characters of names.
var nameBytes = func() (is [128]bool) {
	for c := range is {
		is[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.'
	}
	return is
}()

// isQName reports whether b is a name with at most one prefix: QName of
// Namespaces in XML 1.0, production [7].
func isQName(b []byte) bool {
	start, colon := true, false
	for at := 0; at < len(b); {
		c := b[at]
		switch {
		case c == ':':
			if start || colon {
				return false
			}
			start, colon = true, true
			at++
			continue
		case c < utf8.RuneSelf:
			if !nameBytes[c] || start && (c == '-' || c == '.' || c >= '0' && c <= '9') {
				return false
			}
			at++
		default:
			r, size := utf8.DecodeRune(b[at:])
			if !wideNameRune(r, start) {
				return false
			}
			at += size
		}
		start = false
	}
	return !start
}

// wideNameRune is NameStartChar, or NameChar where start is not set, beyond
// ASCII: W3C XML 1.0, productions [4] and [4a].
func wideNameRune(r rune, start bool) bool {
	switch {
	case r == 0xb7 || r >= 0x300 && r <= 0x36f || r == 0x203f || r == 0x2040:
		return !start
	case r == 0xd7 || r == 0xf7 || r == 0x37e:
		return false
	}
	return r >= 0xc0 && r <= 0x1fff || r == 0x200c || r == 0x200d || r >= 0x2070 && r <= 0x218f || r >= 0x2c00 && r <= 0x2fef ||
		r >= 0x3001 && r <= 0xd7ff || r >= 0xf900 && r <= 0xfdcf || r >= 0xfdf0 && r <= 0xfffd || r >= 0x10000 && r <= 0xeffff
}
