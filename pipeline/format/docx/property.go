package docx

import (
	"bytes"
	"slices"
	"strings"
)

// property is a formatting property in a form that compares: its name and its
// value, both without prefixes.
type property struct{ name, value string }

// properties are in the order of their names, each once.
type properties []property

// set gives p with a property set; p itself stays.
func (p properties) set(q property) properties {
	i, found := slices.BinarySearchFunc(p, q.name, func(a property, name string) int { return strings.Compare(a.name, name) })
	out := make(properties, 0, len(p)+1)
	out = append(append(out, p[:i]...), q)
	if found {
		i++
	}
	return append(out, p[i:]...)
}

// over gives p with all of q set.
func (p properties) over(q properties) properties {
	for _, one := range q {
		p = p.set(one)
	}
	return p
}

// get gives the value of a property, "" for none.
func (p properties) get(name string) string {
	for _, one := range p {
		if one.name == name {
			return one.value
		}
	}
	return ""
}

// key gives one string for all, equal where the properties are.
func (p properties) key() string {
	var b strings.Builder
	for _, one := range p {
		b.WriteString(one.name)
		b.WriteByte('=')
		b.WriteString(one.value)
		b.WriteByte(';')
	}
	return b.String()
}

// toggles are the properties that are on or off; CT_OnOff of §17.17.4.
var toggles = map[string]bool{
	"b": true, "bCs": true, "i": true, "iCs": true, "caps": true, "smallCaps": true, "strike": true, "dstrike": true,
	"outline": true, "shadow": true, "emboss": true, "imprint": true, "noProof": true, "snapToGrid": true, "vanish": true,
	"webHidden": true, "rtl": true, "cs": true, "specVanish": true, "oMath": true,
}

func off(value string) bool { return value == "0" || value == "false" || value == "off" }

// runProperties reads w:rPr (§17.3.2.28).
func runProperties(t *tree, rPr int32) properties {
	var out properties
	for c := t.nodes[rPr].first; c != 0; c = t.nodes[c].next {
		qname := qualified(t.tag(c))
		switch local := string(local(qname)); {
		case local == "rFonts":
			out = out.over(fontProperties(t, c))
		case local == "rPrChange" || local == "ins" || local == "del" || local == "moveFrom" || local == "moveTo":
		case toggles[local]:
			out = out.set(property{local, onOff(t.val(c))})
		default:
			out = out.set(property{local, plainValue(t, c)})
		}
	}
	return out
}

func onOff(value string) string {
	if off(value) {
		return "0"
	}
	return "1"
}

// fontProperties reads w:rFonts (§17.3.2.26): a property for each slot, in
// which the theme's font goes before a named one. The hint is noise.
func fontProperties(t *tree, n int32) properties {
	var out properties
	eachAttr(t.tag(n), func(a attr, _ int) bool {
		name, value := string(local(a.name)), string(a.value)
		slot, themed := strings.CutSuffix(name, "Theme")
		if name == "cstheme" {
			slot, themed = "cs", true
		}
		switch {
		case slot == "hint":
		case themed:
			out = out.set(property{"font." + slot, "theme:" + value})
		case out.get("font."+slot) == "":
			out = out.set(property{"font." + slot, value})
		}
		return true
	})
	return out
}

// plainValue gives the value of a property that is one attribute, or else all
// that its element holds.
func plainValue(t *tree, n int32) string {
	var parts []string
	eachAttr(t.tag(n), func(a attr, _ int) bool {
		if name := string(local(a.name)); !strings.HasPrefix(string(a.name), "xmlns") {
			parts = append(parts, name+":"+string(a.value))
		}
		return true
	})
	slices.Sort(parts)
	value := strings.Join(parts, ",")
	if rest, ok := strings.CutPrefix(value, "val:"); ok && len(parts) == 1 {
		value = rest
	}
	if inner := t.src[t.nodes[n].inner:t.nodes[n].close]; len(bytes.TrimSpace(inner)) > 0 {
		value += string(inner)
	}
	return value
}

// idle are the values with which a property does nothing.
var idle = map[property]bool{
	{"u", "none"}: true, {"highlight", "none"}: true, {"vertAlign", "baseline"}: true, {"color", "auto"}: true,
	{"spacing", "0"}: true, {"position", "0"}: true, {"w", "100"}: true, {"em", "none"}: true, {"effect", "none"}: true,
	{"sz", "20"}: true, {"szCs", "20"}: true, {"bdr", "nil"}: true, {"bdr", "none"}: true,
	{"shd", "nil"}: true, {"shd", "clear"}: true, {"shd", "color:auto,fill:auto,val:clear"}: true,
	{"shd", "color:auto,val:clear"}: true, {"shd", "fill:auto,val:clear"}: true,
}

// effective gives p without the properties that do nothing.
func (p properties) effective() properties {
	out := make(properties, 0, len(p))
	for _, one := range p {
		if toggles[one.name] && one.value == "0" || idle[one] {
			continue
		}
		out = append(out, one)
	}
	return out
}
