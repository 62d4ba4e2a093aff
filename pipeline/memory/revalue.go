package memory

import (
	"slices"

	"golang.org/x/text/language"

	"hexaglot/pipeline/document"
	"hexaglot/pipeline/locale"
)

// Revalue gives the translation of a text, from that of another which differs in
// its values alone (see locale.Revalue), with the same codes in the same places.
// certain says that nothing around the values can depend on them; ok is false
// where more differs, or the translation does not show where a value stands.
func Revalue(from, to language.Tag, before, now, translation document.Content) (out document.Content, certain, ok bool) {
	src, trg := locale.Find(from), locale.Find(to)
	old, fresh := src.Values(before.Text), src.Values(now.Text)
	if len(old) == 0 || frame(before, old) != frame(now, fresh) {
		return now, false, false
	}
	if slices.EqualFunc(old, fresh, func(a, b locale.Value) bool { return a.Kind == b.Kind && a.Key == b.Key }) {
		return translation, !slices.ContainsFunc(slices.Concat(old, fresh), func(v locale.Value) bool { return !v.Certain }), true
	}
	places, certain, ok := locale.Revalue(src, trg, before.Text, now.Text, translation.Text)
	changes := make([]document.Change, len(places))
	for i, p := range places {
		changes[i] = document.Change(p)
	}
	return translation.Splice(changes), certain, ok
}

// frame gives a text with a mark in the place of each value.
func frame(c document.Content, values []locale.Value) string {
	changes := make([]document.Change, len(values))
	for i, v := range values {
		changes[i] = document.Change{Start: v.Start, End: v.End, New: blank}
	}
	return c.Splice(changes).String()
}

// blank stands for a value.
const blank = "\x00"
