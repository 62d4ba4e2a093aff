package check_test

import "golang.org/x/text/language"

var six = []language.Tag{
	language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish,
}
