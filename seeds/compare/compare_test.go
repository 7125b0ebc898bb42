package compare_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cchcbot/seeds"
	"cchcbot/seeds/compare"
	"cchcbot/seeds/plan"
)

// changes are those of single rows of the next year's plan.
var changes = []struct{ row, old, new string }{
	{"1.7", "\tGiám đốc Sở Nội vụ", "\tGiám đốc Sở Tài chính"},
	{"1.11", "Tổ chức Hội thi về CCHC theo hình thức phù hợp, sinh động", "Tổ chức Hội thi tìm hiểu về CCHC bằng hình thức sinh động"},
	{"1.13", "\tQuý I năm 2025", "\tQuý II năm 2025"},
}

// nextYear is the decision of the house as a next year might bring it: task
// 2.3 is gone, 2.4 to 2.10 moved up by one, 1.7 has another lead, 1.13 another
// date, 1.11 other words, and 1.15 is new.
func nextYear(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../6004-qd-ubnd-2024.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer("6004/QĐ-UBND", "7001/QĐ-UBND", "năm 2024", "năm 2025").Replace(string(data))
	lines := strings.Split(text, "\n")
	lines = slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "2.3\tKiểm tra") })
	number := regexp.MustCompile(`^2\.(\d+)\t`)
	for i, line := range lines {
		if m := number.FindStringSubmatch(line); m != nil {
			if n := slices.Index([]string{"1", "2", "", "4", "5", "6", "7", "8", "9", "10"}, m[1]); n > 2 {
				lines[i] = "2." + []string{"3", "4", "5", "6", "7", "8", "9"}[n-3] + "\t" + line[len(m[0]):]
			}
		}
		for _, change := range changes {
			if strings.HasPrefix(line, change.row+"\t") {
				if strings.Count(line, change.old) != 1 {
					t.Fatalf("%q stands %d times in row %s", change.old, strings.Count(line, change.old), change.row)
				}
				lines[i] = strings.Replace(line, change.old, change.new, 1)
			}
		}
		if strings.HasPrefix(line, "2\tCải cách thể chế") {
			lines[i] = "1.15\tXây dựng trợ lý ảo tra cứu kế hoạch\tPhần mềm\tGiám đốc Sở Nội vụ\t\tQuý III năm 2025\n" + line
		}
	}
	return strings.Join(lines, "\n")
}

func open(t *testing.T, library *seeds.Library, text string) *plan.Plan {
	t.Helper()
	p, _, _, err := library.Open("t.txt", []byte(text), seeds.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ids(units []plan.Unit) string {
	var all []string
	for _, u := range units {
		all = append(all, u.ID)
	}
	return strings.Join(all, " ")
}

func TestNextYear(t *testing.T) {
	t.Parallel()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := compare.Plans(library.Plans[0], open(t, library, nextYear(t)))
	if got := ids(d.New); got != "PL.1.15" {
		t.Errorf("new: %s", got)
	}
	if got := ids(d.Dropped); got != "PL.2.3" {
		t.Errorf("dropped: %s", got)
	}
	for change, want := range map[compare.Change]string{
		compare.ChangePlace:    "PL.2.4>PL.2.3 PL.2.5>PL.2.4 PL.2.6>PL.2.5 PL.2.7>PL.2.6 PL.2.8>PL.2.7 PL.2.9>PL.2.8 PL.2.10>PL.2.9",
		compare.ChangeLead:     "PL.1.7>PL.1.7",
		compare.ChangeDeadline: "PL.1.13>PL.1.13",
	} {
		var got []string
		for _, p := range d.Changed(change) {
			got = append(got, p.Old.ID+">"+p.New.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", change, got, want)
		}
	}
	if p, ok := d.Before("PL.1.7"); !ok || p.Doubtful() || p.Say(compare.ChangeLead) != "chủ trì: Giám đốc Sở Nội vụ → Giám đốc Sở Tài chính" {
		t.Errorf("%v %+v", ok, p)
	}
	if p, ok := d.After("PL.1.13"); !ok || p.Say(compare.ChangeDeadline) != "thời hạn: Quý I năm 2024 → Quý II năm 2025" {
		t.Errorf("%v %+v", ok, p)
	}
	if p, ok := d.After("PL.1.11"); !ok || !slices.Equal(p.Reasons, []compare.Reason{compare.ReasonLikeWords, compare.ReasonProduct, compare.ReasonLead, compare.ReasonNumber}) {
		t.Errorf("%v %+v", ok, p.Reasons)
	}
}

// What a person settled goes before the words.
func TestSettled(t *testing.T) {
	t.Parallel()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	older := library.Plans[0]
	d := compare.Plans(older, older,
		compare.Settled{Old: "PL.1.1", New: "PL.1.3"}, compare.Settled{Old: "PL.1.5"}, compare.Settled{New: "PL.1.6"})
	if p, ok := d.After("PL.1.1"); !ok || p.New.ID != "PL.1.3" || p.Confidence != 1 || p.Reasons[0] != compare.ReasonSettled {
		t.Errorf("%v %+v", ok, p)
	}
	if got := ids(d.New); got != "PL.1.1 PL.1.5 PL.1.6" {
		t.Errorf("new: %s", got)
	}
	if got := ids(d.Dropped); got != "PL.1.3 PL.1.5 PL.1.6" {
		t.Errorf("dropped: %s", got)
	}
}

const head = `ỦY BAN NHÂN DÂN
TỈNH %s
Số: 7/KH-UBND
Ngày ký, ngày 5 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
PHỤ LỤC
TT	Nhiệm vụ	Cơ quan chủ trì	Sản phẩm	Thời gian
`

// Plans of two provinces speak of one subject in one language, and have nothing
// to do with each other.
func TestNothingInCommon(t *testing.T) {
	t.Parallel()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	one := strings.Replace(head, "%s", "BÌNH AN", 1) + `1	Xây dựng kế hoạch kiểm tra công tác cải cách hành chính tại các sở	Sở Nội vụ	Kế hoạch	Quý I/2026
2	Rà soát, đơn giản hóa thủ tục hành chính lĩnh vực đất đai	Sở Nông nghiệp và Môi trường	Báo cáo	Quý II/2026
3	Tổ chức tập huấn nghiệp vụ tiếp nhận hồ sơ cho công chức một cửa	Văn phòng UBND	Lớp tập huấn	Quý III/2026
4	Sắp xếp các đơn vị sự nghiệp công lập ngành y tế	Sở Y tế	Đề án	Quý IV/2026
5	Xây dựng kho dữ liệu dùng chung của tỉnh	Sở Khoa học và Công nghệ	Kho dữ liệu	Trong năm 2026
`
	two := strings.Replace(head, "%s", "HÒA SƠN", 1) + `1	Xây dựng kế hoạch tuyên truyền công tác cải cách hành chính trên báo, đài	Sở Nội vụ	Kế hoạch	Quý I/2026
2	Rà soát, hệ thống hóa văn bản quy phạm pháp luật lĩnh vực giáo dục	Sở Tư pháp	Báo cáo	Quý II/2026
3	Tổ chức đối thoại với doanh nghiệp về thủ tục thuế	Thuế tỉnh	Hội nghị	Quý III/2026
4	Tinh giản biên chế trong các cơ quan hành chính	Sở Nội vụ	Báo cáo	Quý IV/2026
5	Xây dựng trung tâm điều hành thông minh của tỉnh	Sở Khoa học và Công nghệ	Trung tâm	Trong năm 2026
`
	d := compare.Plans(open(t, library, one), open(t, library, two))
	for _, p := range d.Pairs {
		t.Errorf("%q and %q: %.2f %v", p.Old.Text, p.New.Text, p.Confidence, p.Reasons)
	}
	if len(d.New) != 5 || len(d.Dropped) != 5 {
		t.Errorf("new %s, dropped %s", ids(d.New), ids(d.Dropped))
	}
}
