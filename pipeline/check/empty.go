package check

// Empty reports a message without a translation.
var Empty = Check{
	Name: "empty", Doc: "no translation", IssueType: "untranslated", Severity: Error, Run: empty,
}

func empty(p Pair) []Finding {
	if !p.Target.Blank() {
		return nil
	}
	return []Finding{found("empty", Error, "check-empty", "there is no translation")}
}
