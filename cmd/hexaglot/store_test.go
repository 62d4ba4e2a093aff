package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

func tempProject(t *testing.T) *project {
	t.Helper()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return &project{config: config{Catalogs: "messages", Out: "out"}, dir: dir, root: root}
}

func content(t *testing.T, p *project, name string) string {
	t.Helper()
	data, err := p.read(name, 1<<20)
	if errors.Is(err, fs.ErrNotExist) {
		return "(none)"
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A crash is any prefix of the steps of a commit: whatever was done before it,
// the next command finds all of the old files or makes all of the new ones.
func TestCommitIsAllOrNothing(t *testing.T) {
	old := map[string]string{"messages/a/one": "old one", "messages/a/two": "old two", "messages/a/three": "(none)"}
	fresh := map[string]string{"messages/a/one": "new one", "messages/a/two": "(none)", "messages/a/three": "new three"}
	steps := []func(*testing.T, *project){
		func(t *testing.T, p *project) { mustWrite(t, p, "messages/a/.one.new", "new one") },
		func(t *testing.T, p *project) { mustWrite(t, p, "messages/a/.three.new", "new three") },
		func(t *testing.T, p *project) {
			mustWrite(t, p, p.journal(), "rename\t\"messages/a/one\"\nremove\t\"messages/a/two\"\nrename\t\"messages/a/three\"\nend\n")
		},
		func(t *testing.T, p *project) { must(t, p.carryOut("rename", "messages/a/one")) },
		func(t *testing.T, p *project) { must(t, p.carryOut("remove", "messages/a/two")) },
		func(t *testing.T, p *project) { must(t, p.carryOut("rename", "messages/a/three")) },
	}
	for crash := range len(steps) + 1 {
		p := tempProject(t)
		mustWrite(t, p, "messages/a/one", "old one")
		mustWrite(t, p, "messages/a/two", "old two")
		for _, step := range steps[:crash] {
			step(t, p)
		}
		release, err := p.lock()
		if err != nil {
			t.Fatal(err)
		}
		release()
		want := old
		if crash >= 3 {
			want = fresh
		}
		for name, text := range want {
			if got := content(t, p, name); got != text {
				t.Errorf("crash after %d steps: %s: got %q, want %q", crash, name, got, text)
			}
		}
	}
}

func TestCommitLeavesNothingBehind(t *testing.T) {
	p := tempProject(t)
	release, err := p.lock()
	must(t, err)
	defer release()
	must(t, p.commit([]file{{Name: "messages/a/one", Data: []byte("1")}, {Name: "messages/a/two", Data: []byte("2")}}))
	entries, err := os.ReadDir(filepath.Join(p.dir, "messages", "a"))
	must(t, err)
	if len(entries) != 2 {
		t.Errorf("%v", entries)
	}
}

// A journal that somebody else wrote reaches nothing but catalogs.
func TestJournalReachesCatalogsOnly(t *testing.T) {
	p := tempProject(t)
	mustWrite(t, p, "letter.fr.md", "text")
	for _, name := range []string{"letter.fr.md", "messages/../letter.fr.md", "../x", "/etc/passwd"} {
		mustWrite(t, p, p.journal(), "remove\t"+strconv.Quote(name)+"\nend\n")
		release, err := p.lock()
		must(t, err)
		release()
	}
	if got := content(t, p, "letter.fr.md"); got != "text" {
		t.Errorf("got %q", got)
	}
}

func TestLinksOutOfTheProjectAreNotFollowed(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret")
	must(t, os.WriteFile(outside, []byte("secret"), 0o600))
	p := tempProject(t)
	must(t, os.Symlink(outside, filepath.Join(p.dir, "letter.fr.md")))
	if _, err := p.read("letter.fr.md", 1<<20); err == nil {
		t.Error("a link out of the project was read")
	}
	must(t, os.MkdirAll(filepath.Join(p.dir, "messages"), 0o755))
	must(t, os.Symlink(outside, filepath.Join(p.dir, "messages", ".one.new")))
	must(t, p.replace("messages/one", beside("messages/one"), []byte("mine"), true))
	data, err := os.ReadFile(outside)
	must(t, err)
	if string(data) != "secret" {
		t.Errorf("a link out of the project was written through: %q", data)
	}
}

func TestReadIsBounded(t *testing.T) {
	p := tempProject(t)
	mustWrite(t, p, "big.md", strings.Repeat("x", 2000))
	if _, err := p.read("big.md", 1000); err == nil || !strings.Contains(err.Error(), "big.md: is larger") {
		t.Errorf("got %v", err)
	}
}

func mustWrite(t *testing.T, p *project, name, text string) {
	t.Helper()
	must(t, p.writeAtomic(name, []byte(text)))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Names may hold anything that a file system allows.
func TestCommitOfStrangeNames(t *testing.T) {
	p := tempProject(t)
	release, err := p.lock()
	must(t, err)
	defer release()
	for _, name := range []string{"messages/a\nb/one", "messages/tab\there/one", "messages/“日本” \"x\"/one"} {
		must(t, p.commit([]file{{Name: name, Data: []byte("1")}}))
		if got := content(t, p, name); got != "1" {
			t.Errorf("%q: got %q", name, got)
		}
	}
}

// A catalog that could not be read again is not written.
func TestCommitIsBounded(t *testing.T) {
	p := tempProject(t)
	err := p.commit([]file{{Name: "messages/a/one", Data: []byte("1")}, {Name: "messages/a/two", Data: make([]byte, catalogLimit+1)}})
	if err == nil || content(t, p, "messages/a/one") != "(none)" {
		t.Errorf("got %v", err)
	}
}

// Two that write one file at once both succeed, and it is one of the two.
func TestWriteAtomicSideBySide(t *testing.T) {
	p := tempProject(t)
	texts := []string{strings.Repeat("a", 1<<16), strings.Repeat("b", 1<<16)}
	var g sync.WaitGroup
	for _, text := range texts {
		g.Go(func() {
			for range 50 {
				if err := p.writeAtomic("out/one", []byte(text)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	g.Wait()
	if got := content(t, p, "out/one"); got != texts[0] && got != texts[1] {
		t.Errorf("got %.20q…", got)
	}
	entries, err := os.ReadDir(filepath.Join(p.dir, "out"))
	must(t, err)
	if len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// What standard output does not take is told, with exit code 3.
func TestUnwritableOutput(t *testing.T) {
	var stderr strings.Builder
	full := errorWriter{errors.New("no space left on device")}
	if code := run([]string{"--version"}, full, &stderr, func(string) string { return "" }); code != 3 {
		t.Errorf("exit code %d: %s", code, stderr.String())
	}
}

type errorWriter struct{ err error }

func (w errorWriter) Write([]byte) (int, error) { return 0, w.err }

// The catalogs may lie in the project's own folder.
func TestCommitBesideTheCirculars(t *testing.T) {
	p := tempProject(t)
	p.Catalogs = "."
	must(t, p.commit([]file{{Name: "letter/active.fr.toml", Data: []byte("1")}}))
	if got := content(t, p, "letter/active.fr.toml"); got != "1" {
		t.Errorf("got %q", got)
	}
}
