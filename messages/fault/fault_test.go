package fault_test

import (
	"errors"
	"io/fs"
	"testing"

	"hexaglot/messages/fault"
)

func TestExpand(t *testing.T) {
	args := map[string]any{"Name": "a {Limit}", "Limit": 3, "List": []string{"x", "y"}}
	for text, want := range map[string]string{
		"{Name} has {Limit}: {List}": "a {Limit} has 3: x, y",
		"{Unknown} {":                "{Unknown} {",
		"{{Limit}}":                  "{3}",
		"plain":                      "plain",
		"":                           "",
	} {
		if got := fault.Expand(text, args); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestErrorTellsWhereWhatAndWhy(t *testing.T) {
	e := fault.New(fault.Input, "unreadable", "cannot be read").At("a.md", 12).Wrap(fs.ErrNotExist)
	if got, want := e.Error(), "a.md:12: cannot be read: file does not exist"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !errors.Is(e, fs.ErrNotExist) || !errors.Is(e, fault.New(fault.Input, "unreadable", "")) {
		t.Error("neither the cause nor the id is found")
	}
	if again := e.At("b.md", 1); again.Where() != "a.md:12" {
		t.Errorf("a place was replaced: %s", again.Where())
	}
}
