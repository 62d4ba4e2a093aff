package messages

import (
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// label is the origin of d in one line: "glossary 100%".
func (d Draft) label() string {
	label := strings.Join(strings.Fields(visible(d.Origin)), " ")
	if d.Similarity > 0 {
		label += " " + strconv.Itoa(min(d.Similarity, 100)) + "%"
	}
	return strings.TrimSpace(label)
}

// checksum tells whether a draft is as it was written, and whether it is kept.
func checksum(text, label string, kept bool) string {
	if kept {
		label += "\n"
	}
	return fmt.Sprintf("~%08x", crc32.ChecksumIEEE([]byte(label+"\n"+text)))
}

// keptDrafts gives the drafts that no update may drop.
func keptDrafts(drafts []Draft) []Draft {
	var out []Draft
	for _, d := range drafts {
		if d.Kept {
			out = append(out, d)
		}
	}
	return out
}

// appendDraft appends the line of d.
func appendDraft(dst []byte, d Draft) []byte {
	label := d.label()
	dst = append(dst, markDraft+" other = "...)
	dst = appendString(dst, d.Text)
	dst = append(dst, "  # "...)
	if label != "" {
		dst = append(dst, label+" "...)
	}
	dst = append(dst, checksum(d.Text, label, d.Kept)...)
	return append(dst, '\n')
}

// draft reads a line of appendDraft; ok is false where it is anything else.
func (r *reader) draft(line string) (d Draft, ok bool) {
	r.drafts.KeepComments = true
	r.drafts.Reset([]byte(strings.TrimPrefix(line, markDraft)))
	if !r.drafts.NextExpression() || r.drafts.Expression().Kind != unstable.KeyValue {
		return d, false
	}
	node := r.drafts.Expression()
	text, trailer := node.Value(), node.Next()
	key := node.Key()
	key.Next()
	if string(key.Node().Data) != "other" || !key.IsLast() || text.Kind != unstable.String || trailer == nil {
		return d, false
	}
	label, sum := cutLast(strings.TrimPrefix(string(trailer.Data), "# "))
	d = Draft{Text: string(text.Data), Origin: label, Kept: checksum(string(text.Data), label, true) == sum}
	if !d.Kept && checksum(d.Text, label, false) != sum {
		return d, false
	}
	origin, percent := cutLast(label)
	n, _ := strconv.Atoi(strings.TrimSuffix(percent, "%"))
	if 0 < n && n <= 100 && percent == strconv.Itoa(n)+"%" {
		d.Origin, d.Similarity = origin, n
	}
	return d, true
}

// cutLast cuts the last word off.
func cutLast(s string) (before, last string) {
	i := strings.LastIndexByte(s, ' ')
	return s[:max(i, 0)], s[i+1:]
}
