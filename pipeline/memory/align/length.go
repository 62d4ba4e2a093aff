package align

import (
	"math"
	"slices"
)

// lengths says how long translations are.
type lengths struct {
	ratio    float64 // target characters for one of the source
	variance float64 // of the difference, for each character (Gale and Church: s²)
	mean     float64 // of the logarithm of a target item's length
	spread   float64 // its variance
}

// usualVariance is s² of Gale and Church 1993, section 3.2.
const usualVariance = 6.8

// stray is the share of translations that are far longer or shorter than
// their source's length tells.
const stray = 0.02

// newLengths estimates the ratio from the totals, which hold also where a
// few items have no counterpart.
func newLengths(src, trg []item) lengths {
	l := lengths{ratio: 1, variance: usualVariance}
	if s, t := total(src), total(trg); s > 0 && t > 0 {
		l.ratio = t / s
	}
	n := float64(len(trg))
	for _, it := range trg {
		l.mean += math.Log(it.length+1) / n
	}
	for _, it := range trg {
		d := math.Log(it.length+1) - l.mean
		l.spread += d * d / n
	}
	l.spread = max(l.spread, 0.1)
	return l
}

func total(items []item) (sum float64) {
	for _, it := range items {
		sum += it.length
	}
	return sum
}

// refine takes the ratio and the variance from beads that are rather sure.
func (l lengths) refine(src, trg []item, beads []Bead) lengths {
	var s, t float64
	sure := slices.DeleteFunc(slices.Clone(beads), func(b Bead) bool {
		return b.Confidence < trusted || len(b.Src) == 0 || len(b.Trg) == 0
	})
	if len(sure) < 5 {
		return l
	}
	for _, b := range sure {
		s, t = s+span(src, b.Src), t+span(trg, b.Trg)
	}
	l.ratio = t / max(s, 1)
	var squares []float64
	for _, b := range sure {
		squares = append(squares, l.square(span(src, b.Src), span(trg, b.Trg)))
	}
	slices.Sort(squares)
	// The median of a squared standard normal deviate is 0.455.
	l.variance = min(max(squares[len(squares)/2]/0.455, usualVariance/4), 10*usualVariance)
	return l
}

func span(items []item, at []int) (sum float64) {
	for _, i := range at {
		sum += items[i].length
	}
	return sum
}

// square gives the squared difference of two lengths, for each character, in
// characters of the source.
func (l lengths) square(src, trg float64) float64 {
	trg /= l.ratio
	d := trg - src
	return d * d / (max(src+trg, 2) / 2)
}

// chance gives the logarithm of how likely a length is of n items of the target,
// whatever they translate.
func (l lengths) chance(trg float64, n int) float64 {
	long := math.Log(trg + 1)
	d := long - l.mean - math.Log(float64(n))
	return max(-d*d/(2*l.spread)-math.Log(2*math.Pi*l.spread)/2-long, leastChance)
}

// leastChance bounds how unlikely a length can be.
var leastChance = math.Log(1e-12)

// score gives how much likelier two lengths are in translations than by chance,
// in nats.
func (l lengths) score(src, trg, chance float64) float64 {
	scale := l.variance * max(src+trg/l.ratio, 2) / 2
	match := -l.square(src, trg)/(2*l.variance) - math.Log(2*math.Pi*scale*l.ratio*l.ratio)/2
	return logSum(logUsual+match-chance, logStray)
}

// The logarithms of the shares of translations that are as long as their
// source tells, and that are not.
var logUsual, logStray = math.Log(1 - stray), math.Log(stray)

// like gives the lengths of units with the ratio and the variance of segments.
func (l lengths) like(segments lengths) lengths {
	l.ratio, l.variance = segments.ratio, segments.variance
	return l
}
