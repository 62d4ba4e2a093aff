package messages

import (
	"slices"
	"strings"
)

// more are go-i18n's keys beside description, hash and other, in the order in
// which they are written (i18n/message.go).
var more = []string{"leftdelim", "rightdelim", "zero", "one", "two", "few", "many"}

// isReserved reports whether a word is one of go-i18n's keys: it takes a file
// with a text of that name for a single message (i18n/message.go,
// reservedKeys). A table of that name reads like a key out of its place.
func isReserved(key string) bool {
	switch key = strings.ToLower(key); key {
	case "id", "description", "hash", "other", "translation":
		return true
	default:
		return isMore(key)
	}
}

func isMore(key string) bool { return slices.Contains(more, key) }

// field gives the place of a key that every message may have, or nil.
func (m *Message) field(key string) *string {
	switch key {
	case "description":
		return &m.Description
	case "hash":
		return &m.Hash
	case "other":
		return &m.Other
	}
	return nil
}

// get gives the text of any key.
func (m *Message) get(key string) string {
	if field := m.field(key); field != nil {
		return *field
	}
	return m.More[key]
}

// setMore sets one of the keys that few messages have; an empty text is none.
func (m *Message) setMore(key, text string) {
	if text == "" {
		return
	}
	if m.More == nil {
		m.More = make(map[string]string, 1)
	}
	m.More[key] = text
}
