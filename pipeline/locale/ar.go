package locale

import "golang.org/x/text/language"

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
		"عشر|عشرة|العاشر|العاشرة", "أحد عشر|إحدى عشرة", "اثنا عشر|اثني عشر|اثنتا عشرة",
	},
	Ordinals: arabicOrdinals(),
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
			Articles: "يوم|تاريخ", Oclock: "الساعة", At: "الساعة",
			Morning: "صباحا|قبل الظهر|ص", Evening: "مساء|بعد الظهر|عصرا|م", Noon: "ظهرا",
		},
		Clock: Clock{
			Plain: "HH:mm", Spoken: "'الساعة' HH:mm[ (z)]", Dash: "'من' HH:mm 'إلى' HH:mm",
			Running: "'من الساعة' HH:mm 'إلى الساعة' HH:mm[ (z)]", Words: "'من الساعة' HH:mm 'إلى الساعة' HH:mm[ (z)]",
		},
	},
}

// arabicOrdinals gives the ordinals from 21 to 99 as they stand with a session
// or an anniversary: "السادسة والسبعون", "السادسة والسبعين".
func arabicOrdinals() map[string]int {
	units := []string{
		"الحادية|الحادي", "الثانية|الثاني", "الثالثة|الثالث", "الرابعة|الرابع", "الخامسة|الخامس",
		"السادسة|السادس", "السابعة|السابع", "الثامنة|الثامن", "التاسعة|التاسع",
	}
	tens := []string{"العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع"}
	out := map[string]int{}
	for i, ten := range tens {
		for _, ending := range []string{"ون", "ين"} {
			out[ten+ending] = 10 * (i + 2)
			for j, unit := range units {
				for u := range split(unit) {
					out[u+" و"+ten+ending] = 10*(i+2) + j + 1
				}
			}
		}
	}
	return out
}
