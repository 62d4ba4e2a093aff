package exchange

import "strings"

// table2 is what the schemas of XLIFF 2.1 say (xliff_core_2.0.xsd and those of
// the modules), with the placement of inline codes and of module attributes
// from the text of the standard; 2.2 adds to it in table22.
const table2 = `
xliff | version!=2.0,2.1,2.2 srcLang!=language trgLang=language xml:space=default,preserve other | file+
file | id!=nmtoken canResegment=yes,no original translate=yes,no srcDir=ltr,rtl,auto trgDir=ltr,rtl,auto xml:space=default,preserve other | skeleton? any* notes? (unit|group)+
skeleton | href | #text any*
group | id!=nmtoken name canResegment=yes,no translate=yes,no srcDir=ltr,rtl,auto trgDir=ltr,rtl,auto type=user xml:space=default,preserve other | any* notes? (unit|group)*
unit | id!=nmtoken name canResegment=yes,no translate=yes,no srcDir=ltr,rtl,auto trgDir=ltr,rtl,auto type=user xml:space=default,preserve other | any* notes? originalData? (segment|ignorable)+
segment | id=nmtoken canResegment=yes,no state=initial,translated,reviewed,final subState=user | source target?
ignorable | id=nmtoken | source target?
notes | - | note+
note | id=nmtoken appliesTo=source,target category priority=priority other | #text
originalData | - | data+
data | id!=nmtoken dir=ltr,rtl,auto xml:space=preserve | #text cp*
source | xml:lang=language xml:space=default,preserve | #text (cp|ph|pc|sc|ec|mrk|sm|em)*
target | xml:lang=language xml:space=default,preserve order=positive | #text (cp|ph|pc|sc|ec|mrk|sm|em)*
cp | hex!=hex | -
ph | canCopy=yes,no canDelete=yes,no canReorder=yes,firstNo,no copyOf=nmtoken disp equiv id!=nmtoken dataRef=nmtoken subFlows=nmtokens subType=user type=fmt,ui,quote,link,image,other modules | -
pc | canCopy=yes,no canDelete=yes,no canOverlap=yes,no canReorder=yes,firstNo,no copyOf=nmtoken dispEnd dispStart equivEnd equivStart id!=nmtoken dataRefEnd=nmtoken dataRefStart=nmtoken subFlowsEnd=nmtokens subFlowsStart=nmtokens subType=user type=fmt,ui,quote,link,image,other dir=ltr,rtl,auto modules | #text (cp|ph|pc|sc|ec|mrk|sm|em)*
sc | canCopy=yes,no canDelete=yes,no canOverlap=yes,no canReorder=yes,firstNo,no copyOf=nmtoken dataRef=nmtoken dir=ltr,rtl,auto disp equiv id!=nmtoken isolated=yes,no subFlows=nmtokens subType=user type=fmt,ui,quote,link,image,other modules | -
ec | canCopy=yes,no canDelete=yes,no canOverlap=yes,no canReorder=yes,firstNo,no copyOf=nmtoken dataRef=nmtoken dir=ltr,rtl,auto disp equiv id=nmtoken isolated=yes,no startRef=nmtoken subFlows=nmtokens subType=user type=fmt,ui,quote,link,image,other modules | -
mrk | id!=nmtoken translate=yes,no type=mark ref value other | #text (cp|ph|pc|sc|ec|mrk|sm|em)*
sm | id!=nmtoken translate=yes,no type=mark ref value other | -
em | startRef!=nmtoken | -
mtc:matches | - | mtc:match+
mtc:match | id=nmtoken matchQuality=percent matchSuitability=percent origin ref! reference=yes,no similarity=percent subType=user type=am,mt,icm,idm,tb,tm,other other | mda:metadata? originalData? source target any*
gls:glossary | - | gls:glossEntry+
gls:glossEntry | id=nmtoken ref other | gls:term gls:translation* gls:definition? any*
gls:term | source other | #text
gls:translation | id=nmtoken ref source other | #text
gls:definition | source other | #text
mda:metadata | id=nmtoken | mda:metaGroup+
mda:metaGroup | id=nmtoken category appliesTo=source,target,ignorable | (mda:metaGroup|mda:meta|meta)+
mda:meta | type! | #text
meta | type! | #text
res:resourceData | - | res:resourceItemRef* res:resourceItem*
res:resourceItemRef | id=nmtoken ref!=nmtoken other | -
res:resourceItem | mimeType id=nmtoken context=yes,no other | notes? res:source? res:target? res:reference*
res:source | href xml:lang=language other | any*
res:target | href xml:lang=language other | any*
res:reference | href! xml:lang=language other | -
slr:profiles | generalProfile storageProfile | slr:normalization? any*
slr:normalization | general=none,nfc,nfd storage=none,nfc,nfd | -
slr:data | profile! other | any*
val:validation | other | val:rule+
val:rule | isPresent occurs=positive isNotPresent startsWith endsWith existsInSource=yes,no caseSensitive=yes,no normalization=none,nfc,nfd disabled=yes,no other | -
its:locQualityIssues | xml:id! version | its:locQualityIssue+
its:locQualityIssue | version locQualityIssueType locQualityIssueComment locQualityIssueSeverity locQualityIssueProfileRef locQualityIssueEnabled | -
its:provenanceRecords | xml:id! version | its:provenanceRecord+
its:provenanceRecord | version org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef | -
`

// table22 is what XLIFF 2.2 has otherwise (xliff_core_2.2.xsd): notes and
// metadata for all files, notes that point to a place, and the attributes of
// the module for plural, gender and select.
const table22 = `
xliff | version!=2.0,2.1,2.2 srcLang!=language trgLang=language xml:space=default,preserve other | notes? mda:metadata? file+
note | id=nmtoken appliesTo=source,target category priority=priority ref other | #text
segment | id=nmtoken canResegment=yes,no state=initial,translated,reviewed,final subState=user pgs:case | source target?
`

// prefixes2 are the namespaces of the modules.
var prefixes2 = map[string]string{
	"xml": xmlSpace,
	"mtc": nsMatches,
	"gls": nsGlossary,
	"mda": nsMetadata,
	"res": nsResource,
	"slr": nsSize,
	"val": nsValidation,
	"its": nsITS,
	"pgs": "urn:oasis:names:tc:xliff:pgs:1.0",
}

// The namespaces of the modules that are read only.
const (
	nsResource   = "urn:oasis:names:tc:xliff:resourcedata:2.0"
	nsSize       = "urn:oasis:names:tc:xliff:sizerestriction:2.0"
	nsValidation = "urn:oasis:names:tc:xliff:validation:2.0"
	nsFormat     = "urn:oasis:names:tc:xliff:fs:2.0"
	nsITS        = "http://www.w3.org/2005/11/its"
	nsChanges    = "urn:oasis:names:tc:xliff:changetracking:2." // .0 and .1
)

// isModule reports whether a namespace is that of a module.
func isModule(space string) bool {
	return space == nsITS || strings.HasPrefix(space, "urn:oasis:names:tc:xliff:") && space != nsCore && space != nsCore22
}

// homes are the elements of the core that hold a module's root element
// (XLIFF 2.1, chapter 5); each has at most one.
var homes = map[string]string{
	nsMatches + " matches":       "unit",
	nsGlossary + " glossary":     "unit",
	nsMetadata + " metadata":     "xliff file group unit match",
	nsResource + " resourceData": "file group unit",
	nsSize + " profiles":         "file",
	nsSize + " data":             "file group unit",
	nsValidation + " validation": "file group unit",
}

// grammar2 gives the grammar of a version.
func grammar2(core string) *grammar {
	if g, ok := grammars.Load(core); ok {
		return g.(*grammar)
	}
	table := table2
	if core == nsCore22 {
		table += table22
	}
	g := newGrammar(core, table, prefixes2, schemaTypes, isModule)
	grammars.Store(core, g)
	return g
}
