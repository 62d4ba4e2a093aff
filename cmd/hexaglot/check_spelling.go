package main

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"hexaglot/pipeline/check"
)

// dictionaries are the names that hunspell knows a language's dictionary by,
// the first that is installed is taken.
var dictionaries = map[string][]string{
	"ar": {"ar"}, "en": {"en_GB-oxendict", "en_GB", "en_US"}, "es": {"es_ES", "es"}, "fr": {"fr", "fr_FR"}, "ru": {"ru_RU", "ru"},
}

// speller holds one hunspell a language, started when it is first needed.
type speller struct {
	t       *tool
	wanted  bool
	running map[language.Tag]*hunspell
}

// of gives the spelling of a language; nil where it is not wanted, or there is
// no dictionary: that is said once.
func (s *speller) of(lang language.Tag) check.Speller {
	if !s.wanted || dictionaries[lang.String()] == nil {
		return nil
	}
	h, known := s.running[lang]
	if !known {
		h = startHunspell(lang)
		if s.running == nil {
			s.running = map[language.Tag]*hunspell{}
		}
		s.running[lang] = h
		if h == nil {
			fmt.Fprintln(s.t.stderr, "hexaglot: "+s.t.say("spelling-missing", "Language", s.t.say("language-"+lang.String())))
		}
	}
	if h == nil {
		return nil
	}
	return h.wrong
}

func (s *speller) close() {
	for _, h := range s.running {
		if h != nil {
			h.close()
		}
	}
}

// hunspell is a running "hunspell -a": a line of words in, a line for each word
// and an empty one out (hunspell(1), "-a").
type hunspell struct {
	mu    sync.Mutex
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
	known map[string]bool // by word: whether the dictionary has it
}

// startHunspell gives a running hunspell; nil where there is none for the
// language.
func startHunspell(lang language.Tag) *hunspell {
	for _, name := range dictionaries[lang.String()] {
		cmd := exec.Command("hunspell", "-a", "-i", "UTF-8", "-d", name)
		in, err := cmd.StdinPipe()
		if err != nil {
			return nil
		}
		out, err := cmd.StdoutPipe()
		if err != nil || cmd.Start() != nil {
			return nil
		}
		h := &hunspell{cmd: cmd, in: in, out: bufio.NewReader(out), known: map[string]bool{}}
		if greeting, err := h.out.ReadString('\n'); err == nil && strings.HasPrefix(greeting, "@") {
			return h
		}
		h.close()
	}
	return nil
}

func (h *hunspell) close() {
	h.in.Close()
	// hunspell ends with its input; how, tells nothing.
	_ = h.cmd.Wait()
}

// wrong gives those of the words that the dictionary does not have.
func (h *hunspell) wrong(words []string) []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []string
	for _, word := range words {
		if !h.has(word) {
			out = append(out, word)
		}
	}
	return out
}

// has asks for one word; the caret keeps it from being a command. A process
// that does not answer has every word.
func (h *hunspell) has(word string) bool {
	if right, known := h.known[word]; known {
		return right
	}
	right := true
	if _, err := io.WriteString(h.in, "^"+word+"\n"); err != nil {
		return true
	}
	for {
		line, err := h.out.ReadString('\n')
		if err != nil || strings.TrimSpace(line) == "" {
			break
		}
		if line[0] == '&' || line[0] == '#' {
			right = false
		}
	}
	h.known[word] = right
	return right
}
