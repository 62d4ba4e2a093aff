package glossary

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Arabic writes conjunctions, prepositions and the article together with the
// word: they are cut off at the beginning of a term, the article everywhere.
// Endings are those of the dual, the sound plurals and the pronouns; broken
// plurals are listed with the term. Vocalisation and kashida do not count, nor
// does the seat of a hamza.
// K. C. Ryding, A Reference Grammar of Modern Standard Arabic, chapters 5 to 7
// and 12.
var arabic = grammar{
	lang: language.Arabic, minStem: 2, fold: foldArabic, variants: withoutProclitics, bare: withoutArticle,
	paradigms: `
noun - ون ين | ان ا و ه ها هم هن هما نا كم                    : مشارك مشاركون مشاركين
noun - ات    | ان ين ا ه ها هم هن هما نا كم اته اتها اتهم اتنا : قطاع قطاعات قطاعين
noun ة ات    | تان تين ته تها تهم تهن تنا تكم ات اته اتها اتهم اتنا : منظمة منظمات منظمتان منظمتها
adj  - ة ان ين ون ات تان تين ا                               : متقدم متقدمة متقدمين متقدمات
adj  ي ية يان يين يون يات                                    : دولي دولية
`,
	irregular: `
بلد بلدان
دولة دول
عضو أعضاء
هدف أهداف
خطة خطط
لجنة لجان
فريق أفرقة فرق
مكتب مكاتب
مدير مدراء
رئيس رؤساء
نائب نواب
أمين أمناء
وكيل وكلاء
صاحب أصحاب
شخص أشخاص
ذو ذوو ذوي ذات ذوات
وثيقة وثائق
تقرير تقارير
ملحق ملاحق
رسالة رسائل
مسألة مسائل
لائحة لوائح
برنامج برامج
جدول جداول
عمل أعمال
إطار أطر
حدث أحداث
سلسلة سلاسل
عامل عوامل
نظام أنظمة نظم
منطقة مناطق
مدار مدارات
كارثة كوارث
مورد موارد
طيف أطياف
شاب شباب
مجلس مجالس
هيكل هياكل
تكنولوجيا تكنولوجيات
دستور دساتير
خارطة خرائط
`,
}

// foldArabic unifies the seats of hamza and the final ya.
func foldArabic(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ؤ', 'ئ':
		return 'ء'
	case 'ى', 'ی':
		return 'ي'
	case 'ک':
		return 'ك'
	}
	return foldLatin(r)
}

// minArabic is the number of runes that remain when a proclitic is cut off.
const minArabic = 2

// withoutProclitics lists the readings of a folded word: without و ف, without
// ب ك ل and without the article; a final ه may be a ة.
func withoutProclitics(word string) []form {
	readings := []form{{word: word}}
	add := func(w string, lead bool) {
		if utf8.RuneCountInString(w) >= minArabic {
			readings = append(readings, form{w, lead})
		}
	}
	for _, conjunction := range []string{"و", "ف"} {
		if rest, ok := strings.CutPrefix(word, conjunction); ok {
			add(rest, true)
		}
	}
	for _, r := range readings {
		if rest, ok := strings.CutPrefix(r.word, "لل"); ok {
			add("ال"+rest, true)
			add("الل"+rest, true)
		}
		for _, preposition := range []string{"ب", "ك", "ل"} {
			if rest, ok := strings.CutPrefix(r.word, preposition); ok {
				add(rest, true)
			}
		}
	}
	for _, r := range readings {
		if rest, ok := strings.CutSuffix(r.word, "ه"); ok {
			add(rest+"ة", r.lead)
		}
	}
	return readings[1:]
}

// withoutArticle takes the article off.
func withoutArticle(word string) string {
	if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) >= minArabic {
		return rest
	}
	return word
}
