package exchange

import (
	"regexp"
	"slices"
	"strings"
)

// modules: the root element of a module stands where the standard puts it, once.
func (c *checker) modules(n *node) {
	seen := map[string]bool{}
	for _, kid := range n.elements() {
		key := kid.name.Space + " " + kid.name.Local
		home, ok := homes[key]
		if !ok {
			continue
		}
		parents := strings.Fields(home)
		if !slices.Contains(parents, n.name.Local) && n.name.Space == c.core || seen[key] && kid.name.Local != "data" {
			c.report(kid, misplaced(kid))
		}
		seen[key] = true
	}
}

// matchesAndTerms: ids are unique in their module, references point to a span
// of text of the unit, a term has a translation or a definition.
func (c *checker) matchesAndTerms(n *node) {
	switch {
	case n.is(nsMatches, "matches"):
		c.unique(n.elements(), "match")
	case n.is(nsMatches, "match"):
		if _, ok := n.find(xmlSpace, "lang"); ok {
			c.attribute(n, "xml:lang", "match")
		}
		c.span(n, "ref", true)
	case n.is(nsGlossary, "glossary"):
		var all []*node
		n.all(func(kid *node) bool {
			if kid.is(nsGlossary, "glossEntry") || kid.is(nsGlossary, "translation") {
				all = append(all, kid)
			}
			return true
		})
		c.unique(all, "")
	case n.is(nsGlossary, "glossEntry"):
		if n.first(nsGlossary, "translation") == nil && n.first(nsGlossary, "definition") == nil {
			c.lacks(n, "translation", "glossEntry")
		}
		c.span(n, "ref", false)
	case n.is(nsGlossary, "translation"):
		c.span(n, "ref", false)
	}
}

// span reports a reference that is not to a segment or code of its unit.
func (c *checker) span(n *node, attr string, strict bool) {
	ref, ok := n.find("", attr)
	unit := n.within(c.core, "unit")
	if !ok || unit == nil {
		return
	}
	fragment, isFragment := strings.CutPrefix(ref, "#")
	if !isFragment && strict {
		c.value(n, attr, ref, attr)
		return
	}
	if i := strings.LastIndexAny(fragment, "/#"); i >= 0 {
		fragment = fragment[i+1:]
	}
	fragment = strings.TrimPrefix(fragment, "t=")
	for _, part := range unit.elements() {
		if !c.is(part, "segment", "ignorable") {
			continue
		}
		for _, code := range append(c.codes(part), part) {
			if code.attr("id") == fragment && fragment != "" {
				return
			}
		}
	}
	c.dangling(n, attr, ref, attr)
}

// resources: ids are unique in the file or unit; a source or target holds the
// resource or points to it; a source is in the language of the document.
func (c *checker) resources(n *node) {
	switch {
	case n.is(nsResource, "resourceData"):
		c.unique(n.elements(), "")
	case n.is(nsResource, "source"), n.is(nsResource, "target"):
		holds := len(n.elements()) > 0
		if holds == n.has("href") {
			c.value(n, "href", n.attr("href"), "href")
		}
		attr := map[string]string{"source": "srcLang", "target": "trgLang"}[n.name.Local]
		if lang, ok := n.find(xmlSpace, "lang"); ok && attr == "srcLang" && !within(lang, c.root.attr(attr)) {
			c.value(n, "xml:lang", lang, "xml:lang")
		}
	}
}

// htmlElements are the names that fs has (fs.xsd).
var htmlElements = strings.Fields("a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em " +
	"h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup " +
	"table tbody td tfoot th thead title tr tt u ul")

// formats: fs is a name of HTML, subFs refines it, and neither stands on an ec
// that has its sc in the unit (format style module).
func (c *checker) formats(n *node) {
	for _, a := range n.attrs {
		if a.Name.Space != nsFormat {
			continue
		}
		switch {
		case a.Name.Local != "fs" && a.Name.Local != "subFs":
			c.attribute(n, a.Name.Local, "fs")
		case a.Name.Local == "fs" && !slices.Contains(htmlElements, a.Value):
			c.value(n, "fs", a.Value, "fs")
		case a.Name.Local == "subFs" && n.attrIn(nsFormat, "fs") == "":
			c.lacks(n, "fs", "subFs")
		}
		c.isolated(n, a.Name.Local)
	}
}

// isolated reports an attribute on an ec that has its sc in the unit.
func (c *checker) isolated(n *node, attr string) {
	if c.is(n, "ec") && n.attr("isolated") != "yes" {
		c.attribute(n, attr, attr)
	}
}

// restriction matches a size: "*", a maximum, or a minimum and a maximum
// (size and length restriction module, sizeRestriction).
var restriction = regexp.MustCompile(`^(\*|[0-9]+|[0-9]+,([0-9]+|\*))$`)

// sizes: the attributes of the size and length restriction module.
func (c *checker) sizes(n *node) {
	for _, a := range n.attrs {
		if a.Name.Space != nsSize {
			continue
		}
		name := a.Name.Local
		ok := true
		switch name {
		case "equivStorage":
			ok = integer.MatchString(a.Value)
			c.isolated(n, name)
		case "sizeInfo":
			ok = integer.MatchString(a.Value) || !c.countsCharacters(n) && !startsWithDigit(a.Value)
			c.isolated(n, name)
		case "sizeInfoRef":
			if !c.sizeData(n, a.Value) {
				c.dangling(n, name, a.Value, name)
			}
			c.isolated(n, name)
		case "sizeRestriction", "storageRestriction":
			ok = restriction.MatchString(a.Value)
		default:
			c.attribute(n, name, name)
		}
		if !ok {
			c.value(n, name, a.Value, name)
		}
	}
	if n.attrIn(nsSize, "sizeInfo") != "" && n.attrIn(nsSize, "sizeInfoRef") != "" {
		c.attribute(n, "sizeInfoRef", "sizeInfoRef")
	}
}

// sizeData reports whether an id is in an slr:data beside n or beside one of
// the elements around it.
func (c *checker) sizeData(n *node, id string) bool {
	for ; n.up != nil; n = n.up {
		for _, sibling := range n.up.elements() {
			if !sibling.is(nsSize, "data") {
				continue
			}
			found := false
			sibling.all(func(kid *node) bool {
				found = found || kid.attr("id") == id || kid.attrIn(xmlSpace, "id") == id
				return !found
			})
			if found {
				return true
			}
		}
	}
	return false
}

// validations: a rule says one thing (validation module, rule).
func (c *checker) validations(n *node) {
	if !n.is(nsValidation, "rule") {
		return
	}
	existing := 0
	for _, attr := range []string{"isPresent", "startsWith", "endsWith"} {
		if n.has(attr) {
			existing++
		}
	}
	said := existing
	for _, a := range n.attrs {
		if a.Name.Local == "isNotPresent" || a.Name.Space != "" && a.Name.Space != xmlSpace {
			said++
		}
	}
	if said != 1 {
		c.value(n, "isPresent, isNotPresent, startsWith, endsWith", decimal(said), "rule")
	}
	if n.attr("existsInSource") == "yes" && existing != 1 {
		c.attribute(n, "existsInSource", "existsInSource")
	}
	if n.has("occurs") && !n.has("isPresent") {
		c.attribute(n, "occurs", "occurs")
	}
}

// changes: revisions point to the one element that they are about, and their
// items are its content or its attributes (change tracking module).
func (c *checker) changes(n *node) {
	if !strings.HasPrefix(n.name.Space, nsChanges) || n.name.Local != "revisions" {
		return
	}
	holder := n.up.up
	if holder == nil {
		return
	}
	var about []*node
	ref, hasRef := n.find("", "ref")
	resolved := false
	holder.all(func(kid *node) bool {
		if kid.name.Space != c.core {
			return kid.isText()
		}
		if kid.name.Local == n.attr("appliesTo") {
			about = append(about, kid)
		}
		resolved = resolved || kid.attr("id") == ref
		return kid == holder || !c.is(kid, "group", "unit")
	})
	switch {
	case hasRef && !resolved:
		c.dangling(n, "ref", ref, "ref")
	case !hasRef && len(about) > 1 && slices.ContainsFunc(about, func(e *node) bool { return e.has("id") }):
		c.lacks(n, "ref", "revisions")
	}
	c.items(n, about, ref)
}

func (c *checker) items(n *node, about []*node, ref string) {
	at := slices.IndexFunc(about, func(e *node) bool { return ref == "" || e.attr("id") == ref })
	for _, revision := range n.elements() {
		said := map[string]bool{}
		for _, item := range revision.elements() {
			property := item.attr("property")
			if said[property] || property != "content" && at >= 0 && !about[at].has(property) {
				c.value(item, "property", property, "property")
			}
			said[property] = true
		}
	}
}

// countsCharacters reports whether the file of n measures by one of the profiles
// of the standard, in which every size is an integer.
func (c *checker) countsCharacters(n *node) bool {
	file := n.within(c.core, "file")
	if file == nil {
		return false
	}
	profiles := file.first(nsSize, "profiles")
	return profiles != nil && strings.HasPrefix(profiles.attr("generalProfile"), "xliff:")
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
