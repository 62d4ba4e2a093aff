package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const omegatProject = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>fr</source_lang><target_lang>ru</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
`

const omegatMemory = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="paragraph" o-tmf="OmegaT TMX" adminlang="EN-US" srclang="fr" datatype="plaintext"/><body>
<tu><tuv xml:lang="fr"><seg>Les PMA et les &lt;g0&gt;PEID&lt;/g0&gt; sont là.</seg></tuv><tuv xml:lang="ru"><seg>НРС и &lt;g0&gt;СИДС&lt;/g0&gt; участвуют.</seg></tuv></tu>
</body></tmx>
`

// TestOmegaT sends a circular through OmegaT: exported, translated there in
// console mode from its own project, and imported.
func TestOmegaT(t *testing.T) {
	omegat, err := exec.LookPath("omegat")
	if err != nil {
		t.Skip("omegat is not installed")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{
		"letter.fr.md":                "Madame, Monsieur,\n\nLes PMA et les **PEID** sont là.\n",
		"job/omegat.project":          omegatProject,
		"job/omegat/project_save.tmx": omegatMemory,
		"job/target/.keep":            "",
		"job/tm/.keep":                "",
		"job/glossary/.keep":          "",
		"job/dictionary/.keep":        "",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	hexaglot(t, "extract", "letter.fr.md", "--to", "ru")
	hexaglot(t, "export", "letter.fr.md", "--format", "xliff12", "--to", "ru", "--out", "job/source")
	command := exec.Command(omegat, "--config-dir="+filepath.Join(dir, "home"), filepath.Join(dir, "job"), "--mode=console-translate")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out := hexaglot(t, "import", "job/target/letter.ru.xlf", "--accept-drafts", "--json"); strings.Count(out, `"outcome": "taken"`) != 1 {
		t.Errorf("imported:\n%s", out)
	}
	active, err := os.ReadFile("messages/letter/active.ru.toml")
	if err != nil || !strings.Contains(string(active), "НРС и <b1>СИДС</b1> участвуют.") {
		t.Errorf("%s (%v)", active, err)
	}
}

// hexaglot runs one command line that must succeed, and gives what it prints.
func hexaglot(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(args, &stdout, &stderr, func(string) string { return "" }); code != 0 {
		t.Fatalf("%v: exit code %d\n%s%s", args, code, stdout.String(), stderr.String())
	}
	return stdout.String()
}
