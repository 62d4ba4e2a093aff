package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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
			mustWrite(t, p, p.journal(), "rename\tmessages/a/one\nremove\tmessages/a/two\nrename\tmessages/a/three\nend\n")
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
		mustWrite(t, p, p.journal(), "remove\t"+name+"\nend\n")
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
	must(t, p.writeAtomic("messages/one", []byte("mine"), true))
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
	must(t, p.writeAtomic(name, []byte(text), false))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
