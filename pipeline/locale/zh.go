package locale

import "golang.org/x/text/language"

// Chinese (simplified) follows the ITU's Chinese texts (Council document
// C18/35-C) and GB/T 15834-2011 for punctuation; numerals in characters are
// read by the number engine.
var chinese = Locale{
	Tag: language.Chinese, Endonym: "中文", Unspaced: true,
	Decimal: ".．", Group: ", \u00a0\u202f，",
	Scales: []Scale{{12, "万亿"}, {8, "亿"}, {7, "千万"}, {6, "百万"}, {4, "万"}},
	Months: []string{
		"1月|一月", "2月|二月", "3月|三月", "4月|四月", "5月|五月", "6月|六月",
		"7月|七月", "8月|八月", "9月|九月", "10月|十月", "11月|十一月", "12月|十二月",
	},
	Cardinals: []string{"零|〇", "一|首", "二|两|双", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"},
	Typography: Typography{
		Outer: [2]string{"“", "”"}, Inner: [2]string{"‘", "’"}, Ellipsis: "……",
		Dash: "——", DayRange: "-", JoinPercent: true, Wide: true,
	},
	// Dates: ITU Council document C18/35-C; the weekday in brackets, the dates in
	// figures and all times but HH:mm (CLDR) are unverified.
	Calendar: Calendar{
		Weekdays: []string{"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"},
		Forms: DateForms{
			Day: "[y年][M月]d日[（EEEE）]", Month: "[y年]M月", Numeric: "y/MM/dd", Figures: "MM/y", Marks: "/-.", BigFirst: true, Units: "日月",
			Dashes: [2]string{"-", "-"}, To: [2]string{"至", "至"}, And: [2]string{"、", "和"},
		},
		Words: CalendarWords{
			From: "从|自|由", To: "至|到", And: "以及|和|及|与", Weekday: "星期|礼拜|周|週",
			Morning: "上午|早上|早晨|凌晨|清晨", Evening: "下午|晚上|傍晚|晚间", Noon: "中午|正午",
		},
		Clock: Clock{
			Plain: "HH:mm", Spoken: "aK时[mm分][（z）]", Dash: "HH:mm-HH:mm", Running: "aK时[mm分]至[a]K时[mm分][（z）]",
			Words: "aK时[mm分]至[a]K时[mm分][（z）]", Periods: []string{"上午", "中午", "下午"}, Unverified: true,
		},
	},
	Figures: Figures{
		Group: ",", House: ",", Whole: 4, Bare: true, Tight: true,
		Scales:  []Scale{{12, "万亿"}, {8, "亿"}, {4, "万"}},
		Percent: "0%", PerCents: "百分之0",
		Spelled: []string{"第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "第十", "第十一", "第十二"},
		Ordinal: chineseOrdinal, Neutral: true,
		Range: "-", And: "和|或|至|及", CodeFirst: true,
		Letter: "C", Union: "ITU-",
		Revision: Revision{
			Adopted: "（{year}年，{place}）", Revised: "（{year}年，{place}，修订版）", AdoptedThere: "（{conference}）", RevisedThere: "（{conference}，修订版）",
			Words: "修订版|修订|Rev.", Edition: "（{month}/{year}）",
		},
	},
}
