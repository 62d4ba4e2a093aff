package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// references is a list or a range of acts of one kind: "Resolutions 30 (Rev.
// Guadalajara, 2010) and 71", "Articles 12 to 15".
//
// Its key has those of the acts: "{article 12,article 13}", and
// "article 12/article 15" for a range.
type references struct {
	items  []reference
	joints []int // what stands before each after the first: a place in Figures.And, or comma
	placing
}

// comma joins all but the last of a list; through, the third of Figures.And,
// the ends of a range.
const (
	comma   = -1
	through = 2
)

// listMost bounds the acts of a list.
const listMost = 24

// others reads what goes on behind the first of several numbers of an act; end
// is -1 where nothing does.
func (l *Locale) others(text string, at int, first reference) (list references, end int) {
	list = references{items: []reference{first}}
	end = -1
	for len(list.items) < listMost {
		joint, next := l.jointAt(text, at)
		r := reference{act: first.act}
		if next > 0 {
			r, next = l.nextNumber(text, next, first)
		}
		if next < 0 {
			break
		}
		list.items, list.joints = append(list.items, r), append(list.joints, joint)
		at = next
		if joint == comma {
			continue
		}
		end = at
		if !l.RightToLeft || joint == through {
			break
		}
	}
	list.trim(end >= 0)
	return list, end
}

// trim leaves out what stands behind the last joint that is told, and makes
// commas of those before it: Arabic says "and" before each.
func (r *references) trim(told bool) {
	for told && r.joints[len(r.joints)-1] == comma {
		r.items, r.joints = r.items[:len(r.items)-1], r.joints[:len(r.joints)-1]
	}
	for i := range len(r.joints) - 1 {
		r.joints[i] = comma
	}
}

// jointAt steps over a comma, or a word that joins the last of several.
func (l *Locale) jointAt(text string, at int) (joint, end int) {
	joint, end = comma, -1
	if r, size := utf8.DecodeRuneInString(text[at:]); folded(r) == ',' {
		at += size
		end = skipBlank(text, at)
	}
	at = skipBlank(text, at)
	for word := range split(l.Figures.And) {
		joint++
		if stop := wordsEnd(text, at, word); stop > 0 && l.parted(text, at, stop) {
			return joint % (through + 1), skipBlank(text, stop)
		}
	}
	return comma, end
}

// parted reports whether the word text[start:end] is one of its own; an Arabic
// particle touches the digits behind it.
func (l *Locale) parted(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return l.Unspaced || blank(before) && (blank(after) || l.RightToLeft && (unicode.IsDigit(after) || after < utf8.RuneSelf))
}

// nextNumber reads a number like that of first, with its own bracket.
func (l *Locale) nextNumber(text string, at int, first reference) (reference, int) {
	r := reference{act: first.act}
	d, end, _ := l.designation(text, at, acts[r.act].numbers)
	if end < 0 || unicode.IsLetter(rune(d.text[0])) != unicode.IsLetter(rune(first.text[0])) || !l.endsAt(text, end) {
		return r, -1
	}
	if d.sector == "" {
		d.sector = first.sector
	}
	r.designation = d
	r, end, _ = l.revised(r, text, end, true)
	return r, end
}

// references reads a list or a range; end is -1 where none begins at text[at:].
func (l *Locale) references(text string, at int) (list references, end int) {
	for _, f := range actForms(l)[0].at(text, at) {
		if !f.item.names(l) {
			continue
		}
		r, end, certain := l.firstNumber(text, f)
		if end < 0 {
			continue
		}
		if f.item.after == "" {
			r, end, _ = l.revised(r, text, end, certain)
		}
		if list, end = l.others(text, end, r); end > 0 {
			end = l.behindNumber(text, end, f.item.after)
		}
		if end > 0 {
			return list, end
		}
	}
	return l.repeated(text, at)
}

// repeated reads a list whose every number has the name of the act with it, as
// Chinese writes it: 第30号决议和第71号决议.
func (l *Locale) repeated(text string, at int) (list references, end int) {
	if !l.Unspaced {
		return list, -1
	}
	r, at, _ := l.reference(text, at)
	list.items = []reference{r}
	for at > 0 && r.act != none && len(list.items) < listMost {
		joint, next := l.jointAt(text, at)
		if next < 0 {
			break
		}
		other, stop, _ := l.reference(text, next)
		if stop < 0 || other.act != r.act {
			break
		}
		list.items, list.joints = append(list.items, other), append(list.joints, joint)
		at = stop
		if joint != comma {
			return list, at
		}
	}
	return list, -1
}

// names reports whether a form names several acts: a plural, an abbreviation,
// a sign, or a language that has no plurals.
func (f actForm) names(l *Locale) bool {
	return f.plural || l.Unspaced || strings.HasSuffix(f.before, ".") || strings.ContainsAny(f.before, "§°№")
}

func (r references) key() string {
	var keys []string
	for _, item := range r.items {
		keys = append(keys, item.key())
	}
	if slices.Contains(r.joints, through) {
		return strings.Join(keys, "/")
	}
	return "{" + strings.Join(keys, ",") + "}"
}

// write names the act once, in the plural; Chinese names each that has a
// bracket of its own.
func (r references) write(to *Locale) (string, bool) {
	if to.Unspaced && slices.ContainsFunc(r.items, reference.bracketed) {
		return r.each(to)
	}
	first := r.items[0]
	form := acts[first.act].several(to, r.count())
	numbers, known := first.number(to)
	sector := first.sectorIn(to)
	for i, item := range r.items[1:] {
		number, sure := item.number(to)
		if other := item.sectorIn(to); other != sector {
			number, sure = other+number, false
		}
		numbers, known = numbers+to.joinedBy(r.joints[i], number)+number, known && sure
	}
	certain := known && !form.doubtful && !to.RightToLeft && !to.Unspaced && (r.alone || !to.Figures.Declines)
	return r.cased(to.named(form, sector, numbers), to), certain
}

// count gives the number of acts; a range has more than its ends.
func (r references) count() int {
	if slices.Contains(r.joints, through) {
		return listMost
	}
	return len(r.items)
}

// each names the act with each of its numbers.
func (r references) each(to *Locale) (string, bool) {
	out, known := "", true
	for i, item := range r.items {
		text, sure := item.write(to)
		if i > 0 {
			out += to.joinedBy(r.joints[i-1], text)
		}
		out, known = out+text, known && sure
	}
	return out, known && !to.Unspaced
}

// joinedBy gives what joins a number of a list to the one before.
func (l *Locale) joinedBy(joint int, number string) string {
	if joint == comma && !l.RightToLeft {
		return l.Calendar.Forms.And[0]
	}
	words := slices.Collect(split(l.Figures.And))
	switch word := words[max(joint, 0)]; {
	case word == "o" && (strings.HasPrefix(number, "8") || strings.HasPrefix(number, "11")):
		return " u "
	case joint == through && l.Tag == russian.Tag:
		return l.Figures.Range
	case l.Unspaced:
		return word
	case word == "و":
		return " " + word
	default:
		return " " + word + " "
	}
}
