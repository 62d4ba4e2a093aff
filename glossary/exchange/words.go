package exchange

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"hexaglot/glossary"
)

// The words of others for what a term can be, in lower case and without
// spaces, hyphens and underscores.
var (
	types = map[string]glossary.Type{
		"fullform": glossary.FullForm, "full": glossary.FullForm, "term": glossary.FullForm, "mainterm": glossary.FullForm,
		"entryterm": glossary.FullForm, "variant": glossary.FullForm, "synonym": glossary.FullForm, "phrase": glossary.FullForm,
		"abbreviation": glossary.Abbreviation, "abbr": glossary.Abbreviation, "acronym": glossary.Abbreviation,
		"initialism": glossary.Abbreviation, "abbreviatedform": glossary.Abbreviation,
		"shortform": glossary.ShortForm, "short": glossary.ShortForm,
	}
	statuses = map[string]glossary.Status{
		"preferred": glossary.Preferred, "preferredterm": glossary.Preferred, "preferredtermadmnsts": glossary.Preferred,
		"standardizedterm": glossary.Preferred, "approved": glossary.Preferred,
		"admitted": glossary.Admitted, "admittedterm": glossary.Admitted, "admittedtermadmnsts": glossary.Admitted,
		"alternative": glossary.Admitted, "nonstandard": glossary.Admitted, "provisional": glossary.Admitted, "allowed": glossary.Admitted,
		"superseded": glossary.Superseded, "supersededterm": glossary.Superseded, "supersededtermadmnsts": glossary.Superseded, "obsolete": glossary.Superseded,
		"deprecated": glossary.Deprecated, "deprecatedterm": glossary.Deprecated, "deprecatedtermadmnsts": glossary.Deprecated,
		"forbidden": glossary.Deprecated, "prohibited": glossary.Deprecated, "rejected": glossary.Deprecated, "notrecommended": glossary.Deprecated,
	}
	genders = map[string]string{
		"masculine": "masculine", "m": "masculine", "masc": "masculine",
		"feminine": "feminine", "f": "feminine", "fem": "feminine",
		"neuter": "neuter", "n": "neuter", "neut": "neuter",
	}
	numbers = map[string]string{
		"singular": "singular", "sg": "singular", "sing": "singular", "s": "singular",
		"plural": "plural", "pl": "plural", "p": "plural",
	}
	answers = map[string]bool{
		"true": true, "yes": true, "y": true, "1": true, "x": true, "oui": true, "vrai": true, "sí": true, "si": true,
		"verdadero": true, "да": true, "истина": true, "是": true, "真": true, "نعم": true,
		"false": false, "no": false, "n": false, "0": false, "non": false, "faux": false,
		"falso": false, "нет": false, "ложь": false, "否": false, "假": false, "لا": false,
	}
)

var unspaced = strings.NewReplacer(" ", "", "-", "", "_", "", "\u00a0", "")

// plainWord gives a word as the tables above have it.
func plainWord(s string) string { return unspaced.Replace(strings.ToLower(strings.TrimSpace(s))) }

// languageNames holds the names of the six languages, in English, French and
// themselves.
var languageNames = func() map[string]language.Tag {
	names := map[string]language.Tag{}
	for _, tag := range []language.Tag{language.Arabic, language.Chinese, language.English, language.French, language.Russian, language.Spanish} {
		for _, name := range []string{display.English.Languages().Name(tag), display.French.Languages().Name(tag), display.Self.Name(tag)} {
			names[strings.ToLower(name)] = tag
		}
	}
	return names
}()

// languageOf reads a tag ("fr", "fr-CH", "en_US") or a name ("French",
// "English (US)") and gives the base language.
func languageOf(s string) (language.Tag, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	name, _, _ := strings.Cut(s, " (")
	if tag, ok := languageNames[name]; ok {
		return tag, true
	}
	tag, err := language.Parse(strings.ReplaceAll(s, "_", "-"))
	if err != nil || s == "" {
		return language.Und, false
	}
	base, _ := tag.Base()
	tag, err = language.Compose(base)
	return tag, err == nil
}

// joinList writes a list into a cell: "a | b", or JSON where that would not
// come back.
func joinList(list []string) string {
	if plain := strings.Join(list, " | "); slices.Equal(splitList(plain), list) {
		return plain
	}
	return toJSON(list)
}

// splitList reads what joinList wrote.
func splitList(cell string) []string {
	var list []string
	if strings.HasPrefix(cell, "[") && json.Unmarshal([]byte(cell), &list) == nil {
		return list
	}
	for part := range strings.SplitSeq(cell, "|") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// toJSON gives v as JSON on one line, its text as it is.
func toJSON(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}
