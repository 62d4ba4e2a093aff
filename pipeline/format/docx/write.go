package docx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"

	"golang.org/x/text/language"

	"hexaglot/messages/fault"
	"hexaglot/pipeline/document"
)

// archive is what the writer needs of the file that was read.
type archive struct {
	container *container
	fonts     Fonts
	parts     map[*zip.File]partPlan
	followers []follower
}

// partPlan says what becomes of an entry.
type partPlan struct {
	kind  partKind
	index int  // in Document.Parts, or -1
	dirty bool // it is rewritten even where nothing was translated
}

func (a *archive) add(f *zip.File, kind partKind, index int, dirty bool) {
	if a.parts == nil {
		a.parts = map[*zip.File]partPlan{}
	}
	a.parts[f] = partPlan{kind, index, dirty}
}

// Write writes the document in lang: the bytes that were read, where nothing
// was translated, lang is the document's own and no tracked change was
// accepted. Otherwise the entries keep their order, names and times; those that
// do not change are copied as they are, deflated.
//
// Errors: docx-foreign, of kind Input, for a document that Read did not make,
// and those of w.
func Write(w io.Writer, d *document.Document, lang language.Tag) error {
	a, ok := d.Data.(*archive)
	if !ok {
		return fault.New(fault.Input, "docx-foreign", "cannot be written as a Word file: it was not read from one")
	}
	for _, f := range a.followers {
		f.led()
	}
	turned := turns(d.Lang, lang)
	if !turned && !a.changed(d) {
		_, err := w.Write(a.container.src)
		return err
	}
	z := zip.NewWriter(w)
	for _, f := range a.container.zip.File {
		if err := a.entry(z, f, d, lang); err != nil {
			return err
		}
	}
	if err := z.SetComment(a.container.zip.Comment); err != nil {
		return err
	}
	return z.Close()
}

// turns reports whether two languages differ in more than their region.
func turns(from, to language.Tag) bool {
	a, _ := from.Base()
	b, _ := to.Base()
	return a != b
}

func (a *archive) changed(d *document.Document) bool {
	for _, plan := range a.parts {
		if plan.dirty {
			return true
		}
	}
	for _, u := range d.Units {
		if u.Changed() {
			return true
		}
	}
	return false
}

// entry copies an entry, or writes it anew.
func (a *archive) entry(z *zip.Writer, f *zip.File, d *document.Document, lang language.Tag) error {
	plan, ok := a.parts[f]
	if !ok {
		return a.copy(z, f)
	}
	xml, fresh, err := a.xml(f, plan, d, lang)
	if err != nil {
		return err
	}
	if !fresh {
		return a.copy(z, f)
	}
	return writeEntry(z, f, xml)
}

// copy writes an entry as it is.
func (a *archive) copy(z *zip.Writer, f *zip.File) error {
	raw, err := a.container.raw(f)
	if err != nil {
		return err
	}
	h := f.FileHeader
	w, err := z.CreateRaw(&h)
	if err != nil {
		return err
	}
	_, err = w.Write(raw)
	return err
}

// xml gives the bytes of a part in lang, in slices; fresh says that they differ
// from the source's.
func (a *archive) xml(f *zip.File, plan partPlan, d *document.Document, lang language.Tag) (xml [][]byte, fresh bool, err error) {
	turned := turns(d.Lang, lang) && plan.kind != partFontTable
	var chunks []document.Chunk
	if plan.index >= 0 {
		chunks = d.Parts[plan.index].Skeleton
	}
	fresh = plan.dirty || touched(chunks)
	switch {
	case turned:
		return a.turn(f, plan.kind, chunks, target{From: d.Lang, To: lang, Fonts: a.fonts}, fresh)
	case !fresh:
		return nil, false, nil
	default:
		return appendParallel(chunks), true, nil
	}
}

// turn gives a part, of which chunks may hold translations, another language,
// direction and fonts.
func (a *archive) turn(f *zip.File, kind partKind, chunks []document.Chunk, t target, fresh bool) ([][]byte, bool, error) {
	var before []byte
	if chunks != nil {
		before = slices.Concat(appendParallel(chunks)...)
	} else {
		var err error
		if before, err = a.container.xml(f); err != nil {
			return nil, false, err
		}
	}
	after, err := retarget(before, kind, t)
	if err != nil {
		return nil, false, err
	}
	return sliced(after), fresh || !bytes.Equal(before, after), nil
}

func touched(chunks []document.Chunk) bool {
	for _, c := range chunks {
		if c.Unit != nil && c.Unit.Changed() {
			return true
		}
	}
	return false
}

// appendParallel gives the bytes of chunks, in slices that are made at the same
// time.
func appendParallel(chunks []document.Chunk) [][]byte {
	total := size(chunks)
	n := slicesOf(total)
	out := make([][]byte, n)
	cuts := cutChunks(chunks, total, n)
	each(n, func(i int) {
		out[i] = document.AppendChunks(make([]byte, 0, total/n+total/n/6+64), cuts[i])
	})
	return out
}

// cutChunks cuts chunks into n lists of about the same number of bytes.
func cutChunks(chunks []document.Chunk, total, n int) [][]document.Chunk {
	out := make([][]document.Chunk, n)
	from, bytes := 0, 0
	for i, at := 0, 0; at < len(chunks); at++ {
		bytes += len(chunks[at].Raw)
		if i < n-1 && bytes > total/n*(i+1) || at == len(chunks)-1 {
			out[i] = chunks[from : at+1]
			from, i = at+1, i+1
		}
	}
	return out
}

// size gives the bytes that chunks have in the source.
func size(chunks []document.Chunk) int {
	n := 0
	for _, c := range chunks {
		n += len(c.Raw)
	}
	return n
}

// writeEntry writes an entry with new bytes, and with the name, time, comment
// and extra fields of the old one.
func writeEntry(z *zip.Writer, f *zip.File, xml [][]byte) error {
	h := f.FileHeader
	h.Flags &^= 0x8
	h.Extra = withoutZip64(h.Extra)
	h.CRC32, h.UncompressedSize64 = 0, 0
	for _, one := range xml {
		h.CRC32 = crc32.Update(h.CRC32, crc32.IEEETable, one)
		h.UncompressedSize64 += uint64(len(one))
	}
	data := xml
	if h.Method != zip.Store {
		h.Method = zip.Deflate
		var err error
		if data, err = deflate(xml); err != nil {
			return err
		}
	}
	h.CompressedSize64 = 0
	for _, one := range data {
		h.CompressedSize64 += uint64(len(one))
	}
	w, err := z.CreateRaw(&h)
	if err != nil {
		return err
	}
	for _, one := range data {
		if _, err := w.Write(one); err != nil {
			return err
		}
	}
	return nil
}

// withoutZip64 drops the extra field that holds 64-bit sizes (APPNOTE 4.5.3).
func withoutZip64(extra []byte) []byte {
	var out []byte
	for len(extra) >= 4 {
		n := 4 + int(binary.LittleEndian.Uint16(extra[2:]))
		if n > len(extra) {
			return out
		}
		if binary.LittleEndian.Uint16(extra) != 1 {
			out = append(out, extra[:n]...)
		}
		extra = extra[n:]
	}
	return out
}
