package align

import (
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"hexaglot/glossary"
	"hexaglot/pipeline/locale"
)

// countries is a termbase of the names of countries and areas, as CLDR has them
// (https://cldr.unicode.org/translation/displaynames), in all languages.
var countries = sync.OnceValue(func() *glossary.Termbase {
	var concepts []*glossary.Concept
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if region, err := language.ParseRegion(string([]rune{a, b})); err == nil && region.IsCountry() {
				concepts = append(concepts, country(region))
			}
		}
	}
	base, err := glossary.New(concepts)
	if err != nil {
		return nil
	}
	return base
})

func country(region language.Region) *glossary.Concept {
	c := &glossary.Concept{ID: "country-" + region.String(), POS: "proper noun", Terms: map[language.Tag][]*glossary.Term{}}
	for _, l := range locale.All() {
		if text := display.Regions(l.Tag).Name(region); text != "" {
			c.Terms[l.Tag] = []*glossary.Term{{Text: text, Type: glossary.FullForm, Status: glossary.Preferred, POS: c.POS}}
		}
	}
	return c
}
