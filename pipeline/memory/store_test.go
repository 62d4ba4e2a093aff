package memory_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/memory"
)

func open(t testing.TB, path string) *memory.Store {
	t.Helper()
	s, err := memory.Open(path, "memory.db", memory.Write)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func entry(origin memory.Origin, src, trg string) memory.Entry {
	return memory.Entry{
		Lang: language.French, Text: src, Origin: origin,
		Translations: []memory.Translation{{Lang: language.English, Text: trg, Status: memory.Human}},
	}
}

func add(t testing.TB, s *memory.Store, all ...memory.Entry) memory.Report {
	t.Helper()
	report, err := s.Add(func(yield func(memory.Entry, error) bool) {
		for _, e := range all {
			if !yield(e, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// texts gives the translations of the exact entries, those added last first.
func texts(t testing.TB, s *memory.Store, src string) []string {
	t.Helper()
	all, err := s.Exact(language.French, src)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range all {
		for _, x := range e.Translations {
			out = append(out, x.Text)
		}
	}
	return out
}

var (
	letter = memory.Origin{Kind: memory.Circular, Name: "letter"}
	other  = memory.Origin{Kind: memory.Circular, Name: "other"}
	file   = memory.Origin{Kind: memory.Import, Name: "a.tmx"}
)

// Law 1: origins do not write over each other, a later translation of one
// origin replaces, and alternatives that come together are all kept.
func TestNothingIsOverwrittenSilently(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "memory.db"))
	defer s.Close()
	add(t, s, entry(letter, "Oui", "Yes"), entry(other, "Oui", "Aye"))
	if got := texts(t, s, "Oui"); !slices.Equal(got, []string{"Aye", "Yes"}) {
		t.Errorf("two origins: got %q", got)
	}
	if r := add(t, s, entry(letter, "Oui", "Yes!")); r != (memory.Report{Changed: 1}) {
		t.Errorf("replaced: got %+v", r)
	}
	stats, err := s.Stats()
	if err != nil || stats.Superseded != 1 || stats.Entries != 2 {
		t.Errorf("got %+v, %v", stats, err)
	}
	for range 2 {
		add(t, s, entry(file, "Non", "No"), entry(file, "Non", "Nay"))
		if got := texts(t, s, "Non"); !slices.Equal(got, []string{"Nay", "No"}) {
			t.Errorf("alternatives: got %q", got)
		}
	}
	add(t, s, entry(file, "Non", "No"), entry(file, "Non", "Not at all"))
	if got := texts(t, s, "Non"); !slices.Equal(got, []string{"Not at all", "No"}) {
		t.Errorf("a new edition: got %q", got)
	}
}

// Law 2: an addition that fails leaves nothing.
func TestAnAdditionIsAllOrNothing(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "memory.db"))
	defer s.Close()
	broken := errors.New("broken")
	_, err := s.Add(func(yield func(memory.Entry, error) bool) {
		for i := range 1000 {
			if !yield(entry(letter, fmt.Sprint(i), "x"), nil) {
				return
			}
		}
		yield(memory.Entry{}, broken)
	})
	if err == nil {
		t.Error("no error")
	}
	if got := texts(t, s, "7"); got != nil {
		t.Errorf("got %q", got)
	}
}

// TestMain saves entries one by one where it is started as a child.
func TestMain(m *testing.M) {
	if path := os.Getenv("MEMORY_CHILD"); path != "" {
		s, err := memory.Open(path, "memory.db", memory.Write)
		for i := 0; err == nil; i++ {
			text := fmt.Sprintf("%s-%d", os.Getenv("MEMORY_NAME"), i)
			_, err = s.Add(func(yield func(memory.Entry, error) bool) { yield(entry(letter, text, text), nil) })
			if err == nil {
				fmt.Println(text)
			}
		}
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// Two processes save at once and are killed: every entry that one of them
// reported is there.
func TestWhatWasReportedSurvivesAKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory.db")
	var reported []string
	for round := range 4 {
		var children []*exec.Cmd
		var lines []*bufio.Scanner
		for k := range 2 {
			c := exec.Command(os.Args[0])
			c.Env = append(os.Environ(), "MEMORY_CHILD="+path, fmt.Sprintf("MEMORY_NAME=%d-%d", round, k))
			out, err := c.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			children, lines = append(children, c), append(lines, bufio.NewScanner(out))
		}
		for k, scanner := range lines {
			for n := 0; n < 3+5*round && scanner.Scan(); n++ {
				reported = append(reported, scanner.Text())
			}
			if err := children[k].Process.Kill(); err != nil {
				t.Fatal(err)
			}
			for scanner.Scan() {
				reported = append(reported, scanner.Text())
			}
			_ = children[k].Wait() // killed
		}
	}
	if len(reported) < 80 {
		t.Fatalf("only %d entries were reported", len(reported))
	}
	s := open(t, path)
	defer s.Close()
	for _, text := range reported {
		if texts(t, s, text) == nil {
			t.Errorf("%s was reported and is lost", text)
		}
	}
	if _, err := s.Stats(); err != nil {
		t.Error(err)
	}
}

// A damaged file is reported or read rightly, and never written.
func TestADamagedMemoryIsNeverWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "memory.db")
	s := open(t, path)
	for i := range 300 {
		add(t, s, entry(letter, fmt.Sprintf("Le texte numéro %d", i), fmt.Sprintf("Text number %d", i)))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for at := 0; at < len(whole); at += 1499 {
		bytes := slices.Clone(whole)
		for k := at; k < min(at+40, len(bytes)); k++ {
			bytes[k] ^= 0xa5
		}
		if err := os.WriteFile(path, bytes, 0o644); err != nil {
			t.Fatal(err)
		}
		if !usable(t, path) {
			refused++
			now, err := os.ReadFile(path)
			if err != nil || !slices.Equal(now, bytes) {
				t.Fatalf("damaged at %d: the file was written", at)
			}
		}
	}
	if refused < 10 {
		t.Errorf("only %d damages were noticed", refused)
	}
}

// usable looks all entries up; it fails the test where one is told wrongly.
func usable(t *testing.T, path string) bool {
	s, err := memory.Open(path, "memory.db", memory.Read)
	if err != nil {
		known(t, err)
		return false
	}
	defer s.Close()
	for i := range 300 {
		all, err := s.Exact(language.French, fmt.Sprintf("Le texte numéro %d", i))
		if err != nil {
			known(t, err)
			return false
		}
		for _, e := range all {
			if want := fmt.Sprintf("Text number %d", i); e.Translations[0].Text != want {
				t.Errorf("got %q, want %q", e.Translations[0].Text, want)
			}
		}
	}
	return true
}

func known(t *testing.T, err error) {
	t.Helper()
	for _, id := range []string{"memory-damaged", "memory-foreign", "memory-newer", "memory-failed"} {
		if errors.Is(err, &fault.Error{ID: id}) {
			return
		}
	}
	t.Errorf("got %v", err)
}

func TestForeignFilesAreRefused(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte("these are my notes"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, mode := range []memory.Mode{memory.Read, memory.Write} {
		if _, err := memory.Open(text, "notes.txt", mode); !errors.Is(err, &fault.Error{ID: "memory-foreign"}) {
			t.Errorf("got %v", err)
		}
	}
	if data, _ := os.ReadFile(text); string(data) != "these are my notes" {
		t.Errorf("the file was written: %q", data)
	}
}

// Two goroutines look up while a third adds.
func TestReadersAndAWriter(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "memory.db"))
	defer s.Close()
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := range 50 {
			add(t, s, entry(letter, fmt.Sprint(i), "x"))
		}
	}()
	for {
		select {
		case <-done:
			return
		case <-time.After(time.Millisecond):
			texts(t, s, "3")
		}
	}
}
