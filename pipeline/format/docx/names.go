package docx

// name is an element's name, whatever prefix the file gives to its namespace
// and whether that is the transitional or the strict one. The names that the
// reader does not look at are other.
type name uint16

const (
	other name = iota
	aBr
	aEndParaRPr
	aFld
	aHlinkClick
	aP
	aPPr
	aR
	aRPr
	aT
	cCat
	cF
	cPt
	cStrCache
	cStrLit
	cStrRef
	cTx
	cV
	ctDefault
	ctOverride
	dcSubject
	dcTitle
	mOMath
	mOMathPara
	mcAlternateContent
	mcChoice
	mcFallback
	picCNvPr
	prRelationship
	vTextpath
	wAnnotationRef
	wB
	wBasedOn
	wBdo
	wBookmarkEnd
	wBookmarkStart
	wBr
	wCellDel
	wCellIns
	wCellMerge
	wComment
	wCommentRangeEnd
	wCommentRangeStart
	wCommentReference
	wContinuationSeparator
	wCr
	wCustomXML
	wCustomXMLDelRangeEnd
	wCustomXMLDelRangeStart
	wCustomXMLInsRangeEnd
	wCustomXMLInsRangeStart
	wCustomXMLMoveFromRangeEnd
	wCustomXMLMoveFromRangeStart
	wCustomXMLMoveToRangeEnd
	wCustomXMLMoveToRangeStart
	wCustomXMLPr
	wDel
	wDelInstrText
	wDelText
	wDir
	wDocDefaults
	wDrawing
	wEndnote
	wEndnoteRef
	wEndnoteReference
	wFldChar
	wFldSimple
	wFootnote
	wFootnoteRef
	wFootnoteReference
	wHyperlink
	wIns
	wInstrText
	wLastRenderedPageBreak
	wLvl
	wMoveFrom
	wMoveFromRangeEnd
	wMoveFromRangeStart
	wMoveTo
	wMoveToRangeEnd
	wMoveToRangeStart
	wName
	wNoBreakHyphen
	wNumID
	wNumPr
	wNumberingChange
	wObject
	wOutlineLvl
	wP
	wPPr
	wPPrChange
	wPPrDefault
	wPStyle
	wPermEnd
	wPermStart
	wPict
	wProofErr
	wPtab
	wR
	wRPr
	wRPrChange
	wRPrDefault
	wRuby
	wSdt
	wSdtContent
	wSdtPr
	wSectPr
	wSectPrChange
	wSeparator
	wSettings
	wSmartTag
	wSmartTagPr
	wSoftHyphen
	wStyle
	wStyles
	wSym
	wT
	wTab
	wTbl
	wTblCaption
	wTblDescription
	wTblGrid
	wTblGridChange
	wTblPr
	wTblPrChange
	wTblPrExChange
	wTc
	wTcPr
	wTcPrChange
	wTr
	wTrPr
	wTrPrChange
	wTxbxContent
	wpAlign
	wpAnchor
	wpDocPr
	wpPositionH
	wpWrapSquare
	wpWrapThrough
	wpWrapTight
)

// spelling gives each name with the prefix that this package thinks of.
var spelling = [...]string{
	aBr: "a:br", aEndParaRPr: "a:endParaRPr", aFld: "a:fld", aHlinkClick: "a:hlinkClick", aP: "a:p", aPPr: "a:pPr",
	aR: "a:r", aRPr: "a:rPr", aT: "a:t",
	cCat: "c:cat", cF: "c:f", cPt: "c:pt", cStrCache: "c:strCache", cStrLit: "c:strLit", cStrRef: "c:strRef", cTx: "c:tx", cV: "c:v",
	ctDefault: "ct:Default", ctOverride: "ct:Override", dcSubject: "dc:subject", dcTitle: "dc:title",
	mOMath: "m:oMath", mOMathPara: "m:oMathPara",
	mcAlternateContent: "mc:AlternateContent", mcChoice: "mc:Choice", mcFallback: "mc:Fallback",
	picCNvPr: "pic:cNvPr", prRelationship: "pr:Relationship", vTextpath: "v:textpath",
	wAnnotationRef: "w:annotationRef", wB: "w:b", wBasedOn: "w:basedOn", wBdo: "w:bdo",
	wBookmarkEnd: "w:bookmarkEnd", wBookmarkStart: "w:bookmarkStart", wBr: "w:br",
	wCellDel: "w:cellDel", wCellIns: "w:cellIns", wCellMerge: "w:cellMerge", wComment: "w:comment",
	wCommentRangeEnd: "w:commentRangeEnd", wCommentRangeStart: "w:commentRangeStart", wCommentReference: "w:commentReference",
	wContinuationSeparator: "w:continuationSeparator", wCr: "w:cr", wCustomXML: "w:customXml",
	wCustomXMLDelRangeEnd: "w:customXmlDelRangeEnd", wCustomXMLDelRangeStart: "w:customXmlDelRangeStart",
	wCustomXMLInsRangeEnd: "w:customXmlInsRangeEnd", wCustomXMLInsRangeStart: "w:customXmlInsRangeStart",
	wCustomXMLMoveFromRangeEnd: "w:customXmlMoveFromRangeEnd", wCustomXMLMoveFromRangeStart: "w:customXmlMoveFromRangeStart",
	wCustomXMLMoveToRangeEnd: "w:customXmlMoveToRangeEnd", wCustomXMLMoveToRangeStart: "w:customXmlMoveToRangeStart",
	wCustomXMLPr: "w:customXmlPr", wDel: "w:del", wDelInstrText: "w:delInstrText", wDelText: "w:delText",
	wDir: "w:dir", wDocDefaults: "w:docDefaults", wDrawing: "w:drawing",
	wEndnote: "w:endnote", wEndnoteRef: "w:endnoteRef", wEndnoteReference: "w:endnoteReference",
	wFldChar: "w:fldChar", wFldSimple: "w:fldSimple", wFootnote: "w:footnote", wFootnoteRef: "w:footnoteRef",
	wFootnoteReference: "w:footnoteReference", wHyperlink: "w:hyperlink", wIns: "w:ins", wInstrText: "w:instrText",
	wLastRenderedPageBreak: "w:lastRenderedPageBreak",
	wMoveFrom:              "w:moveFrom", wMoveFromRangeEnd: "w:moveFromRangeEnd", wMoveFromRangeStart: "w:moveFromRangeStart",
	wMoveTo: "w:moveTo", wMoveToRangeEnd: "w:moveToRangeEnd", wMoveToRangeStart: "w:moveToRangeStart",
	wName: "w:name", wNoBreakHyphen: "w:noBreakHyphen", wNumID: "w:numId", wNumPr: "w:numPr", wNumberingChange: "w:numberingChange",
	wObject: "w:object", wOutlineLvl: "w:outlineLvl", wP: "w:p", wPPr: "w:pPr", wPPrChange: "w:pPrChange", wPPrDefault: "w:pPrDefault",
	wPStyle: "w:pStyle", wPermEnd: "w:permEnd", wPermStart: "w:permStart", wPict: "w:pict", wProofErr: "w:proofErr", wPtab: "w:ptab",
	wR: "w:r", wRPr: "w:rPr", wRPrChange: "w:rPrChange", wRPrDefault: "w:rPrDefault", wRuby: "w:ruby",
	wSdt: "w:sdt", wSdtContent: "w:sdtContent", wSdtPr: "w:sdtPr", wSectPr: "w:sectPr", wSectPrChange: "w:sectPrChange", wSeparator: "w:separator", wSettings: "w:settings",
	wSmartTag: "w:smartTag", wSmartTagPr: "w:smartTagPr", wSoftHyphen: "w:softHyphen", wStyle: "w:style", wStyles: "w:styles", wSym: "w:sym",
	wT: "w:t", wTab: "w:tab", wTbl: "w:tbl", wTblCaption: "w:tblCaption", wTblDescription: "w:tblDescription",
	wTblGridChange: "w:tblGridChange", wTblGrid: "w:tblGrid", wTblPr: "w:tblPr", wTblPrChange: "w:tblPrChange", wTblPrExChange: "w:tblPrExChange",
	wTc: "w:tc", wTcPr: "w:tcPr", wTcPrChange: "w:tcPrChange", wTr: "w:tr", wTrPr: "w:trPr", wTrPrChange: "w:trPrChange",
	wTxbxContent: "w:txbxContent", wLvl: "w:lvl",
	wpAlign: "wp:align", wpAnchor: "wp:anchor", wpDocPr: "wp:docPr", wpPositionH: "wp:positionH",
	wpWrapSquare: "wp:wrapSquare", wpWrapThrough: "wp:wrapThrough", wpWrapTight: "wp:wrapTight",
}

var known = func() map[string]name {
	m := make(map[string]name, len(spelling))
	for n, s := range spelling {
		if s != "" {
			m[s] = name(n)
		}
	}
	return m
}()

// families gives the prefix that this package thinks of for a namespace:
// ECMA-376 Part 1 (strict), Part 4 (transitional), [MS-DOCX], [MS-ODRAWXML].
var families = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 "c",
	"http://purl.oclc.org/ooxml/drawingml/chart":                             "c",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "pr",
	"http://schemas.openxmlformats.org/package/2006/content-types":           "ct",
	"http://purl.org/dc/elements/1.1/":                                       "dc",
	"urn:schemas-microsoft-com:vml":                                          "v",
}
