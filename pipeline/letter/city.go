package letter

import "golang.org/x/text/language"

// City gives the name of a city in another language; ok is false where it is not
// known. Names that inflect are given in the form of a list.
func (f *Furniture) City(name string, from, to language.Tag) (text string, ok bool) {
	hits := having(f.find(fold(name), from, false), func(r Role) bool { return r == City })
	city, _, ok := write(hits, to, whatever)
	return city.plain(), ok
}
