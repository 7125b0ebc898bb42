package index

import (
	"regexp"
	"strings"

	"cchcbot/seeds/plan"
)

// Fact is what a question wants to know of a unit.
type Fact string

// The facts. A unit that does not hold the asked fact is no answer, however
// well its words fit.
const (
	FactAny      Fact = ""
	FactLead     Fact = "lead"
	FactSupport  Fact = "support"
	FactDeadline Fact = "deadline"
	FactProduct  Fact = "product"
	FactTarget   Fact = "target"
	FactContact  Fact = "contact"
	FactCitation Fact = "citation"
)

var allFacts = []Fact{FactLead, FactSupport, FactDeadline, FactProduct, FactTarget, FactContact, FactCitation}

var (
	figurePattern  = regexp.MustCompile(`\d+\s*%|(^|[^/\d.])\d{1,2} (đoàn|địa phương|bài|lớp|năm|tháng|ngày)|(nhóm|thứ|hạng) \d+|dưới \d+|tối thiểu \d+|ít nhất \d+`)
	addressPattern = regexp.MustCompile(`[\w.-]+@[\w-]+\.\w|(gửi|gởi)( \S+){0,6} về`)
)

func holdsFigure(u plan.Unit) bool {
	return strings.ContainsAny(u.Text, "0123456789") && figurePattern.MatchString(u.Text)
}

// holdsAddress looks closer only where one of the words is there: a pattern
// without a fixed beginning is tried at every letter.
func holdsAddress(u plan.Unit) bool {
	named := strings.Contains(u.Text, "@") || strings.Contains(u.Text, "gửi") || strings.Contains(u.Text, "gởi")
	return named && addressPattern.MatchString(u.Text)
}

// Holds reports whether a unit states a fact.
func (ix *Index) Holds(id string, f Fact) bool {
	i, ok := ix.ordinal[id]
	return ok && ix.entries[i].holds(f)
}

// countReach is how far behind a number stands what it counts, in words.
const countReach = 4

// Counts reports whether a unit says a number of something, given folded: the
// word stands close behind a number; a place in a ranking is counted as "hang".
func (ix *Index) Counts(id, noun string) bool {
	i, ok := ix.ordinal[id]
	return ok && ix.entries[i].counted[noun]
}

// countedIn gathers what the numbers of a text count.
func countedIn(words []Word) map[string]bool {
	counted, last := map[string]bool{}, -countReach-1
	for at, w := range words {
		switch {
		case hasDigit(w.Folded):
			last = at
		case w.Toned == "hạng" || w.Toned == "nhóm":
			counted["hang"] = true
		case at-last <= countReach:
			counted[w.Folded] = true
		}
	}
	return counted
}

// holds reports whether the entry's unit states a fact.
func (e entry) holds(f Fact) bool {
	switch f {
	case FactLead:
		return hasRole(e.unit, plan.RoleLead) || hasRole(e.unit, plan.RoleAssigned)
	case FactSupport:
		return e.unit.Support != ""
	case FactDeadline:
		return e.unit.Deadline.Words != ""
	case FactProduct:
		return e.unit.Product != ""
	case FactTarget:
		return e.figure
	case FactContact:
		return e.address
	case FactCitation:
		return len(e.citations) > 0
	case FactAny:
		return true
	}
	return false
}

func hasRole(u plan.Unit, role plan.Role) bool {
	for _, p := range u.Parties {
		if p.Role == role {
			return true
		}
	}
	return false
}
