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
}
