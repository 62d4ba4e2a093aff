package exchange

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"

	"hexaglot/messages/fault"
)

// decode gives a text as UTF-8 without its byte order mark. A file in UTF-16,
// as spreadsheets save "Unicode text", is known by that mark.
func decode(name string, data []byte) ([]byte, error) {
	if err := bounded(name, data); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		if text, err := utf16.NewDecoder().Bytes(data); err == nil {
			return text, nil
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if i := invalid(data); i >= 0 {
		line := 1 + bytes.Count(data[:i], []byte("\n"))
		return nil, fault.New(fault.Input, "exchange-encoding", "the text is neither UTF-8 nor UTF-16").At(name, line)
	}
	return data, nil
}

// invalid gives the offset of the first byte that is not UTF-8, or -1.
func invalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
