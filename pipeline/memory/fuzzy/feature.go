package fuzzy

// feature is a trace that a text leaves in the index: a word, two words in a
// row, a number; for a short text, three letters of a word as well.
type feature struct {
	hash   uint32
	weight uint8 // how many signs it stands for, roughly
}

const (
	// short is how many signs a text has at most that leaves its letters in the
	// index: one typing error a word would leave nothing of it.
	short = 48
	// traced is how many signs of a text leave features.
	traced = 1 << 14
	// heaviest bounds the weight of a long word.
	heaviest = 16
)

// The kinds of features, and what stands for any number in a row of words.
const (
	ofWord uint32 = (iota + 1) << 28
	ofPair
	ofTriple
	ofLetters
	ofAll
	anyNumber
)

// tracer collects the features of a text.
type tracer struct {
	out           []feature
	short         bool
	before, prior uint32 // the words before: the last one, and the one before it
	letters       [2]uint32
	length        int // letters of the word so far
}

// trace appends the features of signs to out; some may come twice. near is how
// many signs the texts have that they are to be found in, at least.
func trace(out []feature, signs []sign, near int) []feature {
	t := tracer{out: out, short: near <= short}
	for _, s := range signs[:min(len(signs), traced)] {
		switch s & signKinds {
		case 0:
			t.length++
			t.spelled(uint32(s))
		case aloneSign:
			t.character(uint32(s))
		case wordSign:
			t.spelled(0)
			t.word(uint32(s), t.length+1)
			t.length, t.letters = 0, [2]uint32{}
		case numberSign:
			t.add(ofWord, uint32(s), 0, 1)
			t.row(anyNumber)
		}
	}
	if len(t.out) == len(out) {
		t.whole(signs)
	}
	return t.out
}

func (t *tracer) add(kind, a, b uint32, weight int) {
	t.out = append(t.out, feature{spread(kind ^ spread(a^spread(b))), uint8(min(weight, heaviest))})
}

// spelled adds a letter, or the end of the word, and the two before it.
func (t *tracer) spelled(c uint32) {
	if t.short {
		t.add(ofLetters, t.letters[0]<<16^t.letters[1], c, 1)
	}
	t.letters[0], t.letters[1] = t.letters[1], c
}

// character adds a letter that is a word of its own.
func (t *tracer) character(c uint32) {
	if t.short {
		t.add(ofWord, c, 0, 1)
	}
	if t.prior != 0 {
		t.add(ofTriple, c, t.before^t.prior<<1, 1)
	}
	t.row(c)
}

func (t *tracer) word(w uint32, weight int) {
	t.add(ofWord, w, 0, weight)
	t.row(w)
}

// row adds a word with the one before it.
func (t *tracer) row(w uint32) {
	if t.before != 0 {
		t.add(ofPair, w, t.before, 2)
	}
	t.prior, t.before = t.before, w
}

// whole adds the text itself, which has neither words nor numbers.
func (t *tracer) whole(signs []sign) {
	h := seed
	for _, s := range signs {
		h = (h ^ uint32(s)) * prime
	}
	t.add(ofAll, h, 0, 1)
}
