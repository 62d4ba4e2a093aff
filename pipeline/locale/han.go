package locale

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const hanDigits = "零一二三四五六七八九"

// hanDigit gives the value of a Chinese digit, or -1.
func hanDigit(r rune) int {
	switch r {
	case '〇':
		return 0
	case '两':
		return 2
	}
	if i := strings.IndexRune(hanDigits, r); i >= 0 {
		return i / len("零")
	}
	return -1
}

// hanUnits are the powers of ten that multiply a digit, then those that multiply
// what stands before them.
var hanUnits = map[rune]int64{'十': 10, '百': 100, '千': 1000, '万': 1e4, '亿': 1e8}

// hanNumber reads a number in Chinese characters, below 10¹⁶ (七十六, 三十七点五,
// 二〇三〇); end is at where there is none.
func hanNumber(text string, at int) (whole, fraction string, end int) {
	whole, end = hanWhole(text, at)
	if end == at || !strings.HasPrefix(text[end:], "点") {
		return whole, "", end
	}
	point := end + len("点")
	fraction, stop := hanRow(text, point)
	if stop == point {
		return whole, "", end
	}
	return whole, fraction, stop
}

func hanWhole(text string, at int) (whole string, end int) {
	if row, end := hanRow(text, at); len(row) > 1 {
		return row, end
	}
	var total, section, number int64
	for end = at; end < len(text) && end-at < numeralBytes; {
		r, size := utf8.DecodeRuneInString(text[end:])
		unit := hanUnits[r]
		d := hanDigit(r)
		switch {
		case d >= 0:
			number = int64(d)
		case unit >= 1e4 && end > at && total < unit*unit:
			total, section, number = total+(section+number)*unit, 0, 0
		case unit > 0 && unit < 1e4:
			section, number = section+max(number, 1)*unit, 0
		default:
			return strconv.FormatInt(total+section+number, 10), end
		}
		end += size
	}
	return strconv.FormatInt(total+section+number, 10), end
}

// hanRow reads digits that stand in a row, without units: 二〇三〇.
func hanRow(text string, at int) (digits string, end int) {
	var b strings.Builder
	for end = at; end < len(text) && b.Len() < numeralBytes/4; {
		r, size := utf8.DecodeRuneInString(text[end:])
		d := hanDigit(r)
		if d < 0 {
			break
		}
		b.WriteByte(byte('0' + d))
		end += size
	}
	return b.String(), end
}
