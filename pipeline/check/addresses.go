package check

import (
	"regexp"
	"slices"
	"strings"

	"hexaglot/pipeline/locale"
)

// Addresses reports URLs and e-mail addresses that differ. What stands in an
// inline code is not text and cannot differ.
var Addresses = Check{
	Name: "addresses", Doc: "URLs and e-mail addresses that differ", IssueType: "inconsistent-entities", Severity: Error, Run: addresses,
}

// address matches URLs (RFC 3986, ASCII only: a sentence in Chinese may follow
// without a space), bare www. names, and e-mail addresses (RFC 5321, the usual
// characters).
var address = regexp.MustCompile(`(?i)(?:\b(?:https?|ftp)://|\bwww\.)[a-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+|[a-z0-9._%+\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+`)

func addresses(p Pair) []Finding {
	missing, extra := differ(p.sourceAddresses(), p.targetAddresses())
	var out []Finding
	if len(missing) > 0 {
		out = append(out, found("addresses", Error, "check-addresses-missing", "the translation lacks {Addresses}", "Addresses", missing))
	}
	if len(extra) > 0 {
		out = append(out, found("addresses", Error, "check-addresses-extra", "the translation has {Addresses}, which the source has not", "Addresses", extra))
	}
	return out
}

// AddressesIn gives the addresses of a text without the punctuation that ends
// their sentence, sorted.
func AddressesIn(text string) []string {
	if !strings.ContainsAny(text, "@:") && !strings.Contains(strings.ToLower(text), "www.") {
		return nil
	}
	found := address.FindAllString(text, -1)
	for i, a := range found {
		found[i] = locale.TrimAddress(a)
	}
	slices.Sort(found)
	return found
}
