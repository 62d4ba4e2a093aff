package check

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Encoding reports text whose bytes were read in another encoding than they
// were written in: Ã© for é, Ð¿ for п, å›½ for 国, 锟斤拷. A stretch is damaged
// where its characters, written in Windows-1252, Windows-1251 or GBK, are UTF-8
// for letters of one of the six languages. Letters that became question marks
// and references that were left (&eacute;) are told as well.
var Encoding = Check{
	Name: "encoding", Doc: "text read in the wrong encoding", IssueType: "mis-encoding", Severity: Error, Run: encoding,
}

func encoding(p Pair) []Finding {
	text := p.Target.Text
	if start, end := damaged(text); end > start && !strings.Contains(p.Source.Text, text[start:end]) {
		return []Finding{found("encoding", Error, "check-encoding", "{Text} was read in the wrong encoding: it may have been {Instead}",
			"Text", text[start:end], "Instead", repaired(text[start:end])).at(Span{}, Span{start, end})}
	}
	for _, kind := range []struct {
		trigger string
		pattern *regexp.Regexp
	}{{"?", questionMarks}, {"&", entity}} {
		if !strings.Contains(text, kind.trigger) {
			continue
		}
		m := kind.pattern.FindStringIndex(p.plain(text, p.targetAddresses()))
		if m == nil || kind.pattern.MatchString(p.plain(p.Source.Text, p.sourceAddresses())) {
			continue
		}
		return []Finding{found("encoding", Warning, "check-encoding-lost", "{Text} seems to stand for letters that were lost", "Text", p.plain(text, p.targetAddresses())[m[0]:m[1]])}
	}
	return nil
}

// questionMarks are those inside a word or in a row.
var questionMarks = regexp.MustCompile(`\p{L}\?\p{Ll}+|\?{3,}|(?:^|\s)\?\p{Ll}\p{L}*`)

// entity is a character reference of HTML.
var entity = regexp.MustCompile(`&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#[xX][0-9a-fA-F]{2,6});`)

// damaged gives the first stretch of text that was read in a wrong encoding.
func damaged(text string) (start, end int) {
	for at := 0; at < len(text); {
		if text[at] < utf8.RuneSelf {
			at++
			continue
		}
		end := at
		for end < len(text) && text[end] >= utf8.RuneSelf {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		if s, e := damagedRun(text[at:end]); e > s {
			return at + s, at + e
		}
		at = end
	}
	return 0, 0
}

// garbled are what is left where U+FFFD, curly quotation marks and Chinese
// punctuation in UTF-8 were read as GBK or as Windows-1252.
var garbled = []string{"锟斤拷", "锟斤", "鈥檚", "鈥", "銆", "锛屾", "锛", "ï¿½", "ï»¿", "â€™", "â€œ", "â€\u009d", "â€“", "â€”", "â€¦", "â€¢"}

func damagedRun(run string) (start, end int) {
	for _, g := range garbled {
		if at := strings.Index(run, g); at >= 0 {
			return at, at + len(g)
		}
	}
	if repaired(run) != "" {
		return 0, len(run)
	}
	return damagedPart(run)
}

// damagedPart looks for damage in a part of a run: behind an opening mark, or
// before a closing one.
func damagedPart(run string) (start, end int) {
	start = strings.IndexAny(run, "ÂÃÐÑØÙåäæçèéРСГВ")
	for start >= 0 {
		for end := len(run); end > start+2; {
			if r := repaired(run[start:end]); r != "" && utf8.RuneCountInString(r) > 1 {
				return start, end
			}
			_, size := utf8.DecodeLastRuneInString(run[:end])
			end -= size
		}
		next := strings.IndexAny(run[start+2:], "ÂÃÐÑØÙåäæçèéРСГВ")
		if next < 0 {
			break
		}
		start += 2 + next
	}
	return 0, 0
}

// longestRun bounds, in bytes, the run that is read again: damage shows at once.
const longestRun = 96

// repaired gives what a run may have been, "" where it seems to be right.
func repaired(run string) string {
	if len(run) > longestRun {
		run = run[:longestRun]
		for !utf8.ValidString(run) {
			run = run[:len(run)-1]
		}
	}
	for _, page := range []*charmap.Charmap{charmap.Windows1252, charmap.Windows1251} {
		if text, ok := reread(run, page); ok && plausible(text, page == charmap.Windows1251) {
			return text
		}
	}
	if chinese := []rune(run); len(chinese) >= 4 && unicode.Is(unicode.Han, chinese[0]) {
		if b, err := simplifiedchinese.GBK.NewEncoder().String(run); err == nil && validPrefix(b) {
			return strings.ToValidUTF8(b, "")
		}
	}
	return ""
}

// reread writes text in a code page and reads it as UTF-8. The bytes that
// Windows-1252 leaves out are taken as Latin-1 has them.
func reread(text string, page *charmap.Charmap) (string, bool) {
	out := make([]byte, 0, len(text))
	for _, r := range text {
		b, ok := page.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xa0 {
			b, ok = byte(r), true
		}
		if !ok || b < 0x80 {
			return "", false
		}
		out = append(out, b)
	}
	return string(out), utf8.Valid(out)
}

// plausible reports whether a text consists of letters that the six languages
// write. A single character read from Windows-1251 proves nothing: "Р»".
func plausible(text string, russian bool) bool {
	letters := 0
	for _, r := range text {
		switch {
		case r >= 0xc0 && r <= 0x17f, r >= 0x410 && r <= 0x451, r >= 0x621 && r <= 0x652, r >= 0x4e00 && r <= 0x9fff:
			letters++
		case r >= 0xa0 && r <= 0xbf, r >= 0x2010 && r <= 0x2026, r >= 0x3000 && r <= 0x3011, r >= 0xff00 && r <= 0xff5e, r == '،', r == '؛', r == '؟':
		default:
			return false
		}
	}
	return letters > 1 || letters == 1 && !russian
}

// validPrefix reports whether bytes are UTF-8 but for a character that is cut
// off at their end, and most of it is letters.
func validPrefix(b string) bool {
	if len(b) < 8 {
		return false
	}
	cut := len(b)
	for cut > len(b)-3 && !utf8.ValidString(b[:cut]) {
		cut--
	}
	return utf8.ValidString(b[:cut]) && utf8.RuneCountInString(b[:cut]) > 2
}
