// Package ui speaks to the user in one of the six languages: every message of
// the program stands in active.<lang>.toml, a go-i18n catalog, with the plural
// forms of its language.
//
// Only the chosen catalog and the English one are loaded, for the start of the
// program must not be felt.
package ui

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

//go:embed active.*.toml
var catalogs embed.FS

// Languages lists the languages that the program speaks; the first stands in
// for any other.
var Languages = []language.Tag{
	language.English, language.Arabic, language.Chinese, language.French, language.Russian, language.Spanish,
}

// Speaker tells messages in one language.
type Speaker struct {
	Lang      language.Tag
	localizer *i18n.Localizer
}

// New returns the speaker of lang, or of English where lang is none of
// Languages. The error tells of a broken catalog, which a test excludes.
func New(lang language.Tag) (*Speaker, error) {
	_, i, confidence := language.NewMatcher(Languages).Match(lang)
	if confidence == language.No {
		i = 0
	}
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	tags := []string{Languages[i].String()}
	if i != 0 {
		tags = append(tags, "en")
	}
	for _, tag := range tags {
		if _, err := bundle.LoadMessageFileFS(catalogs, "active."+tag+".toml"); err != nil {
			return nil, fmt.Errorf("messages/ui: %w", err)
		}
	}
	return &Speaker{Lang: Languages[i], localizer: i18n.NewLocalizer(bundle, tags...)}, nil
}

// Preferred gives the language that the environment asks for, as POSIX orders
// it (Base Definitions, section 8.2): the first of LC_ALL, LC_MESSAGES and LANG
// that is set; English where it is none of Languages.
func Preferred(getenv func(string) string) language.Tag {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := getenv(name)
		if value == "" {
			continue
		}
		if tag, ok := Parse(posix(value)); ok {
			return tag
		}
		break
	}
	return language.English
}

// posix turns "fr_CH.UTF-8@euro" into "fr-CH".
func posix(value string) string {
	value, _, _ = strings.Cut(value, ".")
	value, _, _ = strings.Cut(value, "@")
	return strings.ReplaceAll(value, "_", "-")
}

// Parse reads a tag whose base language is one of Languages.
func Parse(s string) (language.Tag, bool) {
	tag, err := language.Parse(s)
	if err != nil {
		return language.Und, false
	}
	base, confidence := tag.Base()
	known := slices.ContainsFunc(Languages, func(l language.Tag) bool {
		b, _ := l.Base()
		return b == base
	})
	return tag, known && confidence == language.Exact
}

// Say tells a message. data holds its values; its "Count", an int, chooses the
// plural form. An unknown id comes back as it is.
func (s *Speaker) Say(id string, data map[string]any) string {
	text, _ := s.Try(id, data)
	return text
}

// Try is Say that also reports whether there is such a message.
func (s *Speaker) Try(id string, data map[string]any) (string, bool) {
	config := &i18n.LocalizeConfig{MessageID: id, TemplateData: data}
	if count, ok := data["Count"]; ok {
		config.PluralCount = count
	}
	text, err := s.localizer.Localize(config)
	if err != nil && text == "" {
		return id, false
	}
	return text, true
}
