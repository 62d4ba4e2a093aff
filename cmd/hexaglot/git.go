package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"hexaglot/messages/fault"
)

// attributesName is the file that tells git how files are merged.
const attributesName = ".gitattributes"

// installDriver makes git merge the catalogs of a project message by message:
// one line in the project's .gitattributes, and the driver in the settings of
// the repository.
func (t *tool) installDriver(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fault.New(fault.Input, "unreadable", "cannot be read").At(dir, 0).Wrap(err)
	}
	p := &project{dir: dir, root: root}
	defer p.close()
	data, err := p.read(configName, configLimit)
	if err == nil {
		p.config, err = parseConfig(p.shown(configName), data)
	}
	if err != nil {
		return err
	}
	if err := t.configureGit(dir); err != nil {
		return err
	}
	if err := p.addLine(attributesName, path.Join("/", path.Clean(p.Catalogs), "**", "*.toml")+" merge=hexaglot"); err != nil {
		return err
	}
	t.println(t.say("git-done", "File", p.shown(attributesName)))
	return nil
}

// configureGit names the driver in the settings of the repository of a folder.
func (t *tool) configureGit(dir string) error {
	for _, setting := range [][2]string{
		{"merge.hexaglot.name", t.say("merge-driver-usage")},
		{"merge.hexaglot.driver", "hexaglot merge-driver %O %A %B %P"},
	} {
		cmd := exec.Command("git", "-C", dir, "config", "--local", setting[0], setting[1])
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Run(); err != nil {
			return fault.New(fault.Input, "git-config", "git does not take the merge driver").At(filepath.ToSlash(dir), 0).Wrap(cause(err, said.String()))
		}
	}
	return nil
}

// cause gives what a program said before it failed, or why it did not run.
func cause(err error, said string) error {
	if said = strings.TrimSpace(said); said != "" {
		return errors.New(said)
	}
	return err
}

// addLine appends a line to a file of the project, unless it is there.
func (p *project) addLine(name, line string) error {
	data, err := p.read(name, configLimit)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for have := range strings.SplitSeq(string(data), "\n") {
		if strings.TrimSpace(have) == line {
			return nil
		}
	}
	if len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")) {
		data = append(data, '\n')
	}
	return p.writeAtomic(name, append(data, line+"\n"...))
}
