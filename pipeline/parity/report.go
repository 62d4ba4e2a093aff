package parity

// Verdict is how versions differ.
type Verdict string

// The verdicts.
const (
	Lacks   Verdict = "lacks"   // the odd ones lack what most others have
	Extra   Verdict = "extra"   // the odd ones have what most others lack
	Instead Verdict = "instead" // the odd ones have Own where most others have Value
	Differ  Verdict = "differ"  // the votes are equal: some have it, others do not
	Moved   Verdict = "moved"   // it stands elsewhere in the odd ones
	Kind    Verdict = "kind"    // it is Own in the odd ones and Value in most others
	Size    Verdict = "size"    // of a table: Own, where most others have Value
	Count   Verdict = "count"   // of images: Own, where most others have Value
)

// Finding is one difference.
type Finding struct {
	Feature Feature
	Verdict Verdict
	Odd     []int  // the versions that are named; where the votes are equal, those that have it
	Others  []int  // the versions that they are compared with
	Value   string // what most have: a date in ISO 8601, an address, a number; "" for units, which are in Places
	Own     string // what the odd ones have in its stead
	Units   int    // how many units in a row; 0 where none are meant
	Places  []Place
}

// Place is where a finding lies in one version.
type Place struct {
	Version int
	Feature Feature // of the unit
	Number  int     // of the unit among those of its feature, from 1
	Line    int     // in the file, from 1; 0 where lines mean nothing
	Table   int     // from 1; 0 outside of tables
	Row     int
	Column  int
	Text    string // of the unit
	After   bool   // the version lacks the unit: it would stand after this one
}

// Report is what the comparison of versions has found.
type Report struct {
	Counts   []Counts // by version
	Findings []Finding
}

// Counts is how much of each feature a version has. Of values, what cannot be
// read but may be said counts as said.
type Counts map[Feature]int
