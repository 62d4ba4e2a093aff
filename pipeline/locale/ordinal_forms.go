package locale

import "strconv"

// The forms of an ordinal that each language writes, and whether they are the
// same whatever the noun. Those that vary are feminine, as a session is in
// French, Spanish, Russian and Arabic.

// englishOrdinal writes 1st, 2nd, 3rd, 11th.
func englishOrdinal(n int) (string, bool) {
	ending := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			ending = "st"
		case 2:
			ending = "nd"
		case 3:
			ending = "rd"
		}
	}
	return strconv.Itoa(n) + ending, true
}

// frenchOrdinal writes 1re, 2e (Lexique des règles typographiques de
// l'Imprimerie nationale: e, not ème).
func frenchOrdinal(n int) (string, bool) {
	if n == 1 {
		return "1re", false
	}
	return strconv.Itoa(n) + "e", true
}

// spanishOrdinal writes 29ª, without the point, as the ITU's Spanish texts do.
func spanishOrdinal(n int) (string, bool) { return strconv.Itoa(n) + "ª", false }

// russianOrdinal writes 76-я, and 3-я.
func russianOrdinal(n int) (string, bool) { return strconv.Itoa(n) + "-я", false }

// chineseOrdinal writes 第76.
func chineseOrdinal(n int) (string, bool) { return "第" + strconv.Itoa(n), true }

// arabicOrdinal writes the words up to 99, and the article with digits above
// (unverified).
func arabicOrdinal(n int) (string, bool) {
	spelled := arabicSpelled
	switch {
	case n <= len(spelled):
		return first(spelled[n-1]), false
	case n < 20:
		return first(arabicUnits[n%10-1]) + " عشرة", false
	case n > 99:
		return "الـ" + strconv.Itoa(n), false
	case n%10 == 0:
		return arabicTens[n/10-2] + "ون", false
	}
	return first(arabicUnits[n%10-1]) + " و" + arabicTens[n/10-2] + "ون", false
}

// arabicSpelled are the ordinals from 1 to 12, feminine and masculine.
var arabicSpelled = []string{
	"الأولى|الأول", "الثانية|الثاني", "الثالثة|الثالث", "الرابعة|الرابع", "الخامسة|الخامس", "السادسة|السادس",
	"السابعة|السابع", "الثامنة|الثامن", "التاسعة|التاسع", "العاشرة|العاشر", "الحادية عشرة|الحادي عشر", "الثانية عشرة|الثاني عشر",
}

// arabicUnits are the ones of the ordinals above ten, feminine and masculine;
// arabicTens the tens from 20, without their ending.
var (
	arabicUnits = []string{
		"الحادية|الحادي", "الثانية|الثاني", "الثالثة|الثالث", "الرابعة|الرابع", "الخامسة|الخامس",
		"السادسة|السادس", "السابعة|السابع", "الثامنة|الثامن", "التاسعة|التاسع",
	}
	arabicTens = []string{"العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع"}
)
