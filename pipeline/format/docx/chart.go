package docx

import (
	"strings"

	"hexaglot/pipeline/document"
)

// chart reads the text that a chart keeps of the cells it shows (§21.2.2.201,
// strRef): the names of series and categories. Where the same cells come again,
// as the categories do with every series, they follow the first.
func (w *walker) chart(n int32) {
	t := w.tree
	switch t.nodes[n].name {
	case cStrRef:
		formula := ""
		if f := t.child(n, cF); f != 0 {
			formula = strings.TrimSpace(string(t.text(f)))
		}
		w.points(t.child(n, cStrCache), formula)
	case cStrLit:
		w.points(n, "")
	case cTx:
		w.point(t.child(n, cV), "")
		w.walk(n)
	}
}

func (w *walker) points(cache int32, formula string) {
	if cache == 0 {
		return
	}
	for n := w.tree.nodes[cache].first; n != 0; n = w.tree.nodes[n].next {
		if w.tree.nodes[n].name != cPt {
			continue
		}
		key := ""
		if formula != "" {
			idx, _ := w.tree.attr(n, "idx")
			key = formula + "\x00" + idx
		}
		w.point(w.tree.child(n, cV), key)
	}
}

// point adds a unit for a cell, 0 for none; key tells which cell it is.
func (w *walker) point(n int32, key string) {
	if n == 0 || !lettered(string(w.tree.text(n))) {
		return
	}
	u := w.element(n, "chart text")
	leader := w.pointUnits[key]
	switch {
	case leader != nil && leader.Segments[0].Source.Text == u.Segments[0].Source.Text:
		w.follow(u, leader)
		return
	case key != "":
		if w.pointUnits == nil {
			w.pointUnits = map[string]*document.Unit{}
		}
		w.pointUnits[key] = u
	}
	w.units = append(w.units, u)
}
