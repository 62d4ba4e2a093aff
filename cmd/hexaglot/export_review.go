package main

import (
	"hexaglot/glossary"
	"hexaglot/pipeline/check"
	"hexaglot/pipeline/exchange"
)

// review adds to a file what the checks find in it, told in the language of its
// readers.
func (t *tool) review(f *exchange.File, base *glossary.Termbase) error {
	voice, err := t.voice(f.To)
	if err != nil {
		return err
	}
	for i := range f.Units {
		u := &f.Units[i]
		if u.Target.Blank() {
			continue
		}
		for _, found := range check.Run(check.Pair{Source: u.Source, Target: u.Target, From: f.From, To: f.To, Terms: base}) {
			severity := found.Severity.String()
			text := voice.say("severity-"+severity) + ": " + voice.what(found.Message)
			u.Findings = append(u.Findings, exchange.Finding{Severity: severity, Text: text})
		}
	}
	return nil
}
