package messages

// Source gives the updated catalogs of the source language, Translate being
// nil: Active has the messages of the circular in its order, each with the id
// of the one that it replaced; Attic has all that disappeared.
func (p *Plan) Source(heads Heads) (Files, Report) {
	active, attic := p.old.Active.ByID(), p.old.Attic.ByID()
	files := Files{
		Active: revised(p.lang, p.old.Active, heads.Active),
		Attic:  revised(p.lang, p.old.Attic, heads.Attic),
	}
	var report Report
	for i := range p.src {
		s := &p.src[i]
		now := &Message{ID: s.ID, Description: s.Description, Other: s.Text}
		m := combine(now, combine(active[s.ID], attic[s.ID]))
		m.Description, m.Hash = s.Description, ""
		m.About = append(aboutNotes(s), p.aboutPrevious(s.ID)...)
		files.Active.Messages = append(files.Active.Messages, m)
		report.source(p, s.ID, active[s.ID] != nil, attic[s.ID] != nil)
	}
	for _, m := range p.disappeared(p.old.Attic, p.old.Active) {
		gone := *combine(active[m.ID], attic[m.ID])
		gone.About = p.aboutPrevious(m.ID)
		files.Attic.Messages = append(files.Attic.Messages, &gone)
		if active[m.ID] != nil && !p.replaced[m.ID] {
			report.Removed = append(report.Removed, m.ID)
		}
	}
	return files, report
}

func (r *Report) source(p *Plan, id string, active, attic bool) {
	r.Done = append(r.Done, id)
	switch {
	case active:
	case attic:
		r.Restored = append(r.Restored, id)
	case p.previous[id] != "":
		r.Changed = append(r.Changed, id)
	default:
		r.New = append(r.New, id)
	}
}

// disappeared gives the messages of catalogs that are not in the circular, in
// their order, each id once.
func (p *Plan) disappeared(catalogs ...*Catalog) []*Message {
	var out []*Message
	seen := map[string]bool{}
	for _, c := range catalogs {
		for _, m := range c.messages() {
			if p.byID[m.ID] == nil && !seen[m.ID] {
				seen[m.ID] = true
				out = append(out, m)
			}
		}
	}
	return out
}
