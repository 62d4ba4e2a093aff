package check

// Source is the check of the source itself; its findings are those of Queries.
var Source = Check{
	Name: "source", Doc: "slips of the source, which translations should not carry over", IssueType: "other", Severity: Info,
}

// Conflict is the check of translations that two versions of a catalog differ
// in, and that nobody has decided on; a merge keeps both.
var Conflict = Check{
	Name: "conflict", Doc: "two translations of one message, left by a merge", IssueType: "inconsistency", Severity: Error,
}
