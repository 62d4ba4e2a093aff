package docx

import "strings"

// A schemaOrder gives the place of the children of an element: the sequences of
// wml.xsd (ECMA-376 Part 1, annex A.1, with the transitional names of Part 4).
type schemaOrder map[string]int

// rank gives the place of a child, or -1 for one that the schema does not name.
func (o schemaOrder) rank(name string) int {
	if r, ok := o[name]; ok {
		return r
	}
	return -1
}

func sequence(names string) schemaOrder {
	o := schemaOrder{}
	for i, n := range strings.Fields(names) {
		o[n] = i
	}
	return o
}

var (
	rPrOrder = sequence(`ins del moveFrom moveTo
		rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow
		emboss imprint noProof snapToGrid vanish webHidden color spacing w kern
		position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
		lang eastAsianLayout specVanish oMath rPrChange`)
	pPrOrder = sequence(`pStyle keepNext keepLines pageBreakBefore framePr
		widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens
		kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
		adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
		suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
		divId cnfStyle rPr sectPr pPrChange`)
	pBdrOrder  = sequence(`top left bottom right between bar`)
	tblPrOrder = sequence(`tblStyle tblpPr tblOverlap bidiVisual
		tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
		tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
		tblPrChange`)
	sectPrOrder = sequence(`headerReference footerReference footnotePr endnotePr
		type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign
		noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings
		sectPrChange`)
	docDefaultsOrder = sequence(`rPrDefault pPrDefault rPr pPr`)
	styleOrder       = sequence(`name aliases basedOn next link autoRedefine hidden
		uiPriority semiHidden unhideWhenUsed qFormat locked personal
		personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr`)
	lvlOrder = sequence(`start numFmt lvlRestart pStyle isLgl suff lvlText
		lvlPicBulletId legacy lvlJc pPr rPr`)
	// settingsOrder is the sequence of CT_Settings up to themeFontLang.
	settingsOrder = sequence(`writeProtection view zoom removePersonalInformation
		removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape
		printPostScriptOverText printFractionalCharacterWidth printFormsData
		embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData
		mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
		bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
		hideGrammaticalErrors activeWritingStyle proofState formsDesign
		attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod
		documentType mailMerge revisionView trackRevisions doNotTrackMoves
		doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme
		styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit
		hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
		clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting
		bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing
		drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
		displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
		drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
		noPunctuationKerning characterSpacingControl printTwoOnOne
		strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore
		savePreviewPicture doNotValidateAgainstSchema saveInvalidXml
		ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml
		saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
		alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr
		endnotePr compat docVars rsids mathPr attachedSchema themeFontLang`)
)
