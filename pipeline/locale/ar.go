package locale

import (
	"strings"

	"golang.org/x/text/language"
)

// Arabic follows the ITU's Arabic texts: Western digits, a decimal comma, the
// Western month names (Recommendation ITU-T E.119, Arabic edition; ITU press
// releases). The double month names are those of UN New York.
var arabic = Locale{
	Tag: language.Arabic, Endonym: "العربية", RightToLeft: true,
	Decimal: ",٫.", Group: " \u00a0\u202f٬.,",
	Scales: []Scale{{12, "تريليونات|تريليون"}, {9, "مليارات|ملياراً|مليار|بلايين|بليون"}, {6, "ملايين|مليوناً|مليون"}, {3, "آلاف|ألفاً|ألف"}},
	Months: []string{
		"يناير|كانون الثاني", "فبراير|شباط", "مارس|آذار", "أبريل|إبريل|نيسان", "مايو|أيار", "يونيو|يونيه|حزيران",
		"يوليو|يوليه|تموز", "أغسطس|آب", "سبتمبر|أيلول", "أكتوبر|تشرين الأول", "نوفمبر|تشرين الثاني", "ديسمبر|كانون الأول",
	},
	Cardinals: []string{
		"صفر", "واحد|واحدة|أحد|إحدى|أولى|الأول|الأولى", "اثنان|اثنين|اثنتان|اثنتين|الثاني|الثانية|ثاني", "ثلاث|ثلاثة|الثالث|الثالثة|الثلاث|الثلاثة", "أربع|أربعة|الرابع|الرابعة|الأربع|الأربعة",
		"خمس|خمسة|الخامس|الخامسة|الخمس|الخمسة", "ست|ستة|السادس|السادسة|الست|الستة", "سبع|سبعة|السابع|السابعة", "ثماني|ثمانية|ثمان|الثامن|الثامنة", "تسع|تسعة|التاسع|التاسعة",
		"عشر|عشرة|العاشر|العاشرة", "أحد عشر|إحدى عشرة", "اثنا عشر|اثني عشر|اثنتا عشرة|اثنتي عشرة",
	},
	Ordinals: arabicOrdinals(),
	Articles: []string{"ال"},
	Alike:    []string{"أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا"},
	Typography: Typography{
		Outer: [2]string{`"`, `"`}, Inner: [2]string{"'", "'"}, Ellipsis: "…",
		Dash: " - ", DayRange: "-", MonthRange: " - ", Tight: ",.;:!?،؛؟",
		NoBreak: []string{`[\p{Arabic}]_\([A-Z][A-Z0-9-]+\)`}, Arabic: true,
	},
	// Dates: ITU Arabic texts and mastheads (PP-18/42-A; E.119 for "(2017/04)"); the
	// names of the Maghreb are read. Times are unverified.
	Calendar: Calendar{
		MonthsAlso: []string{
			"جانفي|ينائر", "فيفري", "", "أفريل", "ماي", "جوان", "جويلية|يوليوز", "أوت|غشت", "شتنبر", "", "نونبر|نوفمبر", "دجنبر",
		},
		Weekdays: []string{"الاثنين|الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"},
		Forms: DateForms{
			Day: "[EEEE، ]d[ MMMM][ y]", Month: "LLLL[ y]", Numeric: "dd/MM/y", Figures: "y/MM", Marks: "/-.",
			Dashes: [2]string{"-", " - "}, From: [2]string{"من ", "من "}, To: [2]string{" إلى ", " إلى "}, And: [2]string{"، ", " و"},
		},
		Words: CalendarWords{
			OfMonth: "من شهر|من|شهر", OfYear: "من عام|عام|لعام|سنة|لسنة", YearMark: "ميلادية|ميلادي|م", From: "من", To: "إلى|حتى|لغاية", And: "و", Between: "بين",
			Articles: "يوم|تاريخ", Oclock: "الساعة", At: "الساعة", Instant: "في تمام الساعة|في الساعة",
			Morning: "صباحا|قبل الظهر|ص", Evening: "مساء|بعد الظهر|عصرا|م", Noon: "ظهرا",
		},
		Clock: Clock{
			Unverified: true, Instant: "في ", Plain: "HH:mm", Spoken: "'الساعة' HH:mm[ (z)]", Dash: "'من' HH:mm 'إلى' HH:mm",
			Running: "'من الساعة' HH:mm 'إلى الساعة' HH:mm[ (z)]", Words: "'من الساعة' HH:mm 'إلى الساعة' HH:mm[ (z)]",
		},
	},
	Figures: Figures{
		Group: "\u00a0", House: "٬", Bare: true, Plural: untilTen,
		Scales:  []Scale{{12, "تريليون"}, {9, "مليار"}, {6, "مليون"}},
		Percent: "0%", PerCent: "في المائة", PerCents: "0 في المائة|0 في المئة|0 بالمائة|0 بالمئة|٪0|%0",
		Spelled: arabicSpelled,
		Ordinal: arabicOrdinal,
		Range:   "-", To: "إلى", And: "و|أو|إلى", UnitFirst: true,
		Letter: "A", Union: "ITU-", Declines: true,
		Revision: Revision{
			Adopted: "({place}، {year})", Revised: "(المراجَع في {place}، {year})", AdoptedThere: "({conference})", RevisedThere: "(Rev.{conference})",
			Words: "المراجع في|المراجعة في|المراجع|المراجعة|Rev.", Edition: "({year}/{month})",
		},
	},
}

// arabicOrdinals gives the ordinals from 11 to 99 as they stand with a session
// or an anniversary: "السادسة والسبعون", "السادسة والسبعين".
func arabicOrdinals() map[string]int {
	out := map[string]int{}
	for i, unit := range arabicUnits {
		feminine, masculine, _ := strings.Cut(unit, "|")
		out[feminine+" عشرة"], out[masculine+" عشر"] = i+11, i+11
	}
	for i, ten := range arabicTens {
		for _, ending := range []string{"ون", "ين"} {
			out[ten+ending] = 10 * (i + 2)
			for j, unit := range arabicUnits {
				for u := range split(unit) {
					out[u+" و"+ten+ending] = 10*(i+2) + j + 1
				}
			}
		}
	}
	return out
}
