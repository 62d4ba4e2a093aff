package segment

import (
	"embed"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

//go:embed rules/*.txt
var files embed.FS

// rules are what a language adds to UAX #29.
type rules struct {
	script        *unicode.RangeTable
	exceptions    map[string]exception
	joined        map[string]bool // the last words of the exceptions of several words
	starters      map[string]bool
	continuations []string
}

// languages lists the languages that have a file of rules, with their scripts.
var languages = map[string]*sheet{
	"ar": {name: "ar", script: unicode.Arabic},
	"en": {name: "en", script: unicode.Latin},
	"es": {name: "es", script: unicode.Latin},
	"fr": {name: "fr", script: unicode.Latin},
	"ru": {name: "ru", script: unicode.Cyrillic},
	"zh": {name: "zh", script: unicode.Han},
}

// sheet is a language's file, read when it is first needed.
type sheet struct {
	name   string
	script *unicode.RangeTable
	once   sync.Once
	rules  *rules
}

func (s *sheet) load() *rules {
	s.once.Do(func() {
		data, _ := files.ReadFile("rules/" + s.name + ".txt")
		s.rules, _ = parseRules(string(data))
		s.rules.script = s.script
	})
	return s.rules
}

func rulesOf(lang language.Tag) *rules {
	base, _ := lang.Base()
	if s, ok := languages[base.String()]; ok {
		return s.load()
	}
	return languages["en"].load()
}

// rulesOfScript gives the rules for words in another script than the text's.
func rulesOfScript(word string) *rules {
	r, _ := utf8.DecodeRuneInString(word)
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		return languages["ru"].load()
	case unicode.Is(unicode.Arabic, r):
		return languages["ar"].load()
	}
	return languages["en"].load()
}

var sections = map[string]exception{
	"[never]":          never,
	"[before a name]":  beforeName,
	"[before numbers]": beforeNumber,
	"[ordinary words]": ordinary,
}

// parseRules reads a file of rules. Its lines are comments (#), the names of
// sections ([never]), and entries separated by commas. The error names the
// first line that is none of these, or repeats an abbreviation; the rest is
// read all the same.
func parseRules(data string) (*rules, error) {
	r := &rules{exceptions: map[string]exception{}, joined: map[string]bool{}, starters: map[string]bool{}}
	var section string
	var err error
	for i, line := range strings.Split(data, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = line
			continue
		}
		for entry := range strings.SplitSeq(line, ",") {
			if entry = strings.TrimSpace(entry); entry != "" && !r.add(section, entry) && err == nil {
				err = fmt.Errorf("line %d: %q in section %q", i+1, entry, section)
			}
		}
	}
	return r, err
}

func (r *rules) add(section, entry string) bool {
	x, ok := sections[section]
	switch {
	case ok:
		return r.except(entry, x)
	case section == "[starters]":
		r.starters[strings.ToLower(entry)] = true
	case section == "[continuations]":
		r.continuations = append(r.continuations, entry)
	default:
		return false
	}
	return true
}

// except adds an abbreviation. In small letters it stands for every case; with
// a capital it stands for itself and for its form in capitals.
func (r *rules) except(entry string, x exception) bool {
	word, stopped := strings.CutSuffix(entry, ".")
	key := string(appendKey(nil, word))
	if key == "" || len(key) > maxWord || !stopped && x != ordinary {
		return false
	}
	if r.exceptions[key] != none {
		return false
	}
	r.exceptions[key] = x
	if key != strings.ToLower(key) {
		r.exceptions[strings.ToUpper(key)] = x
	}
	if i := strings.LastIndexByte(word, ' '); i >= 0 {
		r.joined[strings.ToLower(string(appendKey(nil, word[i+1:])))] = true
	}
	return true
}

// appendKey appends word as rules spell it: without white space, with the
// plain hyphen and apostrophe.
func appendKey(dst []byte, word string) []byte {
	for _, r := range word {
		switch {
		case r < 0x80 && r > ' ':
			dst = append(dst, byte(r))
		case unicode.IsSpace(r), isInvisible(r) && !unicode.IsMark(r):
		case r == '‑':
			dst = append(dst, '-')
		case r == '’':
			dst = append(dst, '\'')
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// key is a word as the rules spell it, and in small letters.
type key struct {
	buffer [4 * maxWord]byte
	word   []byte
	small  []byte
}

func (k *key) set(word string) {
	k.word = appendKey(k.buffer[:0:2*maxWord], word)
	k.small = appendLower(k.buffer[2*maxWord:2*maxWord], k.word)
}

// exception looks a word up, in its language first, then in the one that its
// script stands for. joined reports that it may end an entry of several words.
func (r *rules) exception(k *key, word string) (x exception, joined bool) {
	k.set(word)
	x, joined = r.own(k)
	if other := rulesOfScript(word); other != r {
		y, more := other.own(k)
		if x == none {
			x = y
		}
		joined = joined || more
	}
	return x, joined
}

func (r *rules) own(k *key) (exception, bool) {
	x, ok := r.exceptions[string(k.word)]
	if !ok {
		x = r.exceptions[string(k.small)]
	}
	return x, r.joined[string(k.small)]
}

func appendLower(dst, word []byte) []byte {
	for len(word) > 0 {
		r, width := utf8.DecodeRune(word)
		if r < 0x80 {
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			dst = append(dst, byte(r))
			word = word[1:]
			continue
		}
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		word = word[width:]
	}
	return dst
}

// starts reports whether what follows begins a new sentence for certain. A
// starter that ends in * stands for the words that begin so.
func (r *rules) starts(n following) bool {
	if n.word == "" || n.dotted {
		return false
	}
	if !unicode.Is(r.script, n.first) {
		r = rulesOfScript(n.word)
	}
	var buffer [2 * maxWord]byte
	word := appendLower(buffer[:0], []byte(n.word))
	if r.starters[string(word)] {
		return true
	}
	_, width := utf8.DecodeRune(word)
	return len(word) > width && r.starters[string(append(word[:width:width], '*'))]
}
