package seeds

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"cchcbot/seeds/block"
	"cchcbot/seeds/format"
	"cchcbot/seeds/plan"
)

// labelWords may go with the labels that tell who and when.
var labelWords = plan.KeySet("co quan don vi bo phan ca nhan to chuc phong nguoi chu tri phoi hop thuc hien thoi gian han tien do diem hoan thanh san pham ket qua dau ra noi dung cong viec phan moi nhiem vu muc nhom giai phap so va xong trong phuong du kien trach nhiem bieu phu luc chuong bang stt tt ngay trinh voi cung ban hanh")

// dropped lists the words of a document that are in no unit, in no line that is
// told to be furniture, and in no problem.
func dropped(t testing.TB, data []byte, p *plan.Plan, problems []plan.Problem) []string {
	t.Helper()
	blocks, _, err := format.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	owned, told := map[int]*strings.Builder{}, map[int]bool{}
	words := func(line int) *strings.Builder {
		if owned[line] == nil {
			owned[line] = &strings.Builder{}
		}
		return owned[line]
	}
	for _, u := range p.Units {
		all := strings.Join([]string{u.ID, u.Number, u.Text, u.Scanned, u.Lead, u.Support, u.Product, u.Begin, u.Deadline.Words, u.Remark, fmt.Sprint(u.Footnotes)}, " ")
		for _, l := range u.Lines {
			for line := l.First; line <= l.Last; line++ {
				fmt.Fprint(words(line), " ", all)
			}
		}
	}
	for _, f := range p.Furniture {
		for _, l := range f.Lines {
			for line := l.First; line <= l.Last; line++ {
				told[line] = true
			}
		}
	}
	for _, problem := range problems {
		fmt.Fprint(words(problem.Line), " ", problem.Message)
		told[problem.Line] = told[problem.Line] || problem.Kind == plan.ProblemStray
	}
	end := math.MaxInt // where another document begins, which is told and not read
	for _, problem := range problems {
		if strings.Contains(problem.Message, "một văn bản khác") {
			end = problem.Line
		}
	}
	var lost []string
	look := func(line int, text string) {
		if told[line] || line >= end {
			return
		}
		have := plan.KeySet(spaced(words(line).String()))
		for _, w := range strings.Fields(spaced(text)) {
			if len(w) > 1 && !have[w] && !labelWords[w] {
				lost = append(lost, fmt.Sprintf("%d: %q of %q", line, w, text))
			}
		}
	}
	for _, b := range blocks {
		if b.Grid == nil {
			look(b.Line, b.Text)
			continue
		}
		for _, row := range b.Grid.Rows {
			for _, c := range row.Cells {
				if !c.Inherited {
					look(row.Line, c.Text)
				}
			}
		}
	}
	return slices.Compact(lost)
}

// spaced is folded words alone, without footnote marks.
func spaced(s string) string {
	s = block.CutMarks(s, func(string) bool { return true })
	return strings.Join(strings.FieldsFunc(plan.Fold(s), func(c rune) bool {
		return !('a' <= c && c <= 'z')
	}), " ")
}
