package glossary

import "golang.org/x/text/language"

// Chinese has no inflection and no spaces: every ideograph is a word, and the
// longest term wins.
var chinese = grammar{lang: language.Chinese, fold: foldLatin}
