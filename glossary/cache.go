package glossary

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// edition counts the forms that Compile has written. Whoever changes what it
// writes, or how a text is cut into words, raises it; the sheets of the
// languages are counted in by themselves.
const edition = 2

// Key names the compiled form of a termbase that is read from sources, in
// their order: a SHA-256 of them, of the sheets of the languages and of the
// edition of this package, in 64 hexadecimal digits. It is the name of a file,
// the key of Compile, Load and Open, and changes whenever the
// compiled form would.
//
// A termbase of some megabytes or more is kept compiled by this protocol; a
// smaller one parses faster than its cache is read.
//
//  1. key := Key(sources...); the cache is <user's cache folder>/hexaglot/<key>.hxg.
//  2. Load the file with the key. If that succeeds, all is done.
//  3. If the file is absent or Load refuses it, Parse and Merge the sources,
//     Compile, write to a new temporary file in the same folder and rename it
//     to its name. If that fails, go on with the termbase that was parsed: a
//     cache that cannot be written is no failure.
//  4. After writing, other .hxg files not touched for 30 days may be deleted.
//
// No lock is needed: the name says what is inside, Compile gives the same bytes
// for the same termbase, and a rename is seen whole or not at all. So two
// processes at worst do the same work twice. A file that changes, is cut off or
// belongs to another program never opens, and is replaced.
//
// A source too large to be read at each start may stand for itself by its path,
// its size and its time of change, as in fmt.Appendf(nil, "%s %d %d", …).
func Key(sources ...[]byte) string {
	h := sha256.New()
	h.Write([]byte(code()))
	for _, src := range sources {
		_ = binary.Write(h, binary.LittleEndian, uint64(len(src)))
		h.Write(src)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// code is the part of a key that stands for this package.
var code = sync.OnceValue(func() string {
	h := sha256.New()
	put := func(s string) { h.Write(appendText(nil, s)) }
	put(unicode.Version)
	put(norm.Version)
	for _, g := range grammars() {
		put(g.lang.String())
		put(g.paradigms)
		put(g.irregular)
		h.Write([]byte{edition, byte(g.minStem)})
	}
	return string(h.Sum(nil))
})
