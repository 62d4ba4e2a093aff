package check

import (
	"hexaglot/glossary"
	"hexaglot/pipeline/locale"
)

// reading is what several checks ask of a pair: found out when it is first
// asked for, and kept. It belongs to one goroutine at a time.
type reading struct {
	source, target side
	foreign        once[[]glossary.Match] // terms of the source language in the target
	apart          once[apart]
	edits          once[[]locale.Edit] // of typography, in the target
}

// side is one text of a pair as it was read.
type side struct {
	terms     once[[]glossary.Match]
	values    once[[]locale.Value]
	addresses once[[]string]
}

// once is a value that is found out once.
type once[T any] struct {
	known bool
	value T
}

func (o *once[T]) get(find func() T) T {
	if !o.known {
		o.value, o.known = find(), true
	}
	return o.value
}

// prepared gives the pair with a reading of its own.
func (p Pair) prepared() Pair {
	if p.read == nil {
		p.read = &reading{}
	}
	return p
}

func (p Pair) sourceTerms() []glossary.Match {
	return p.prepared().read.source.terms.get(func() []glossary.Match { return p.Terms.Matcher(p.From).Find(p.Source.Text) })
}

func (p Pair) targetTerms() []glossary.Match {
	return p.prepared().read.target.terms.get(func() []glossary.Match { return p.Terms.Matcher(p.To).Find(p.Target.Text) })
}

// foreignTerms gives the terms of the source language in the translation.
func (p Pair) foreignTerms() []glossary.Match {
	return p.prepared().read.foreign.get(func() []glossary.Match { return p.Terms.Matcher(p.From).Find(p.Target.Text) })
}

func (p Pair) sourceValues() []locale.Value {
	return p.prepared().read.source.values.get(func() []locale.Value { return p.fromLocale().Values(p.Source.Text) })
}

func (p Pair) targetValues() []locale.Value {
	return p.prepared().read.target.values.get(func() []locale.Value { return p.toLocale().Values(p.Target.Text) })
}

func (p Pair) sourceAddresses() []string {
	return p.prepared().read.source.addresses.get(func() []string { return AddressesIn(p.Source.Text) })
}

func (p Pair) targetAddresses() []string {
	return p.prepared().read.target.addresses.get(func() []string { return AddressesIn(p.Target.Text) })
}
