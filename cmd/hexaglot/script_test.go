package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"hexaglot/messages"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hexaglot": main})
}

// Each file of testdata shows one behaviour through the front door.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) < 12 {
		t.Fatalf("%d scripts found (%v): a glob that matches nothing would pass", len(scripts), err)
	}
	goi18n := filepath.Join(t.TempDir(), "goi18n")
	if out, err := exec.Command("go", "build", "-o", goi18n, "github.com/nicksnyder/go-i18n/v2/goi18n").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			root, err := filepath.Abs(filepath.Join("..", ".."))
			env.Setenv("PROJECT", root)
			env.Setenv("GOI18N", goi18n)
			env.Setenv("LC_ALL", "C")
			return err
		},
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("there is no condition %s", name)
			}
			return os.Geteuid() == 0, nil // whom permissions do not bind
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"fill": fill, "bytes": writeBytes, "replace": replace, "type": typeInto, "cells": showCells},
	})
}

// fill FILE SOURCE TRANSLATION [COMMENT] appends a translation of a source text
// to a catalog, as a translator's editor would.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	comment := ""
	switch len(args) {
	case 3:
	case 4:
		comment = "# " + args[3] + "\n"
	default:
		ts.Fatalf("usage: fill file source translation [comment]")
	}
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	f, err := os.OpenFile(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	ts.Check(err)
	_, err = fmt.Fprintf(f, "\n%s[%q]\nother = %s\n", comment, messages.ID(args[1]), strconv.Quote(args[2]))
	ts.Check(err)
	ts.Check(f.Close())
}

// replace FILE OLD NEW puts a text in the place of another, which must be in the
// file once at least.
func replace(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: replace file old new")
	}
	before := ts.ReadFile(args[0])
	if !strings.Contains(before, args[1]) {
		ts.Fatalf("%s has no %q:\n%s", args[0], args[1], before)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(before, args[1], args[2])), 0o644))
}

// bytes FILE TEXT writes a file from a text with escapes such as \xff.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: bytes file text")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}
