package align

// columnsOf gives for each segment the column of its cell, from 1, where the
// order of the units tells it: a table that begins with a row of headers, and of
// which all rows have as many cells; else 0.
func columnsOf(places []Place) []int {
	out := make([]int, len(places))
	for i := 0; i < len(places); {
		end := i
		var cells, headers int
		for end < len(places) && roleOf(places[end].Unit.Role) == "table cell" && (cells <= headers || !header(places[end])) {
			if end == i || places[end].unit != places[end-1].unit {
				cells++
				if header(places[end]) {
					headers++
				}
			}
			end++
		}
		if headers > 1 && cells%headers == 0 {
			spread(out[i:end], places[i:end], headers)
		}
		i = max(end, i+1)
	}
	return out
}

func header(p Place) bool { return p.Unit.Role == "table header" }

// spread numbers the cells of a table of n columns.
func spread(out []int, places []Place, n int) {
	cell := -1
	for i, p := range places {
		if i == 0 || p.unit != places[i-1].unit {
			cell++
		}
		out[i] = cell%n + 1
	}
}
