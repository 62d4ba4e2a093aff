package glossary

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a text: the bytes start to end, normalised.
type word struct {
	start, end int
	cased      string // composed, without marks and format characters
	lower      string // cased in lower case, with accents
	folded     string // lower without accents, rune by rune
	before     gap    // what stands between it and the word before
	opaque     bool   // part of an address: never matched
}

// gap is what stands between two words.
type gap uint16

const (
	space gap = 1 << iota
	hyphen
	dash // a hyphen or dash with spaces
	apostrophe
	quote
	comma
	bracket
	title // 《 》
	slash
	stop
	joint // & _ @ # and the like
	other
)

// gapOf classifies the characters between words that are alike everywhere.
var gapOf = func() map[rune]gap {
	m := map[rune]gap{}
	for kind, chars := range map[gap]string{
		hyphen:     "-‐‑‒–—―−－﹣⁃·・",
		apostrophe: "'’‘ʼ′`´＇", // as in isApostrophe
		quote:      "\"“”„‟«»‹›「」『』＂",
		comma:      ",،、，﹐",
		bracket:    "()[]（）［］",
		title:      "《》〈〉",
		slash:      "/／",
		stop:       ".!?;:。．！？；：؛؟…\u2029",
		joint:      "&_@#$%+=*~^|\\<>",
	} {
		for _, r := range chars {
			m[r] = kind
		}
	}
	return m
}()

// script is what keeps two letters in one word.
type script uint8

const (
	noScript   script = iota // digits
	alphabetic               // Latin, Cyrillic, Greek …
	arabicScript
	ideographic // every rune is a word
)

// maxWordRunes bounds a word; longer ones are never matched.
const maxWordRunes = 64

// address finds what must stay as it is: URLs, e-mail addresses, domain names.
var address = regexp.MustCompile(`(?i)(?:[a-z][a-z0-9+.-]*://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:int|org|com|net|gov|edu)(?:/[!-~]*)?`)

// scan cuts a text into words by the grammar of its language.
func (g *grammar) scan(text string) []word {
	s := scanner{g: g, text: text, words: make([]word, 0, len(text)/3+4)}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += s.rune(r, i, size)
	}
	s.close()
	s.addresses()
	s.symbols()
	return s.words
}

type scanner struct {
	g      *grammar
	text   string
	words  []word
	open   bool // the last word may grow
	script script
	gap    gap // since the last word
	breaks int // line ends in the gap
}

// rune takes the rune r at i and gives the bytes that it consumed.
func (s *scanner) rune(r rune, i, size int) int {
	if sc, ok := common(r); ok {
		s.letter(sc, i, size)
		return size
	}
	switch {
	case r == ' ':
		s.between(space)
	case r < 0x80 && gapOf[r] == 0:
		s.control(r)
	case r == '—' || r == '―':
		s.between(dash)
	case ignorable(r):
	case unicode.IsMark(r):
		if s.open {
			s.words[len(s.words)-1].end = i + size
		}
	case gapOf[r] != 0:
		if gapOf[r] == apostrophe {
			if at := i + size + blankBytes(s.text[i+size:]); s.takesPossessive(at) {
				s.words[len(s.words)-1].end = at + 1
				s.close()
				return at + 1 - i
			}
		}
		s.between(gapOf[r])
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		s.letter(scriptOf(r), i, size)
	case unicode.IsSpace(r):
		s.between(space)
	default:
		s.between(other)
	}
	return size
}

func (s *scanner) control(r rune) {
	if r == '\n' {
		if s.breaks++; s.breaks > 1 {
			s.gap |= stop
		}
	}
	if unicode.IsSpace(r) {
		s.between(space)
		return
	}
	s.between(other)
}

// letter lets the open word grow, or begins one.
func (s *scanner) letter(sc script, i, size int) {
	if s.open && (sc == s.script || sc == noScript || s.script == noScript) && sc != ideographic && s.script != ideographic {
		s.words[len(s.words)-1].end = i + size
		s.script = max(s.script, sc)
		return
	}
	s.close()
	s.words = append(s.words, word{start: i, end: i + size, before: s.settle()})
	s.open, s.script = true, sc
}

// between notes a character that is part of no word.
func (s *scanner) between(kind gap) {
	s.close()
	if kind != space {
		s.breaks = 0
	}
	s.gap |= kind
}

// settle gives the gap before a new word: a hyphen among spaces is a dash, an
// empty line a stop.
func (s *scanner) settle() gap {
	k := s.gap
	if k&hyphen != 0 && k&space != 0 {
		k = k&^hyphen | dash
	}
	s.gap, s.breaks = 0, 0
	return k
}

// close normalises the open word.
func (s *scanner) close() {
	if !s.open {
		return
	}
	s.open = false
	w := &s.words[len(s.words)-1]
	s.g.normalise(w, s.text[w.start:w.end])
}

// blankBytes gives how many bytes at the start of text are nothing to a reader.
func blankBytes(text string) int { return len(text) - len(strings.TrimLeftFunc(text, ignorable)) }

// takesPossessive reports whether "s" at i ends the open word after an
// apostrophe.
func (s *scanner) takesPossessive(i int) bool {
	if !s.open || !s.g.possessive || i >= len(s.text) || s.text[i]|0x20 != 's' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i+1:])
	return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
}

// addresses marks the words of addresses.
func (s *scanner) addresses() {
	if !mayHoldAddress(s.text) {
		return
	}
	for _, span := range address.FindAllStringIndex(s.text, -1) {
		s.conceal(span)
	}
}

// symbol finds the symbols of documents: BDT/DIR/105, A/RES/71/313, C18/35-F.
var symbol = regexp.MustCompile(`[A-Z0-9][A-Z0-9().-]*(?:/[A-Z0-9][A-Z0-9().-]*)+`)

// symbols marks the words of symbols of documents, which hold a number: an
// abbreviation in them means nothing.
func (s *scanner) symbols() {
	if !strings.Contains(s.text, "/") {
		return
	}
	for _, span := range symbol.FindAllStringIndex(s.text, -1) {
		if strings.ContainsAny(s.text[span[0]:span[1]], "0123456789") {
			s.conceal(span)
		}
	}
}

// conceal keeps the words of a stretch from being matched.
func (s *scanner) conceal(span []int) {
	k, _ := slices.BinarySearchFunc(s.words, span[0], func(w word, at int) int { return cmp.Compare(w.end, at+1) })
	for ; k < len(s.words) && s.words[k].start < span[1]; k++ {
		s.words[k].opaque = true
	}
}

// mayHoldAddress is a quick look for what every address has: an at sign, or a
// stop before a letter.
func mayHoldAddress(text string) bool {
	if strings.Contains(text, "@") || strings.Contains(text, "://") {
		return true
	}
	for {
		_, rest, ok := strings.Cut(text, ".")
		if !ok || rest == "" {
			return false
		}
		if rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z' {
			return true
		}
		text = rest
	}
}

// normalise fills the spellings of a word; raw are its bytes in the text.
func (g *grammar) normalise(w *word, raw string) {
	if r, size := utf8.DecodeRuneInString(raw); size == len(raw) && r >= '一' && r <= '龥' {
		w.cased, w.lower, w.folded = raw, raw, raw
		return
	}
	if cut := strings.IndexFunc(raw, isApostrophe); g.possessive && cut > 0 {
		raw = raw[:cut]
	}
	if !plain(raw) {
		raw = strings.Map(letterOnly, norm.NFKC.String(raw))
	}
	w.cased = raw
	w.lower, w.folded = g.spell(raw)
	w.opaque = utf8.RuneCountInString(w.lower) > maxWordRunes
}

// spell gives a cased word in lower case, and without accents.
func (g *grammar) spell(cased string) (lower, folded string) {
	lower = strings.ToLower(cased)
	if strings.IndexFunc(lower, isLigature) >= 0 {
		lower = ligatures.Replace(lower)
	}
	return lower, strings.Map(g.fold, lower)
}

// plain reports whether a word consists of composed letters and digits only.
func plain(raw string) bool {
	for _, r := range raw {
		if _, ok := common(r); !ok {
			return false
		}
	}
	return true
}

// ligatures are spellings of other letters, and so is ё in official texts.
var ligatures = strings.NewReplacer("œ", "oe", "æ", "ae", "ё", "е")

func isLigature(r rune) bool { return r == 'œ' || r == 'æ' || r == 'ё' }

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '′', '`', '´', '＇':
		return true
	}
	return false
}

// letterOnly drops marks, kashida and format characters; digits become ASCII.
func letterOnly(r rune) rune {
	if _, ok := common(r); ok {
		return r
	}
	switch {
	case ignorable(r) || unicode.IsMark(r):
		return -1
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	}
	return r
}

// ignorable reports whether r is nothing to a reader: format characters, the
// soft hyphen, kashida.
func ignorable(r rune) bool {
	return r == 'ـ' || r == '\u034f' || r > 0x7f && unicode.Is(unicode.Cf, r)
}

// common knows the letters that most texts consist of, without a table.
func common(r rune) (script, bool) {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= 'À' && r <= 'ɏ' && r != '×' && r != '÷', r >= 'Ѐ' && r <= 'ҁ':
		return alphabetic, true
	case r >= '0' && r <= '9':
		return noScript, true
	case r >= 'ء' && r <= 'غ', r >= 'ف' && r <= 'ي':
		return arabicScript, true
	case r >= '一' && r <= '龥':
		return ideographic, true
	}
	return noScript, false
}

func scriptOf(r rune) script {
	switch {
	case unicode.IsDigit(r):
		return noScript
	case unicode.Is(unicode.Arabic, r):
		return arabicScript
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return ideographic
	}
	return alphabetic
}
