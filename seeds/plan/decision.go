package plan

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The ids of the decision's own units.
const (
	basisID      = "CC"
	articleID    = "D"
	recipientsID = "NN"
	signatureID  = "CK"
)

var (
	placeDatePattern = regexp.MustCompile(`ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$`)
	yearPattern      = regexp.MustCompile(`năm\s+(\d{4})`)
)

// readLetterhead reads the number and the date above the decision's title.
func (r *reader) readLetterhead(l line) {
	if match := numberLinePattern.FindStringSubmatch(l.text); match != nil {
		r.plan.Number = match[1]
	} else if match := placeDatePattern.FindStringSubmatch(l.text); match != nil {
		issued, err := ParseDate(fmt.Sprintf("%s-%02s-%02s", match[3], match[2], match[1]))
		if err != nil {
			r.report(l.number, "date of issue: %v", err)
		}
		r.plan.Issued = issued
	} else if !isUpper(l.text) {
		r.stray(l)
		return
	}
	r.name(l, furnitureLetterhead)
}

// readSubject reads what the decision promulgates, and for which year.
func (r *reader) readSubject(l line) {
	if isUpper(l.text) {
		r.name(l, furnitureAuthority)
		return
	}
	r.plan.Title = strings.TrimSpace(r.plan.Title + " " + l.text)
	if years := yearPattern.FindAllStringSubmatch(l.text, -1); years != nil {
		r.plan.Year, _ = strconv.Atoi(years[len(years)-1][1]) // four digits
	}
	r.name(l, furnitureSubject)
}

// readBasis reads one "Căn cứ …".
func (r *reader) readBasis(l line) {
	r.bases++
	number := fmt.Sprintf("Căn cứ %d", r.bases)
	if !strings.HasPrefix(l.text, "Căn cứ") {
		number = fmt.Sprintf("phần căn cứ, đoạn %d", r.bases)
	}
	id := fmt.Sprintf("%s.%d", basisID, r.bases)
	r.begin(l, Unit{ID: id, Kind: KindLegalBasis, Number: number}).begin(l, l.text)
}

// readArticle reads the line that opens an article.
func (r *reader) readArticle(l line) {
	match := articlePattern.FindStringSubmatch(l.text)
	value, _ := strconv.Atoi(match[1]) // at most three digits
	if value != r.articles+1 {
		r.report(l.number, "Điều %d comes after Điều %d", value, r.articles)
	}
	r.articles = value
	u := Unit{ID: articleID + match[1], Kind: KindArticle, Number: "Điều " + match[1]}
	r.begin(l, u).begin(l, match[2])
}

// readRecipientsTitle opens the list of recipients.
func (r *reader) readRecipientsTitle(l line) {
	r.begin(l, Unit{ID: recipientsID, Kind: KindRecipients, Number: "Nơi nhận"}).own(l)
}

// readFurther reads a line that must belong to the open unit.
func (r *reader) readFurther(l line) {
	if r.open == nil || l.cells != nil {
		r.stray(l)
		return
	}
	r.open.write(l)
}

// readSignature reads the offices of who signs, then the name.
func (r *reader) readSignature(l line) {
	isName := looksLikeName(l.text)
	switch {
	case l.cells != nil || r.signed || !isName && !isUpper(l.text):
		r.stray(l)
		return
	case r.open == nil || r.open.unit.Kind != KindSignature:
		r.begin(l, Unit{ID: signatureID, Kind: KindSignature, Number: "Chữ ký"})
	}
	r.open.begin(l, l.text)
	r.signed = isName
}

// looksLikeName reports whether text is a person's name: two to seven words,
// each with a capital, no other sign.
func looksLikeName(text string) bool {
	words := strings.Fields(text)
	for _, word := range words {
		first, size := utf8.DecodeRuneInString(word)
		rest := word[size:]
		if !unicode.IsUpper(first) || strings.ContainsFunc(rest, func(c rune) bool { return !unicode.IsLower(c) }) {
			return false
		}
	}
	return 2 <= len(words) && len(words) <= 7
}

// readPlanTitle reads the title of the plan, which ends with the decision
// that promulgates it, in brackets.
func (r *reader) readPlanTitle(l line) {
	if r.titled || l.cells != nil {
		r.stray(l)
		return
	}
	r.name(l, furniturePlanTitle)
	r.titled = strings.HasSuffix(l.text, ")")
}
