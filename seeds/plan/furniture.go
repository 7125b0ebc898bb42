package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The names of furniture.
const (
	furnitureBlank       = "blank"
	furnitureLetterhead  = "letterhead"
	furnitureSubject     = "subject of the decision"
	furnitureAuthority   = "issuing authority"
	furnitureResolution  = "word of resolution"
	furniturePlanTitle   = "title of the plan"
	furnitureTableHeader = "table header"
	furniturePageNumber  = "page number"
	furnitureEmptyRow    = "empty table row"
)

var (
	letterheadPattern = regexp.MustCompile(`^(?:[ỦU]Y BAN|UỶ BAN|HỘI ĐỒNG|THÀNH PHỐ|TỈNH|CỘNG H(?:ÒA|OÀ)) `)
	mottoPattern      = regexp.MustCompile(`(?i)^độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc$`)
	pageNumberPattern = regexp.MustCompile(`^\d{1,3}$`)
)

// isLetterhead recognises the issuer's name and the motto, which head each
// part and close the last.
func isLetterhead(text string) bool {
	return mottoPattern.MatchString(text) || isUpper(text) && letterheadPattern.MatchString(text)
}

// isUpper reports whether text is all capitals.
func isUpper(text string) bool {
	return strings.ContainsFunc(text, unicode.IsUpper) && !strings.ContainsFunc(text, unicode.IsLower)
}

// name puts a line among the furniture.
func (r *reader) name(l line, furniture string) {
	r.furniture[furniture] = append(r.furniture[furniture], l.number)
}

// listFurniture is all furniture by the order of its first line.
func (r *reader) listFurniture() []Furniture {
	list := make([]Furniture, 0, len(r.furniture))
	for name, numbers := range r.furniture {
		list = append(list, Furniture{Name: name, Lines: lineRanges(numbers)})
	}
	slices.SortFunc(list, func(a, b Furniture) int { return a.Lines[0].First - b.Lines[0].First })
	return list
}

// lineRanges joins neighbouring line numbers.
func lineRanges(numbers []int) []Lines {
	numbers = slices.Clone(numbers)
	slices.Sort(numbers)
	var ranges []Lines
	for _, n := range slices.Compact(numbers) {
		if len(ranges) > 0 && ranges[len(ranges)-1].Last == n-1 {
			ranges[len(ranges)-1].Last = n
			continue
		}
		ranges = append(ranges, Lines{First: n, Last: n})
	}
	return ranges
}
