package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// LibreOffice opens every language version of the example's Word file.
func TestLibreOfficeOpensTheExample(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed: the Word files are not opened")
	}
	if testing.Short() {
		t.Skip("LibreOffice takes its time")
	}
	out := t.TempDir()
	if code := silently("build", examples, "--out", out); code != 0 {
		t.Fatalf("exit %d", code)
	}
	files, err := filepath.Glob(filepath.Join(out, "*.docx"))
	if err != nil || len(files) != 6 {
		t.Fatalf("%d Word files (%v)", len(files), err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	defer cancel()
	args := append([]string{"--headless", "-env:UserInstallation=file://" + filepath.Join(out, "profile"), "--convert-to", "pdf", "--outdir", out}, files...)
	if text, err := exec.CommandContext(ctx, office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	for _, name := range files {
		pdf := name[:len(name)-len(".docx")] + ".pdf"
		if info, err := os.Stat(pdf); err != nil || info.Size() < 10_000 {
			t.Errorf("%s: no page came of it (%v)", filepath.Base(name), err)
		}
	}
}
