package question

import (
	"regexp"
	"strconv"
)

// Comparison is what is asked about what became of an older plan in a newer one.
type Comparison string

// The comparisons.
const (
	ComparesNothing  Comparison = ""
	ComparesAll      Comparison = "all"      // "2025 khác gì 2024"
	ComparesNew      Comparison = "new"      // "việc nào mới"
	ComparesDropped  Comparison = "dropped"  // "việc nào bị bỏ so với năm ngoái"
	ComparesLead     Comparison = "lead"     // "việc nào đổi chủ trì"
	ComparesDeadline Comparison = "deadline" // "việc nào đổi thời hạn"
	ComparesNow      Comparison = "now"      // "1.14 năm nay là số mấy"
	ComparesBefore   Comparison = "before"   // "1.14 năm ngoái là số mấy"
)

// comparisons tell by folded words what is compared, in the order in which they
// are tried. "Mới" has no mark in "moi", as "mỗi quý" has none: what stands behind
// it tells them apart.
var comparisons = []struct {
	kind Comparison
	form *regexp.Regexp
}{
	{ComparesBefore, regexp.MustCompile(`\d.*\b(?:nam ngoai|nam truoc|ke hoach (?:cu|truoc)) (?:la |o |mang )?(?:so|muc|stt|nhiem vu|viec) (?:may|nao|bao nhieu|gi)`)},
	{ComparesNow, regexp.MustCompile(`\d.*\b(?:nam nay|bay gio|hien nay|ke hoach moi|nam 20\d\d) (?:la |thanh |o |mang )?(?:so|muc|stt|nhiem vu|viec) (?:may|nao|bao nhieu|gi)`)},
	{ComparesLead, regexp.MustCompile(task + `(?:da |bi |duoc |co )?(?:su )?(?:thay doi|doi|chuyen) (?:co quan |don vi |dau moi )?(?:chu tri|dau moi)`)},
	{ComparesDeadline, regexp.MustCompile(task + `(?:da |bi |duoc |co )?(?:su )?(?:thay doi|doi) (?:thoi )?(?:han|gian)`)},
	{ComparesDropped, regexp.MustCompile(task + `(?:da |bi |duoc )*(?:bo|khong con|bo di|cat)(?: so voi.*| nua.*| trong (?:nam|ke|ban|quyet|phu).*| nam nay.*| roi.*)?$`)},
	{ComparesNew, regexp.MustCompile(task + `(?:la |duoc |co )*(?:moi|moi them|them moi|bo sung moi|duoc them)(?: (?:so voi|nam nay|nam 20\d\d|trong|cua|o|khong|vay|nhi|a).*)?$`)},
	{ComparesNew, regexp.MustCompile(`\b(?:nam nay|nam 20\d\d|ke hoach moi|ke hoach nam nay) co (?:nhung )?(?:gi|viec gi|nhiem vu gi|viec nao|nhiem vu nao) moi(?: so voi.*| khong| a| vay)?$`)},
	{ComparesAll, regexp.MustCompile(`\b20\d\d\b.*\b(?:khac|thay doi)\b.*\b20\d\d\b|\bso (?:sanh|voi)\b.*\b20\d\d\b.*\b20\d\d\b|\b(?:so sanh|khac)\b.*\b(?:hai|2) (?:nam|ke hoach)\b`)},
	{ComparesAll, regexp.MustCompile(`\b(?:nam nay|ke hoach moi|ke hoach nam nay|nam 20\d\d|20\d\d)\b.*\b(?:khac|thay doi)\b.*\b(?:nam ngoai|nam truoc|ke hoach cu|ke hoach truoc|ke hoach nam ngoai)\b`)},
	{ComparesAll, regexp.MustCompile(`\b(?:nam nay|ke hoach moi|ke hoach nam nay)\b (?:co )?(?:gi khac|khac gi|thay doi gi|thay doi nhung gi|gi thay doi)\b`)},
}

const task = `\b(?:viec|nhiem vu|muc|noi dung) (?:nao|gi) `

// Compares tells what a question compares.
func Compares(text string) Comparison {
	folded := Folded(text)
	for _, c := range comparisons {
		if c.form.MatchString(folded) {
			return c.kind
		}
	}
	return ComparesNothing
}

var fourDigits = regexp.MustCompile(`\b20\d\d\b`)

// YearsIn are the years that a text names, in its order.
func YearsIn(text string) []int {
	var years []int
	for _, w := range fourDigits.FindAllString(text, -1) {
		if year, err := strconv.Atoi(w); err == nil {
			years = append(years, year)
		}
	}
	return years
}
