package docx

import (
	"archive/zip"
	"strings"

	"hexaglot/messages/fault"
)

// ratioFloor is the size below which no entry is taken for a bomb, in bytes.
const ratioFloor = 1 << 20

func tooLarge(size uint64, limit int64) error {
	return fault.New(fault.Input, "docx-too-large", "inflates to {Size} bytes, with {Limit} allowed", "Size", size, "Limit", limit)
}

// checkEntries looks at the directory of the archive, before anything is
// inflated, and fills byName.
//
// Errors, all of kind Input: docx-too-large, docx-too-many-files, docx-long-name,
// docx-bomb, docx-entry-name, docx-entry-twice, docx-damaged.
func (c *container) checkEntries() error {
	if n := len(c.zip.File); n > c.limits.Entries {
		return fault.New(fault.Input, "docx-too-many-files", "holds {Files} files, with {Limit} allowed", "Files", n, "Limit", c.limits.Entries)
	}
	var inflated, deflated uint64
	for _, f := range c.zip.File {
		if err := c.checkEntry(f); err != nil {
			return err
		}
		inflated += f.UncompressedSize64
		deflated += f.CompressedSize64
		if inflated > uint64(c.limits.TotalBytes) {
			return tooLarge(inflated, c.limits.TotalBytes)
		}
		if deflated > uint64(len(c.src)) {
			return damaged(zip.ErrFormat)
		}
	}
	return nil
}

func (c *container) checkEntry(f *zip.File) error {
	if len(f.Name) > c.limits.NameBytes {
		return fault.New(fault.Input, "docx-long-name", "holds a file with a name of {Size} bytes, with {Limit} allowed", "Size", len(f.Name), "Limit", c.limits.NameBytes)
	}
	if !safe(f.Name) {
		return fault.New(fault.Input, "docx-entry-name", "holds a file with the unsafe name {Name}", "Name", f.Name)
	}
	if at, err := f.DataOffset(); err != nil || f.CompressedSize64 > uint64(len(c.src)) || uint64(at)+f.CompressedSize64 > uint64(len(c.src)) {
		return damaged(zip.ErrFormat)
	}
	key := strings.ToLower(f.Name)
	if c.byName[key] != nil {
		return fault.New(fault.Input, "docx-entry-twice", "holds the file {Name} twice", "Name", f.Name)
	}
	c.byName[key] = f
	if f.UncompressedSize64 > uint64(c.limits.TotalBytes) {
		return tooLarge(f.UncompressedSize64, c.limits.TotalBytes)
	}
	if f.UncompressedSize64 > ratioFloor && f.UncompressedSize64/uint64(c.limits.Ratio) > f.CompressedSize64 {
		return fault.New(fault.Input, "docx-bomb", "holds {Name}, which inflates to more than {Limit} times its size", "Name", f.Name, "Limit", c.limits.Ratio)
	}
	return nil
}

// safe reports whether a name stays inside the archive: relative, with forward
// slashes, and without a step upwards (ECMA-376 Part 2, annex B).
func safe(name string) bool {
	if name == "" || strings.HasPrefix(name, "/") || strings.ContainsAny(name, "\\\x00:") {
		return false
	}
	for _, step := range strings.Split(name, "/") {
		if step == ".." || step == "." {
			return false
		}
	}
	return true
}
