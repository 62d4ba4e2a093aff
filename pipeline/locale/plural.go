package locale

import "strings"

// The plural rules are CLDR's cardinal ones (Unicode LDML, part 3, "Language
// Plural Rules"), in the order one, few, other as far as forms are told apart.

// oneAlone tells 1 from the rest: English, Spanish.
func oneAlone(number string) int {
	if strings.TrimLeft(number, "-−") == "1" {
		return 0
	}
	return 1
}

// belowTwo tells what is less than 2 from the rest: French.
func belowTwo(number string) int {
	whole, _, _ := strings.Cut(strings.TrimLeft(number, "-−"), ".")
	if whole == "0" || whole == "1" {
		return 0
	}
	return 1
}

// slavic tells 1, 21, 31 …, then 2 to 4, 22 … and decimals, from the rest: Russian.
func slavic(number string) int {
	whole, fraction, _ := strings.Cut(strings.TrimLeft(number, "-−"), ".")
	last := whole[len(whole)-1]
	teen := len(whole) > 1 && whole[len(whole)-2] == '1'
	switch {
	case fraction != "":
		return 1
	case last == '1' && !teen:
		return 0
	case last >= '2' && last <= '4' && !teen:
		return 1
	}
	return 2
}

// untilTen tells 3 to 10 as few: Arabic, which counts them with a plural.
func untilTen(number string) int {
	switch strings.TrimLeft(number, "-−") {
	case "1":
		return 0
	case "3", "4", "5", "6", "7", "8", "9", "10":
		return 1
	}
	return 2
}
