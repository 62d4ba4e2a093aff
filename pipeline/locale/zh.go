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
