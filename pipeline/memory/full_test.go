package memory

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
)

// Where the disk is full an addition fails as a whole, and what was saved
// before is there.
func TestAFullDiskLosesNothing(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "memory.db"), "memory.db", Write)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.db.SetMaxOpenConns(1) // max_page_count belongs to a connection
	fill := func(n int) error {
		_, err := s.Add(func(yield func(Entry, error) bool) {
			for i := range n {
				text := fmt.Sprintf("%d of %d", i, n)
				if !yield(Entry{Lang: language.French, Text: text, Translations: []Translation{{Lang: language.English, Text: text}}}, nil) {
					return
				}
			}
		})
		return err
	}
	if err := fill(10); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec("PRAGMA max_page_count = 60"); err != nil {
		t.Fatal(err)
	}
	if err := fill(100_000); !errors.Is(err, &fault.Error{ID: "memory-full"}) {
		t.Errorf("got %v", err)
	}
	stats, err := s.Stats()
	if err != nil || stats.Entries != 10 {
		t.Errorf("%d entries, %v", stats.Entries, err)
	}
}

// What an addition looks up is found through the index, however many circulars
// say the same.
func TestLookingUpReadsNoOtherRows(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "memory.db"), "memory.db", Write)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rows, err := s.db.Query("EXPLAIN QUERY PLAN "+lookUp, make([]any, 2*chunk)...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	plan := ""
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		plan += step + "\n"
	}
	if !strings.Contains(plan, "SEARCH entry USING INDEX entry_hash (hash=? AND origin=?)") {
		t.Errorf("the plan is\n%s", plan)
	}
}
