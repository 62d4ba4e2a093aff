package locale

import "strings"

// SortKey gives what counts of a text where a list of the language is sorted:
// without the article that it begins with and without the differences that
// lists of the language do not make (in Arabic ال, and أ for ا).
func (l *Locale) SortKey(text string) string {
	for _, article := range l.Articles {
		if rest, ok := strings.CutPrefix(text, article); ok && letter(rest) {
			text = rest
			break
		}
	}
	return strings.NewReplacer(l.Alike...).Replace(text)
}
