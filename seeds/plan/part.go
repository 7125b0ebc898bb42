package plan

import (
	"regexp"
	"strings"
)

// part is where in the document the reader stands. Parts come in this order;
// any may be missing from a mutilated document.
type part int

const (
	partLetterhead part = iota
	partSubject
	partBases
	partArticles
	partRecipients
	partSignature
	partPlanTitle
	partSections
	partAppendixTitle
	partTable
)

// anchor is a line that opens a part, or a unit of it, wherever the reader
// stands between from and until.
type anchor struct {
	from, until part
	opens       part
	matches     func(line) bool
	read        func(*reader, line)
}

var anchors = []anchor{
	{partLetterhead, partSubject, partArticles, isResolution, naming(furnitureResolution)},
	{partBases, partBases, partArticles, isResolution, naming(furnitureResolution)},
	{partLetterhead, partLetterhead, partSubject, isDecisionTitle, naming(furnitureSubject)},
	{partLetterhead, partBases, partBases, matching(basisPattern), (*reader).readBasis},
	{partLetterhead, partArticles, partArticles, matching(articlePattern), (*reader).readArticle},
	{partLetterhead, partArticles, partRecipients, matching(recipientsPattern), (*reader).readRecipientsTitle},
	{partLetterhead, partSignature, partPlanTitle, isPlanTitle, naming(furniturePlanTitle)},
	{partArticles, partRecipients, partSignature, isOffice, (*reader).readSignature},
	{partLetterhead, partSections, partSections, isSection, (*reader).readSectionTitle},
	{partLetterhead, partSections, partAppendixTitle, matching(appendixPattern), (*reader).readAppendixName},
	{partLetterhead, partTable, partTable, isTableHeader, (*reader).readTableHeader},
}

// partReaders take the lines that are no anchors.
var partReaders = map[part]func(*reader, line){
	partLetterhead:    (*reader).readLetterhead,
	partSubject:       (*reader).readSubject,
	partBases:         (*reader).readFurther,
	partArticles:      (*reader).readFurther,
	partRecipients:    (*reader).readFurther,
	partSignature:     (*reader).readSignature,
	partPlanTitle:     (*reader).readPlanTitle,
	partSections:      (*reader).readSection,
	partAppendixTitle: (*reader).readAppendixTitle,
	partTable:         (*reader).readTable,
}

var (
	basisPattern      = regexp.MustCompile(`^(?:Căn cứ|Theo đề nghị|Xét đề nghị)\s`)
	articlePattern    = regexp.MustCompile(`^Điều\s+([1-9]\d{0,2})[.:]\s+(\S.*)$`)
	recipientsPattern = regexp.MustCompile(`(?i)^nơi nhận\s*:?$`)
	appendixPattern   = regexp.MustCompile(`(?i)^phụ lục(?:\s+[ivx\d]+)?$`)
	numberLinePattern = regexp.MustCompile(`^Số\s*:\s*(\S+/\S+)$`)
)

// matching is a test for a pattern.
func matching(p *regexp.Regexp) func(line) bool {
	return func(l line) bool { return p.MatchString(l.text) }
}

// naming reads a line as furniture.
func naming(furniture string) func(*reader, line) {
	return func(r *reader, l line) { r.name(l, furniture) }
}

func isDecisionTitle(l line) bool { return l.text == "QUYẾT ĐỊNH" }

func isResolution(l line) bool {
	return strings.ReplaceAll(l.text, " ", "") == "QUYẾTĐỊNH:"
}

func isPlanTitle(l line) bool { return l.text == "KẾ HOẠCH" }

// isOffice recognises the capitals of who signs, right after the recipients.
func isOffice(l line) bool {
	return l.cells == nil && isUpper(l.text) && !isLetterhead(l.text) && !isSection(l)
}

// isSection recognises "II. CHỈ TIÊU".
func isSection(l line) bool {
	match := romanPattern.FindStringSubmatch(l.text)
	return match != nil && l.cells == nil && isUpper(match[2]) && romanValue(match[1]) > 0
}

// startsDecision recognises the head of a decision.
func startsDecision(l line) bool {
	return isDecisionTitle(l) || numberLinePattern.MatchString(l.text)
}
