package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"hexaglot/pipeline/format/docx"
)

// word is the table [word] of hexaglot.toml: how Word files are read and
// written.
type word struct {
	AcceptChanges bool                 `toml:"accept_changes"`
	Comments      bool                 `toml:"comments"`
	SkipStyles    []string             `toml:"skip_styles"`
	MaxRatio      int64                `toml:"max_ratio"`
	MaxMiB        int64                `toml:"max_mib"`
	Fonts         map[string]docx.Font `toml:"fonts"`
}

// options gives what the format wants; accept is the command's own wish.
func (w word) options(accept bool) docx.Options {
	o := docx.Options{
		AcceptChanges: w.AcceptChanges || accept,
		Comments:      w.Comments,
		Limits:        docx.Limits{Ratio: w.MaxRatio, TotalBytes: w.MaxMiB << 20},
	}
	if len(w.SkipStyles) > 0 {
		o.SkipStyles = append(docx.DefaultSkipStyles(), w.SkipStyles...)
	}
	if len(w.Fonts) > 0 {
		o.Fonts = docx.DefaultFonts()
		maps.Copy(o.Fonts, docx.Fonts(w.Fonts))
	}
	return o
}

// wordText gives the table [word] of a new hexaglot.toml, with the defaults as
// its values.
func (t *tool) wordText() string {
	var b strings.Builder
	comment(&b, t.say("config-word"))
	limits := docx.DefaultLimits()
	fmt.Fprintf(&b, "[word]\naccept_changes = false\ncomments = false\nskip_styles = []\nmax_ratio = %d\nmax_mib = %d\n", limits.Ratio, limits.TotalBytes>>20)
	for _, script := range slices.Sorted(maps.Keys(docx.DefaultFonts())) {
		base, ok := map[string]string{"Arab": "ar", "Hans": "zh", "Latn": "", "Cyrl": ""}[script]
		if !ok || base == "" {
			continue
		}
		font := docx.DefaultFonts()[script]
		fmt.Fprintf(&b, "fonts.%s = { ascii = %q, hansi = %q, eastasia = %q, cs = %q }\n", base, font.ASCII, font.HAnsi, font.EastAsia, font.CS)
	}
	return b.String()
}

func (t *tool) acceptFlag() cli.Flag {
	return &cli.BoolFlag{Name: "accept-changes", Usage: t.say("flag-accept-changes")}
}
