package document

import (
	"regexp"
	"strconv"
	"strings"

	"cchcbot/seeds/plan"
)

// checkOrder reports numbers that are missing or doubled among those that stand
// under one heading. Numbers that run on from heading to heading are in order.
func (r *reader) checkOrder() {
	under := map[string]*plan.Unit{} // the last numbered unit by heading
	at := map[int]int{}              // the last number by depth
	articles := (*plan.Unit)(nil)    // the last article
	for i := range r.plan.Units {
		u := &r.plan.Units[i]
		if u.Kind == plan.KindLegalBasis {
			continue
		}
		if r.taken[u.ID] {
			r.reportOf(u, plan.ProblemOrder, u.Number, "số này đã có ở trên")
			continue
		}
		n, ok := lastNumber(u)
		if !ok {
			continue
		}
		before := under[u.Heading]
		if u.Kind == plan.KindArticle {
			before, articles = articles, u
		}
		depth := strings.Count(u.ID, ".")
		switch m, known := lastNumber(before); {
		case known && n == m || n == m+1 || n == at[depth]+1 || n <= 1:
		case known && n > m+1:
			r.reportOf(u, plan.ProblemOrder, u.Number, "đứng ngay sau %s, có thể thiếu %s", before.Place(), placeOf(u, m+1))
		case !known && n > 1:
			r.reportOf(u, plan.ProblemOrder, u.Number, "đứng đầu, có thể thiếu %s", placeOf(u, 1))
		}
		under[u.Heading], at[depth] = u, n
	}
}

var digitsAtEnd = regexp.MustCompile(`\d+$`)

// lastNumber is the last part of a unit's number: 3 for "1.3" and for "III".
func lastNumber(u *plan.Unit) (int, bool) {
	if u == nil {
		return 0, false
	}
	if u.Heading == "" && validRoman(u.ID) {
		return romanValue(u.ID), true
	}
	_, last, _ := strings.Cut(u.ID, ".")
	if u.Kind != plan.KindArticle && (last == "" || !digitsAtEnd.MatchString(u.Number)) {
		return 0, false
	}
	n, err := strconv.Atoi(digitsAtEnd.FindString(u.Number))
	return n, err == nil
}

// placeOf is the number or place that stands in a unit's place with another last
// number.
func placeOf(u *plan.Unit, n int) string {
	other := *u
	switch {
	case u.Heading == "" && validRoman(u.ID):
		other.ID = roman(n)
		return other.Place()
	case strings.HasPrefix(u.ID, plan.AppendixID):
		return digitsAtEnd.ReplaceAllString(u.Number, strconv.Itoa(n))
	}
	other.ID = digitsAtEnd.ReplaceAllString(u.ID, strconv.Itoa(n))
	other.Number = digitsAtEnd.ReplaceAllString(u.Number, strconv.Itoa(n))
	return other.Place()
}

var romanDigits = []struct {
	value   int
	letters string
}{{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

// roman is "IV" for 4, for the numbers that sections have.
func roman(n int) string {
	var b strings.Builder
	for _, d := range romanDigits {
		for n >= d.value {
			b.WriteString(d.letters)
			n -= d.value
		}
	}
	return b.String()
}

// romanValue is 4 for "IV".
func romanValue(s string) int {
	total := 0
	for _, d := range romanDigits {
		for strings.HasPrefix(s, d.letters) {
			total += d.value
			s = s[len(d.letters):]
		}
	}
	return total
}
