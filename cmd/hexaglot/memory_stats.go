package main

import (
	"strconv"

	"github.com/urfave/cli/v2"

	"hexaglot/pipeline/memory"
)

func memoryStatsCommand(t *tool) *cli.Command {
	return &cli.Command{
		Name:        "stats",
		Usage:       t.say("memory-stats-usage"),
		ArgsUsage:   " ",
		Description: "hexaglot memory stats --json",
		Flags:       []cli.Flag{t.jsonFlag()},
		Action:      t.memoryStats,
	}
}

// holdings is what the memory holds, as JSON shows it.
type holdings struct {
	Entries    int         `json:"entries"`
	Superseded int         `json:"superseded"`
	Bytes      int64       `json:"bytes"`
	Pairs      []holding   `json:"pairs"`
	Origins    []originRow `json:"origins"`
}

type holding struct {
	From     string         `json:"from"`
	To       string         `json:"to"`
	Count    int            `json:"count"`
	Statuses map[string]int `json:"statuses"`
}

type originRow struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Entries int    `json:"entries"`
}

func (t *tool) memoryStats(c *cli.Context) error {
	if err := unread(c, 0); err != nil {
		return err
	}
	out := holdings{Pairs: []holding{}, Origins: []originRow{}}
	err := withMemory(memory.Read, func(_ *project, s *memory.Store) error {
		if s == nil {
			return nil
		}
		stats, err := s.Stats()
		out.take(stats)
		return err
	})
	switch {
	case err != nil:
		return err
	case c.Bool("json"):
		return t.json(out)
	}
	t.showHoldings(out)
	return nil
}

func (h *holdings) take(s memory.Stats) {
	h.Entries, h.Superseded, h.Bytes = s.Entries, s.Superseded, s.Bytes
	for _, p := range s.Pairs {
		one := holding{From: p.From.String(), To: p.To.String(), Statuses: map[string]int{}}
		for status, n := range p.Statuses {
			one.Statuses[string(status)] = n
			one.Count += n
		}
		h.Pairs = append(h.Pairs, one)
	}
	for _, o := range s.Origins {
		h.Origins = append(h.Origins, originRow{o.Origin.Name, string(o.Origin.Kind), o.Entries})
	}
}

func (t *tool) showHoldings(h holdings) {
	t.println(t.say("memory-holds", "Count", h.Entries))
	if h.Entries == 0 {
		return
	}
	var pairs, origins [][]string
	for _, p := range h.Pairs {
		pairs = append(pairs, []string{p.From, p.To, strconv.Itoa(p.Count)})
	}
	for _, o := range h.Origins {
		origins = append(origins, []string{o.Name, strconv.Itoa(o.Entries)})
	}
	t.table([]string{t.say("column-source"), t.say("column-language"), t.say("column-count")}, pairs)
	t.table([]string{t.say("column-origin"), t.say("column-count")}, origins)
}
