package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// keeper is a project with a memory.
type keeper struct {
	testing.TB
	dir string
}

// newKeeper makes a project of n circulars of three sentences, translated into
// English, and a TMX file of n units.
func newKeeper(t testing.TB, n int) *keeper {
	k := &keeper{t, t.TempDir()}
	k.write("hexaglot.toml", "source = \"fr\"\ntargets = [\"en\"]\n")
	var units strings.Builder
	units.WriteString(`<tmx version="1.4"><header srclang="fr"/><body>` + "\n")
	for i := range n {
		k.write(fmt.Sprintf("letter-%d.fr.txt", i), fmt.Sprintf("La lettre porte le numéro %d.\n\nLe Conseil siège en salle %d.\n\nFin de la lettre %d.\n", i, i, i))
		fmt.Fprintf(&units, `<tu><tuv xml:lang="fr"><seg>La Conférence adopte la Résolution %d.</seg></tuv><tuv xml:lang="en"><seg>The Conference adopts Resolution %d.</seg></tuv></tu>`+"\n", i, i)
	}
	k.write("units.tmx", units.String()+"</body></tmx>\n")
	k.must("extract", ".")
	catalogs, err := filepath.Glob(filepath.Join(k.dir, "messages", "*", "active.fr.toml"))
	if err != nil || len(catalogs) != n {
		t.Fatalf("%d catalogs, %v", len(catalogs), err)
	}
	for _, name := range catalogs {
		accept(t, name)
	}
	return k
}

func (k *keeper) path(name string) string { return filepath.Join(k.dir, name) }

func (k *keeper) write(name, text string) {
	k.Helper()
	if err := os.WriteFile(k.path(name), []byte(text), 0o644); err != nil {
		k.Fatal(err)
	}
}

func (k *keeper) read(name string) []byte {
	k.Helper()
	data, err := os.ReadFile(k.path(name))
	if err != nil {
		k.Fatal(err)
	}
	return data
}

// command gives the program, to be run in the project.
func (k *keeper) command(args ...string) *exec.Cmd {
	cmd := exec.Command("hexaglot", args...)
	cmd.Dir = k.dir
	return cmd
}

// try runs the program and gives its exit code and what it said.
func (k *keeper) try(args ...string) (code int, said string) {
	cmd := k.command(args...)
	var all bytes.Buffer
	cmd.Stdout, cmd.Stderr = &all, &all
	_ = cmd.Run() // the code tells
	return cmd.ProcessState.ExitCode(), all.String()
}

func (k *keeper) must(args ...string) string {
	k.Helper()
	out, err := k.command(args...).CombinedOutput()
	if err != nil {
		k.Fatalf("%q: %v\n%s", args, err, out)
	}
	return string(out)
}

// entries counts the entries of the memory, which must be sound.
func (k *keeper) entries() int {
	k.Helper()
	var out struct{ Entries int }
	if err := json.Unmarshal([]byte(k.must("memory", "stats", "--json")), &out); err != nil {
		k.Fatal(err)
	}
	return out.Entries
}

// Whatever is damaged in the file of a memory, every command tells it, says what
// to do, and leaves the file as it is; a version is built nevertheless.
func TestADamagedMemoryIsToldByEveryCommand(t *testing.T) {
	k := newKeeper(t, 30)
	k.must("memory", "add")
	whole := k.read("memory.db")
	damages := map[string]func(data []byte) []byte{
		"cut in half":           func(data []byte) []byte { return data[:len(data)/2] },
		"cut in a page":         func(data []byte) []byte { return data[:len(data)-100] },
		"another application":   func(data []byte) []byte { copy(data[68:], "abcd"); return data },
		"a later version":       func(data []byte) []byte { data[63] = 99; return data },
		"its beginning is lost": func(data []byte) []byte { copy(data, make([]byte, 512)); return data },
		"the schema is lost":    func(data []byte) []byte { copy(data[100:], bytes.Repeat([]byte{0xa5}, 900)); return data },
		"a page is lost":        func(data []byte) []byte { copy(data[2*4096:], bytes.Repeat([]byte{0xa5}, 4096)); return data },
	}
	commands := [][]string{
		{"memory", "match", "Fin de la lettre 3.", "--to", "en"},
		{"memory", "search", "lettre"},
		{"memory", "add"},
		{"memory", "import", "units.tmx"},
		{"memory", "export", "out.tmx", "--force"},
		{"memory", "stats"},
		{"memory", "delete", "--origin", "letter-3", "--write"},
		{"memory", "delete", "--origin", "letter-3"},
		{"extract", "."},
		{"export", ".", "--format", "xliff", "--force"},
		{"build", "."},
	}
	for name, damage := range damages {
		broken := damage(slices.Clone(whole))
		for _, args := range commands {
			k.write("memory.db", string(broken))
			code, said := k.try(args...)
			want := 3
			if args[0] == "build" {
				want = 0
			}
			if code != want || !strings.Contains(said, "memory.db: ") || !strings.Contains(said, "→") {
				t.Errorf("%s: %q: exit %d\n%s", name, args, code, said)
			}
			if !bytes.Equal(k.read("memory.db"), broken) {
				t.Errorf("%s: %q wrote the file", name, args)
			}
		}
	}
}

// Several commands that save at once lose nothing.
func TestSeveralCommandsSaveAtOnce(t *testing.T) {
	k := newKeeper(t, 40)
	all := [][]string{{"memory", "add"}, {"memory", "add"}, {"memory", "import", "units.tmx"}, {"build", "."}, {"memory", "import", "units.tmx"}}
	var done sync.WaitGroup
	for _, args := range all {
		done.Go(func() {
			if code, said := k.try(args...); code != 0 || strings.Contains(said, "→") {
				t.Errorf("%q: exit %d\n%s", args, code, said)
			}
		})
	}
	done.Wait()
	if n := k.entries(); n != 3*40+40 {
		t.Errorf("%d entries", n)
	}
	if said := k.must("memory", "search", "Conférence Résolution 7"); !strings.Contains(said, "adopts Resolution 7.") {
		t.Errorf("%s", said)
	}
}

// A command that is killed leaves a memory with all of what it was saving, or
// with none of it, and what was saved before.
func TestAKilledCommandLeavesASoundMemory(t *testing.T) {
	k := newKeeper(t, 300)
	k.write("first.tmx", strings.ReplaceAll(string(k.read("units.tmx")), "Conférence", "Commission"))
	k.must("memory", "import", "first.tmx")
	const first = 300
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 8 {
		args, more := []string{"memory", "import", "units.tmx"}, 300
		if round%2 == 1 {
			args, more = []string{"build", "."}, 900
		}
		before := k.entries()
		cmd := k.command(args...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.IntN(120)) * time.Millisecond)
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
		if n := k.entries(); n != before && n != before+more {
			t.Fatalf("%q: %d entries, %d before", args, n, before)
		}
	}
	k.must("memory", "import", "units.tmx")
	k.must("build", ".")
	if n := k.entries(); n != first+300+900 {
		t.Errorf("%d entries", n)
	}
	if said := k.must("memory", "match", "La Commission adopte la Résolution 2999.", "--to", "en"); !strings.Contains(said, "2999") {
		t.Errorf("%s", said)
	}
}
