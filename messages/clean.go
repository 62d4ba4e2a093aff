package messages

import (
	"bytes"
	"unicode/utf8"

	"hexaglot/messages/fault"
)

const maxBytes = 64 << 20 // of a file

// clean checks data as text and gives it with \n as its only line end, and
// without a byte order mark.
func clean(data []byte) ([]byte, error) {
	if len(data) > maxBytes {
		return nil, fault.New(fault.Input, "catalog-size",
			"the catalog is larger than {Limit} MiB", "Limit", maxBytes>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if !utf8.Valid(data) {
		at := invalid(data)
		return nil, fault.New(fault.Input, "catalog-utf8",
			"the file is not UTF-8 text").At("", lineAt(data, at))
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return nil, nul().At("", lineAt(data, at))
	}
	return data, conflict(data)
}

func nul() *fault.Error {
	return fault.New(fault.Input, "catalog-nul", "the file holds a NUL character")
}

// invalid gives the offset of the first byte of data that is not UTF-8.
func invalid(data []byte) int {
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return len(data)
}

func lineAt(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }

// conflictMarks are what version control leaves at the start of a line.
var conflictMarks = []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"}

// conflict looks for a version conflict that nobody has resolved.
func conflict(data []byte) error {
	for _, mark := range conflictMarks {
		for at := 0; ; {
			i := bytes.Index(data[at:], []byte(mark))
			if i < 0 {
				break
			}
			at += i
			end := at + len(mark)
			if (at == 0 || data[at-1] == '\n') && (end == len(data) || data[end] == ' ' || data[end] == '\n') {
				return fault.New(fault.Input, "catalog-conflict",
					"a conflict between two versions of the file is not resolved: {Mark}",
					"Mark", mark).At("", lineAt(data, at))
			}
			at = end
		}
	}
	return nil
}
