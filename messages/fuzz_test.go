package messages

import (
	"bytes"
	"testing"
)

// FuzzRead checks that what reads is written so that it reads the same, and
// then writes the same bytes.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"",
		"#. fr: Madame, Monsieur,\n[\"madame-monsieur-5e2fee0a\"]\nhash = \"sha1-139b\"\n#? other = \"Dear Madam/Sir,\"  # glossary 100% ~2f4df181\n",
		"\uFEFF[a]\r\nother = \"Уважаемая госпожа, уважаемый господин!\"\r\n# для Анны\r\n",
		"# 致译者\n\n[segment-1]\nother = '''尊敬的 \"女士\"'s'''\n\n# 完\n",
		"[segment-2]\nother = \"السيدات والسادة، \u200f2021\"\none = \"x\u2028y\" # تعليق\n",
		"[l-uit]\nother = 'réunion \"Partner2Connect\" à l’UIT'\n[l-uit-2]\nother = \"\"\nother = \"8 h 30\"",
		"['señor']\nother = \"\"\"\nEstimado señor:\\\n   x\n\"\"\"\n#.\n#?\n#",
		"a = \"x\"\nb = { other = \"y\", # c\n hash = \"h\" }\n",
		"[a]\n<<<<<<< HEAD\nother = \"x\"\n=======\n>>>>>>> b\n",
		"#\n\n#\n[a]#\n\n#?\n\n#\n[b]\n#\n\n#",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Read("active.en.toml", data, english)
		if err != nil || c.Empty() {
			return
		}
		once := c.Encode()
		again, err := Read("active.en.toml", once, english)
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if d := diffCatalogs(c, again); d != "" {
			t.Fatalf("(-read +read again)\n%s\n%s", d, once)
		}
		if twice := again.Encode(); !bytes.Equal(once, twice) {
			t.Fatalf("once:\n%s\ntwice:\n%s", once, twice)
		}
	})
}

// FuzzID checks that an id has the form that every catalog can hold.
func FuzzID(f *testing.F) {
	for _, text := range awkward {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id := ID(text)
		slug, hash := id[:len(id)-1-hashDigits], id[len(id)-hashDigits:]
		if slug == "" || len(slug) > slugBytes || hash != digest(text)[:hashDigits] || isReserved(id) {
			t.Errorf("%q: %s", text, id)
		}
		for _, r := range slug {
			if r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9') {
				t.Errorf("%q: %s", text, id)
			}
		}
	})
}

// FuzzWordDiff checks that both texts can be read off a diff of them.
func FuzzWordDiff(f *testing.F) {
	f.Add("le 20 septembre", "le 21 septembre")
	f.Add("会议将于九月举行", "会议将于十月举行")
	f.Add("в среду", "в четверг, 5 мая")
	f.Add("السيدات", "السيدات والسادة\r\n")
	f.Add("señor", "señora\u2028")
	f.Fuzz(func(t *testing.T, old, now string) {
		if similarity(old, now) != similarity(now, old) || (similarity(old, now) == 100) != (old == now) {
			t.Errorf("similarity of %q and %q", old, now)
		}
		gotOld, gotNow := "", ""
		for _, d := range wordDiffs(old, now) {
			if d.op <= 0 {
				gotOld += d.text
			}
			if d.op >= 0 {
				gotNow += d.text
			}
		}
		if gotOld != old || gotNow != now {
			t.Errorf("%q, %q: got %q, %q", old, now, gotOld, gotNow)
		}
	})
}
