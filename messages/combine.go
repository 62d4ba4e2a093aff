package messages

import (
	"maps"
	"slices"
)

// combine gives one message of two with the same id, either of which may be
// nil: what the newer has wins, and what that leaves of the older is kept as
// comments.
func combine(newer, older *Message) *Message {
	switch {
	case newer == nil:
		return older
	case older == nil:
		return newer
	}
	m := *newer
	m.More = maps.Clone(newer.More)
	m.Comments = slices.Clone(older.Comments)
	m.Drafts = slices.Clone(newer.Drafts)
	for _, key := range append([]string{"other"}, more...) {
		m.inherit(key, older.get(key))
	}
	m.comment(newer.Comments...)
	m.Facts = holding(slices.Concat(newer.Facts, older.Facts), m.Other)
	for _, d := range keptDrafts(older.Drafts) {
		m.offer(d)
	}
	if m.Description == "" {
		m.Description = older.Description
	}
	if m.Hash == "" {
		m.Hash = older.Hash
	}
	return &m
}

// inherit gives m a text of an older message where it has none, and keeps a
// different one as a comment.
func (m *Message) inherit(key, text string) {
	own := m.get(key)
	switch {
	case !filled(text) || text == own:
	case filled(own):
		m.comment("# replaced: " + pair(key, text))
	case key == "other":
		m.Other = text
	default:
		m.setMore(key, text)
	}
}

func pair(key, text string) string { return string(appendString([]byte(key+" = "), text)) }

// comment adds comment lines that m does not have yet.
func (m *Message) comment(lines ...string) {
	had := m.Comments
	m.Comments = slices.Clip(had)
	for _, line := range lines {
		if !slices.Contains(had, line) {
			m.Comments = append(m.Comments, line)
		}
	}
}

// typed reports whether m holds anything that a translator typed.
func (m *Message) typed() bool {
	return m.Filled() || len(m.More) > 0 || len(m.Comments) > 0 || len(keptDrafts(m.Drafts)) > 0
}
