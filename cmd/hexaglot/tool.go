package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/mattn/go-isatty"
	"github.com/urfave/cli/v2"
	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/messages/ui"
	"hexaglot/pipeline/locale"
)

// tool is what every command has at hand: a voice, and where to speak.
type tool struct {
	speaker        *ui.Speaker
	stdout, stderr io.Writer
	getenv         func(string) string
	unsaid         error // why standard output could not be written
}

// newTool takes --lang from the arguments, wherever it stands, and gives the
// rest of them. The tool is usable, in English, even with an error.
func newTool(args []string, stdout, stderr io.Writer, getenv func(string) string) (*tool, []string, error) {
	t := &tool{stdout: stdout, stderr: stderr, getenv: getenv}
	value, rest, given := takeFlag(args, "lang")
	tag, known := ui.Preferred(getenv), true
	if given {
		if tag, known = ui.Parse(value); !known {
			tag = ui.Preferred(getenv)
		}
	}
	speaker, err := speakerOf(tag)
	if err != nil {
		return t, rest, err
	}
	t.speaker = speaker
	if !known {
		return t, rest, unknownLanguage(value)
	}
	return t, rest, nil
}

// speakers are the voices that were needed, by language.
var speakers sync.Map

// speakerOf gives the speaker of a language, made once.
func speakerOf(lang language.Tag) (*ui.Speaker, error) {
	if s, ok := speakers.Load(lang); ok {
		return s.(*ui.Speaker), nil
	}
	s, err := ui.New(lang)
	if err == nil {
		speakers.Store(lang, s)
	}
	return s, err
}

// takeFlag removes --name VALUE or --name=VALUE from args.
func takeFlag(args []string, name string) (value string, rest []string, given bool) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return value, append(rest, args[i:]...), given
		case arg == "--"+name || arg == "-"+name:
			given = true
			if i++; i < len(args) {
				value = args[i]
			}
		case strings.HasPrefix(arg, "--"+name+"="):
			given = true
			value = strings.TrimPrefix(arg, "--"+name+"=")
		default:
			rest = append(rest, arg)
		}
	}
	return value, rest, given
}

// say tells a message in the user's language; args alternate names and values.
// Values may come from outside: what could steer a terminal is made visible.
func (t *tool) say(id string, args ...any) string {
	data := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		data[args[i].(string)] = args[i+1]
	}
	return t.sayData(id, data)
}

func (t *tool) sayData(id string, data map[string]any) string {
	if t.speaker == nil {
		return id
	}
	return t.speaker.Say(id, t.values(data))
}

// values prepares the values of a message: made visible, a list with the
// separator of the language, and isolated in a language written from right to
// left, so that a path or an option keeps its own direction (Unicode Standard
// Annex 9, section 2.4).
func (t *tool) values(data map[string]any) map[string]any {
	out := make(map[string]any, len(data))
	for name, value := range data {
		if list, ok := value.([]string); ok {
			value = strings.Join(list, t.speaker.Say("list-separator", nil))
		}
		if s, ok := value.(string); ok {
			s = visible(s)
			if locale.RightToLeft(t.speaker.Lang) {
				s = "\u2068" + s + "\u2069"
			}
			value = s
		}
		out[name] = value
	}
	return out
}

// println writes to standard output, and keeps the error where that fails.
func (t *tool) println(line string) {
	if _, err := fmt.Fprintln(t.stdout, line); err != nil {
		t.unsaid = err
	}
}

// report tells an error, and every error joined into it, and gives the exit
// code: the gravest of them.
func (t *tool) report(err error) int {
	if err == nil {
		return 0
	}
	code := 0
	for _, e := range flatten(err) {
		code = max(code, t.reportOne(e))
	}
	return code
}

func flatten(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range joined.Unwrap() {
			out = append(out, flatten(e)...)
		}
		return out
	}
	return []error{err}
}

func (t *tool) reportOne(err error) int {
	var silent exit
	if errors.As(err, &silent) {
		return int(silent)
	}
	var f *fault.Error
	if !errors.As(err, &f) {
		f = fault.New(fault.Input, "unexpected", "{Why}", "Why", err.Error())
	}
	fmt.Fprintln(t.stderr, t.tell(f))
	if t.speaker != nil {
		if hint, ok := t.speaker.Try(f.ID+"-hint", t.values(f.Args)); ok {
			fmt.Fprintln(t.stderr, "  "+paint(t.stderr, t.getenv, faint, "→ "+hint))
		}
	}
	return int(f.Kind)
}

// tell gives a fault in the user's language: "hexaglot: file:12: what: why".
func (t *tool) tell(f *fault.Error) string {
	text := t.what(f)
	if cause := t.cause(f.Err); cause != "" {
		text += ": " + cause
	}
	where := visible(f.Where())
	if where != "" {
		where += ": "
	}
	return paint(t.stderr, t.getenv, bold, "hexaglot: ") + where + text
}

// what gives a fault's own sentence, without its place and cause.
func (t *tool) what(f *fault.Error) string {
	if t.speaker != nil {
		if text, ok := t.speaker.Try(f.ID, t.values(f.Args)); ok {
			return text
		}
	}
	return visible(fault.Expand(f.Text, f.Args))
}

func (t *tool) cause(err error) string {
	if err == nil {
		return ""
	}
	var f *fault.Error
	if errors.As(err, &f) {
		return t.what(f)
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	for id, known := range osErrors {
		if errors.Is(err, known) {
			return t.say(id)
		}
	}
	return visible(err.Error())
}

// osErrors are the operating system's errors that the program tells in the
// user's language.
var osErrors = map[string]error{
	"os-not-exist":  os.ErrNotExist,
	"os-permission": os.ErrPermission,
	"os-exist":      os.ErrExist,
}

// exit ends a command with a code after it has said all there is to say.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

func unknownLanguage(name string) error {
	return fault.New(fault.Usage, "language-unknown", "{Language} is none of ar, zh, en, fr, ru, es", "Language", name)
}

// languages reads "ar,en" or "all"; every is what "all" means.
func languages(values []string, every []language.Tag) ([]language.Tag, error) {
	var out []language.Tag
	for _, value := range values {
		for name := range strings.SplitSeq(value, ",") {
			name = strings.TrimSpace(name)
			if name == "all" {
				return every, nil
			}
			tag, ok := ui.Parse(name)
			if !ok {
				return nil, unknownLanguage(name)
			}
			if !slices.Contains(out, tag) {
				out = append(out, tag)
			}
		}
	}
	return out, nil
}

// terminal reports whether w is a terminal.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// files gives the arguments of a command, "." where there are none.
func files(c *cli.Context) []string {
	if c.NArg() == 0 {
		return []string{"."}
	}
	return c.Args().Slice()
}
