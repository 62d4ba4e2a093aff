package locale

import "unicode"

// apostrophes sets the house's apostrophe between letters and, where it belongs
// to no quotation, behind a word and before a clipped one (’80s).
func apostrophes(loc *Locale, l *line) []change {
	mark := loc.Typography.Apostrophe
	if mark == "" || !l.has(func(r rune) bool { return r == '’' || r == '´' || r == '＇' }) {
		return nil
	}
	quoted := map[int]bool{}
	pairs, _ := l.quotePairs(loc)
	for _, p := range pairs {
		quoted[p.close] = true
	}
	opened := l.has(func(r rune) bool { return r == '‘' || r == '‚' })
	return l.each("’´＇", func(i int) (change, bool) {
		between := unicode.IsLetter(l.at(i + 1))
		single := l.at(i) == '’' && !quoted[i] && !opened
		clipped := blankOrEnd(l.at(i-1)) && (between || digitRune(l.at(i+1)))
		return change{i, i + 1, mark}, l.letterBefore(i) && (between || single) || single && clipped
	})
}

// ellipses sets three dots, and the six of Chinese, as the language has them.
func ellipses(loc *Locale, l *line) []change {
	mark := loc.Typography.Ellipsis
	if loc.Typography.Wide {
		return l.wideEllipses(mark)
	}
	return l.each(".", func(i int) (change, bool) {
		dots := l.is(i+1, ".") && l.is(i+2, ".") && l.at(i-1) != '.' && l.at(i+3) != '.' && !l.guarded(i-1)
		return change{i, i + 3, mark}, dots && mark != "" && (!digitRune(l.at(i-1)) || !digitRune(l.at(i+3)))
	})
}

func (l *line) wideEllipses(mark string) []change {
	return l.each(".…。", func(i int) (change, bool) {
		if l.at(i-1) == l.at(i) {
			return change{}, false
		}
		end := i
		for end < len(l.cells) && l.is(end, string(l.at(i))) {
			end++
		}
		n := end - i
		enough := l.at(i) == '…' || n == 3 || n == 6
		beside := inChinese(l.at(l.before(i))) || inChinese(l.at(l.behind(end)))
		return change{i, end, mark}, enough && beside
	})
}

// kashida drops the stroke that stretches a word, between two of its letters.
// Behind a word's last letter it tells an abbreviation (هـ) or joins a
// particle to what follows.
func kashida(loc *Locale, l *line) []change {
	if !loc.Typography.Arabic {
		return nil
	}
	var out []change
	for i := range l.cells {
		if l.at(i) != tatweel || l.at(i-1) == tatweel || !l.letterBefore(i) {
			continue
		}
		end := i
		for l.at(end) == tatweel {
			end++
		}
		if next := l.at(end); unicode.IsLetter(next) && arabicLetter(next) && arabicLetter(l.at(i-1)) {
			out = append(out, change{i, end, ""})
		}
	}
	return out
}

// westernDigits writes digits as 0 to 9, and with them the separators and the
// percent sign that belong to digits of the Arabic script.
func westernDigits(loc *Locale, l *line) []change {
	t := loc.Typography
	var out []change
	for i, c := range l.cells {
		foreign := t.Arabic && (c.r >= '٠' && c.r <= '٩' || c.r >= '۰' && c.r <= '۹') || t.Wide && c.r >= '０' && c.r <= '９'
		switch {
		case foreign:
			out = append(out, change{i, i + 1, string(rune('0' + digit(string(c.r))))})
		case !t.Arabic || !digitRune(l.at(i-1)):
		case c.r == '٪':
			out = append(out, change{i, i + 1, "%"})
		case c.r == '٫' && digitRune(l.at(i+1)):
			out = append(out, change{i, i + 1, ","})
		case c.r == '٬' && digitRune(l.at(i+1)):
			out = append(out, change{i, i + 1, noBreak})
		}
	}
	return out
}

// arabicPunctuation sets the Arabic comma, semicolon and question mark. In a
// Latin stretch and between digits the marks stay.
func arabicPunctuation(loc *Locale, l *line) []change {
	if !loc.Typography.Arabic {
		return nil
	}
	marks := map[rune]string{',': "،", ';': "؛", '?': "؟"}
	return l.each(",;?", func(i int) (change, bool) {
		before, next := l.strong(i, -1), l.strong(i, 1)
		arabic := arabicLetter(before) || arabicLetter(next) && l.at(i) != '?'
		latin := unicode.IsLetter(before) && !arabicLetter(before) && l.at(i) == '?'
		number := digitRune(l.at(i-1)) && digitRune(l.at(i+1))
		return change{i, i + 1, marks[l.at(i)]}, arabic && !latin && !number
	})
}

// strong gives the letter nearest to i in a direction, 0 where there is none
// within some words.
func (l *line) strong(i, step int) rune {
	const reach = 100
	start := i
	for i += step; i >= 0 && i < len(l.cells) && (i-start)*step <= reach; i += step {
		if wordy(l.cells[i].r) {
			return l.cells[i].r
		}
	}
	return 0
}
