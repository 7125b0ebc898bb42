package plan

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// number is where an item stands in its section: 3.9 is {3, 9}.
type number []int

var (
	// A number of one part needs its dot or bracket, or "100% of" would be one. A
	// longer one may lack it; no part starts with a zero, so that 20.000 is
	// an amount.
	itemPattern   = regexp.MustCompile(`^(?:-\s+)?([1-9]\d{0,3}[.)]|[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){1,7}[.)]?)\s+(\S.*)$`)
	numberPattern = regexp.MustCompile(`^[1-9]\d{0,3}(?:\.[1-9]\d{0,3}){0,7}$`)
	romanPattern  = regexp.MustCompile(`^([IVXL]{1,7})\s*\.\s*(\S.*)$`)
)

// parseNumber reads "1.4.2" or "1.2.".
func parseNumber(s string) (number, bool) {
	s = strings.TrimRight(s, ".)")
	if !numberPattern.MatchString(s) {
		return nil, false
	}
	var n number
	for part := range strings.SplitSeq(s, ".") {
		value, err := strconv.Atoi(part)
		if err != nil {
			return nil, false
		}
		n = append(n, value)
	}
	return n, true
}

// cutNumber splits a line that starts with an item's number from its words.
func cutNumber(line string) (number, string, bool) {
	match := itemPattern.FindStringSubmatch(line)
	if match == nil {
		return nil, "", false
	}
	n, ok := parseNumber(match[1])
	return n, match[2], ok
}

// String is "1.4.2".
func (n number) String() string {
	parts := make([]string, len(n))
	for i, part := range n {
		parts[i] = strconv.Itoa(part)
	}
	return strings.Join(parts, ".")
}

// parent is the number one level up, empty at the top.
func (n number) parent() number {
	if len(n) == 0 {
		return nil
	}
	return n[:len(n)-1]
}

// follows reports whether n may come right after previous: 3.1 after 3 (one
// level down), 3.2 after 3.1, 4 after 3.2.
func (n number) follows(previous number) bool {
	return slices.ContainsFunc(previous.successors(), func(next number) bool { return slices.Equal(n, next) })
}

// successors are the numbers that may come right after n, the deepest first.
func (n number) successors() []number {
	next := []number{append(slices.Clone(n), 1)}
	for depth := len(n); depth > 0; depth-- {
		sibling := slices.Clone(n[:depth])
		sibling[depth-1]++
		next = append(next, sibling)
	}
	return next
}

// romanValue is 4 for "IV", 0 where s is not the usual form of a number.
func romanValue(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	total := 0
	for i := range len(s) {
		value := values[s[i]]
		if i+1 < len(s) && value < values[s[i+1]] {
			total -= value
		} else {
			total += value
		}
	}
	if total <= 0 || roman(total) != s {
		return 0
	}
	return total
}

// roman is "IV" for 4, for the numbers that sections have.
func roman(n int) string {
	var b strings.Builder
	for _, digit := range []struct {
		value   int
		letters string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= digit.value {
			b.WriteString(digit.letters)
			n -= digit.value
		}
	}
	return b.String()
}
