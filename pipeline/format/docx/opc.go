package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
	"golang.org/x/text/encoding/unicode"

	"hexaglot/messages/fault"
)

// container is an Open Packaging Conventions package (ECMA-376 Part 2) in a
// ZIP archive: its entries in order, found by part name without regard to case.
type container struct {
	src    []byte
	limits Limits
	zip    *zip.Reader
	byName map[string]*zip.File

	related map[string][]relation // the relationships of the parts that were asked for
}

var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
)

func damaged(err error) error {
	return fault.New(fault.Input, "docx-damaged", "is damaged or cut short: its ZIP archive cannot be read").Wrap(err)
}

// openContainer opens an archive within limits; nothing is inflated.
//
// Errors, all of kind Input: docx-encrypted, docx-legacy, docx-damaged, those
// of checkEntries.
func openContainer(src []byte, limits Limits) (*container, error) {
	if bytes.HasPrefix(src, oleMagic) {
		return nil, compound(src)
	}
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, damaged(err)
	}
	c := &container{src: src, limits: limits, zip: z, byName: make(map[string]*zip.File, len(z.File)), related: map[string][]relation{}}
	return c, c.checkEntries()
}

// compound tells what an OLE2 compound file is: [MS-OFFCRYPTO] 2.3.1 puts an
// encrypted package into a stream of that name, in UTF-16.
func compound(src []byte) error {
	name, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String("EncryptedPackage")
	if bytes.Contains(src, []byte(name)) {
		return fault.New(fault.Input, "docx-encrypted", "is encrypted with a password")
	}
	return fault.New(fault.Input, "docx-legacy", "is a file of Word 97 (.doc) or another old format, whatever its name says")
}

// part gives the entry of a part, or nil.
func (c *container) part(name string) *zip.File {
	return c.byName[strings.ToLower(strings.TrimPrefix(name, "/"))]
}

// inflate inflates a part; progress is called with what there is so far.
func (c *container) inflate(f *zip.File, progress func(part []byte)) error {
	switch {
	case f.Flags&1 != 0:
		return fault.New(fault.Input, "docx-encrypted", "is encrypted with a password")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return damaged(zip.ErrAlgorithm)
	}
	if int64(f.UncompressedSize64) > c.limits.PartBytes {
		return tooLarge(f.UncompressedSize64, c.limits.PartBytes)
	}
	raw, err := c.raw(f)
	if err != nil {
		return err
	}
	if f.Method == zip.Store {
		return stored(f, raw, progress)
	}
	r := inflaters.Get().(io.Reader)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(raw), nil); err != nil {
		return damaged(err)
	}
	b, sum := make([]byte, f.UncompressedSize64), uint32(0)
	for at := 0; at < len(b); {
		n, err := io.ReadFull(r, b[at:min(at+slice/2, len(b))])
		if err != nil {
			return damaged(err)
		}
		sum = crc32.Update(sum, crc32.IEEETable, b[at:at+n])
		at += n
		progress(b[:at:len(b)])
	}
	if n, err := r.Read(make([]byte, 1)); n > 0 || !errors.Is(err, io.EOF) || sum != f.CRC32 {
		return damaged(zip.ErrChecksum)
	}
	return nil
}

// raw gives the bytes of an entry as they are in the archive.
func (c *container) raw(f *zip.File) ([]byte, error) {
	at, err := f.DataOffset()
	if err != nil {
		return nil, damaged(err)
	}
	end := at + int64(f.CompressedSize64)
	return c.src[at:end:end], nil
}

func stored(f *zip.File, raw []byte, progress func(part []byte)) error {
	if uint64(len(raw)) != f.UncompressedSize64 || crc32.ChecksumIEEE(raw) != f.CRC32 {
		return damaged(zip.ErrChecksum)
	}
	progress(raw)
	return nil
}

// xml inflates a part of XML; UTF-16 becomes UTF-8.
func (c *container) xml(f *zip.File) ([]byte, error) {
	var b []byte
	if err := c.inflate(f, func(part []byte) { b = part }); err != nil {
		return nil, err
	}
	return utf8XML(b)
}

// tree inflates and parses a part of XML: a large one at the same time.
func (c *container) tree(f *zip.File) (*tree, error) {
	if f.UncompressedSize64 < slice {
		b, err := c.xml(f)
		if err != nil {
			return nil, err
		}
		return parseXML(b, c.limits.Depth)
	}
	windows := make(chan []byte, f.UncompressedSize64/(slice/2)+1)
	var inflated error
	go func() {
		inflated = c.inflate(f, func(part []byte) { windows <- part })
		close(windows)
	}()
	s := newScanner(int(f.UncompressedSize64), c.limits.Depth)
	err := s.follow(windows)
	switch {
	case inflated != nil:
		return nil, inflated
	case err != nil:
		return nil, err
	case s.src == nil: // UTF-16
		b, err := c.xml(f)
		if err != nil {
			return nil, err
		}
		return parseXML(b, c.limits.Depth)
	}
	return s.finish()
}

// follow parses a part while it is inflated; UTF-16 is not parsed.
func (s *scanner) follow(windows <-chan []byte) (err error) {
	var part []byte
	for part = range windows {
		end := bytes.LastIndexByte(part, '>') + 1
		if err == nil && !isUTF16(part) && end > len(s.src) {
			err = s.window(part[:end:cap(part)], false)
		}
	}
	if err == nil && !isUTF16(part) {
		err = s.window(part, true)
	}
	return err
}

func isUTF16(b []byte) bool {
	return bytes.HasPrefix(b, []byte{0xfe, 0xff}) || bytes.HasPrefix(b, []byte{0xff, 0xfe})
}

// utf8XML turns UTF-16, the other encoding that ECMA-376 Part 2 allows for
// parts of XML, into UTF-8.
func utf8XML(b []byte) ([]byte, error) {
	if !isUTF16(b) {
		return b, nil
	}
	out, err := unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
	if err != nil {
		return nil, notWellFormed(0)
	}
	head, rest, ok := bytes.Cut(out, []byte("?>"))
	if !ok {
		return out, nil
	}
	for _, old := range []string{"UTF-16LE", "UTF-16BE", "UTF-16", "utf-16le", "utf-16be", "utf-16"} {
		head = bytes.Replace(head, []byte(old), []byte("UTF-8"), 1)
	}
	return append(append(head[:len(head):len(head)], "?>"...), rest...), nil
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(bytes.NewReader(nil)) }}
