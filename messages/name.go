package messages

import (
	"strings"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// Kind is what a catalog is for; it begins the name of its file.
type Kind string

const (
	// Active holds accepted messages.
	Active Kind = "active"
	// Translate holds messages to translate.
	Translate Kind = "translate"
	// Attic holds messages that have disappeared from the circular.
	Attic Kind = "attic"
)

// FileName gives the name of the catalog of a language: "active.fr.toml".
func FileName(kind Kind, lang language.Tag) string {
	return string(kind) + "." + lang.String() + ".toml"
}

// ParseName reads the name of a catalog file, without a folder. The language
// must be known and spelt as BCP 47 recommends (RFC 5646, section 2.1.1):
// "fr", "zh-Hans", not "FR". Faults: catalog-name, catalog-language.
func ParseName(name string) (Kind, language.Tag, error) {
	kind, rest, _ := strings.Cut(name, ".")
	tag, ok := strings.CutSuffix(rest, ".toml")
	switch Kind(kind) {
	case Active, Translate, Attic:
	default:
		ok = false
	}
	if !ok {
		return "", language.Und, fault.New(fault.Input, "catalog-name",
			"{Name} is not the name of a catalog", "Name", name).At(name, 0)
	}
	lang, err := language.Parse(tag)
	if err != nil || lang == language.Und || lang.String() != tag {
		return "", language.Und, fault.New(fault.Input, "catalog-language",
			"{Lang} is not a language tag", "Lang", tag).At(name, 0)
	}
	return Kind(kind), lang, nil
}
