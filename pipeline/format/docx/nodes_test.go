package docx

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"
)

// A translation differs from its source in text only. TestNodes proves it for
// every part of the corpus, atom by atom: an atom is a character with the
// formatting that it is seen in, or any other byte of the part outside the
// start tags and the properties of runs. Left out is the noise that doc.go
// lists: Word's own bookmarks, proofErr, lastRenderedPageBreak.
func TestNodes(t *testing.T) {
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sameNodes(t, src)
		})
	}
}

func sameNodes(t *testing.T, src []byte) {
	t.Helper()
	d, err := Read(src, language.French, Options{})
	if err != nil {
		return
	}
	translate(d)
	after, err := openContainer(written(t, d), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	before := d.Data.(*archive).container
	for _, p := range d.Parts {
		if p.Name == "docProps/core.xml" {
			continue
		}
		a, b := atomsOf(t, before, p.Name), atomsOf(t, after, p.Name)
		if len(a) != len(b) {
			t.Errorf("%s: %d atoms, then %d", p.Name, len(a), len(b))
		}
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("%s: atom %d:\n%s\n%s", p.Name, i, a[max(0, i-3):i+1], b[max(0, i-3):i+1])
			}
		}
	}
}

func atomsOf(t *testing.T, c *container, name string) []string {
	t.Helper()
	x, err := c.tree(c.part(name))
	if err != nil {
		t.Fatal(err)
	}
	var sheet *tree
	if f := c.part("word/styles.xml"); f != nil {
		if sheet, err = c.tree(f); err != nil {
			t.Fatal(err)
		}
	}
	a := &atoms{walker: walker{story: newStory(x, newStyleSheet(sheet, nil), scriptLatin, nil)}}
	a.element(0)
	return a.out
}

type atoms struct {
	walker
	out []string
}

func (a *atoms) element(n int32) {
	node := a.tree.nodes[n]
	switch node.name {
	case wProofErr, wLastRenderedPageBreak:
		return
	case wBookmarkStart, wBookmarkEnd:
		if a.bookmark(n).kind == itemOwn {
			return
		}
	case wP:
		a.enterParagraph(a.tree.child(n, wPPr))
	case aP:
		a.byRPr = a.drawingLooks()
	case wR, aR:
		a.children(n)
		return
	case wRPr, aRPr:
		if parent := a.tree.nodes[node.parent].name; parent == wR || parent == aR {
			return
		}
	case wT:
		a.text(n, a.look(a.tree.child(node.parent, wRPr)), a.runText(n))
		return
	case aT:
		a.text(n, a.drawingLook(a.tree.child(node.parent, aRPr)), string(a.tree.text(n)))
		return
	case cV:
		a.out = append(a.out, letters(string(a.tree.text(n))))
		return
	}
	a.out = append(a.out, a.startTag(n))
	a.children(n)
	if node.stop > node.inner {
		a.out = append(a.out, string(a.tree.src[node.close:node.stop]))
	}
}

// startTag gives a start tag without the letters of what is text in it.
func (a *atoms) startTag(n int32) string {
	tag := string(a.tree.tag(n))
	switch a.tree.nodes[n].name {
	case wpDocPr, picCNvPr, vTextpath, wHyperlink, wTblCaption, wTblDescription:
		return letters(strings.NewReplacer("&#xA;", "&#10;", "&#xa;", "&#10;", "'", "&apos;").Replace(tag))
	}
	return tag
}

func (a *atoms) children(n int32) {
	at := a.tree.nodes[n].inner
	for c := a.tree.nodes[n].first; c != 0; c = a.tree.nodes[c].next {
		a.between(a.tree.src[at:a.tree.nodes[c].start])
		a.element(c)
		at = a.tree.nodes[c].stop
	}
	a.between(a.tree.src[at:a.tree.nodes[n].close])
}

func (a *atoms) between(b []byte) {
	if len(bytes.TrimSpace(b)) > 0 {
		a.out = append(a.out, string(b))
	}
}

func (a *atoms) text(_ int32, l *look, text string) {
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			a.out = append(a.out, fmt.Sprintf("%q %s", r, l.ink))
		case unicode.IsLetter(r):
			a.out = append(a.out, "letter "+a.shown(l))
		default:
			a.out = append(a.out, fmt.Sprintf("%q %s", r, a.shown(l)))
		}
	}
}

// shown gives all that is seen of a look.
func (a *atoms) shown(l *look) string {
	out := ""
	for _, value := range l.is {
		out += a.words.strings[value] + "|"
	}
	return out
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return 'x'
		}
		return r
	}, s)
}
