// Package fault holds the one error type that crosses package borders: what
// happened, where, and what kind of failure it is.
//
// A fault names a message by its ID and carries the values of that message, so
// that the command can tell it in the reader's own language; its English Text
// serves everyone else. Hints belong to the command: it looks them up under
// ID + "-hint". The package imports nothing of the project.
package fault

import (
	"errors"
	"fmt"
	"strings"
)

// Kind says who can mend a failure. Its value is the exit code of the command.
type Kind int

const (
	// Content is incomplete or has errors: a translator or editor mends it.
	Content Kind = 1
	// Usage is a wrong call: whoever typed the command mends it.
	Usage Kind = 2
	// Input is unreadable, damaged or unwritable: the file itself needs care.
	Input Kind = 3
)

// Error is a failure that can be told in any language.
type Error struct {
	Kind Kind
	ID   string         // the message in messages/ui, kebab-case: "catalog-syntax"
	Text string         // its English text, with {Name} for each of Args
	Args map[string]any // the values of the message
	File string         // where: a path as the user gave it, or ""
	Line int            // where: 1-based, or 0 when no line applies
	Err  error          // the cause, or nil
}

// New returns a fault; args alternate names and values: "Limit", 64.
func New(kind Kind, id, text string, args ...any) *Error {
	e := &Error{Kind: kind, ID: id, Text: text}
	if len(args) > 0 {
		e.Args = make(map[string]any, len(args)/2)
	}
	for i := 0; i+1 < len(args); i += 2 {
		e.Args[fmt.Sprint(args[i])] = args[i+1]
	}
	return e
}

// At returns a copy of e that says where; it keeps what e already says.
func (e *Error) At(file string, line int) *Error {
	c := *e
	if c.File == "" {
		c.File = file
	}
	if c.Line == 0 {
		c.Line = line
	}
	return &c
}

// Wrap returns a copy of e with its cause.
func (e *Error) Wrap(err error) *Error {
	c := *e
	c.Err = err
	return &c
}

// Where prints the place as "file:line", "file" or "".
func (e *Error) Where() string {
	if e.File != "" && e.Line > 0 {
		return fmt.Sprintf("%s:%d", e.File, e.Line)
	}
	return e.File
}

// Error gives the fault in English: "file:line: text: cause".
func (e *Error) Error() string {
	s := Expand(e.Text, e.Args)
	if w := e.Where(); w != "" {
		s = w + ": " + s
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Is makes errors.Is compare faults by their ID.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.ID == e.ID
}

// Expand replaces each {Name} of text by its value; the parts of a list are
// divided by commas. A name without a value stays as it is.
func Expand(text string, args map[string]any) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		value, known := args[name]
		if !closed || !known {
			b.WriteByte('{')
			text = rest
			continue
		}
		b.WriteString(printed(value))
		text = after
	}
}

func printed(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []string:
		return strings.Join(v, ", ")
	default:
		return fmt.Sprint(v)
	}
}

// At gives err a place when it is a fault without one; other errors pass.
func At(err error, file string, line int) error {
	var e *Error
	if errors.As(err, &e) {
		return e.At(file, line)
	}
	return err
}
