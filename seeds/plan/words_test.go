package plan

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCutNumber(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		"1. Tập trung":                   "1|Tập trung",
		"3.10. Đẩy mạnh":                 "3.10|Đẩy mạnh",
		"3.10 Đẩy mạnh":                  "3.10|Đẩy mạnh",
		"- 3.1. Tỷ lệ":                   "3.1|Tỷ lệ",
		"2) Giảm":                        "2|Giảm",
		"1.4.2. Kiểm tra":                "1.4.2|Kiểm tra",
		"100% các cơ quan":               "",
		"02 đoàn":                        "",
		"20.000 hồ sơ":                   "",
		"16 quận":                        "",
		"98/2023/QH15 của":               "",
		"- Tuyên truyền":                 "",
		"1.":                             "",
		"12345. Quá lớn":                 "",
		"1.1.1.1.1.1.1.1.1. Quá sâu":     "",
		"0.5 triệu":                      "",
		strings.Repeat("1.", 1e5) + " a": "",
	} {
		n, words, ok := cutNumber(line)
		got := ""
		if ok {
			got = n.String() + "|" + words
		}
		if got != want {
			t.Errorf("%s: %q, want %q", excerpt(line), got, want)
		}
	}
}

func TestFollows(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"", "1", true}, {"", "2", false}, {"3", "3.1", true}, {"3", "4", true}, {"3", "3", false},
		{"3.1", "3.2", true}, {"3.7", "4", true}, {"3.7", "3.9", false}, {"3.7", "4.1", false},
		{"1.4.3", "1.5", true}, {"1.4.3", "2", true}, {"1.4.3", "1.4.4", true}, {"1.4.3", "3", false},
	} {
		before, _ := parseNumber(c.before)
		after, _ := parseNumber(c.after)
		if got := after.follows(before); got != c.want {
			t.Errorf("%q after %q: %v", c.after, c.before, got)
		}
	}
}

func TestRoman(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{
		"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "IX": 9, "X": 10, "XIV": 14, "XL": 40, "L": 50,
		"": 0, "IIII": 0, "VX": 0, "IC": 0,
	} {
		if got := romanValue(s); got != want {
			t.Errorf("%s is %d, want %d", s, got, want)
		}
	}
}

func TestJoinCell(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		want      string
		fragments []string
	}{
		{"", nil},
		{"Báo cáo", []string{"Báo cáo"}},
		{"Kế hoạch\nBáo cáo", []string{"- Kế hoạch - Báo cáo"}},
		{"Kế hoạch\nBáo cáo", []string{"- Kế hoạch", "- Báo cáo"}},
		{"Kế hoạch năm 2024\nBáo cáo", []string{"- Kế hoạch", "năm 2024 - Báo cáo"}},
		{"Thủ trưởng sở, ban - ngành; Chủ tịch UBND quận - huyện", []string{"- Thủ trưởng sở, ban - ngành; Chủ tịch UBND quận - huyện"}},
		{"Hệ thống - Báo cáo", []string{"Hệ thống - Báo cáo"}},
		{"Quyết định\n100% các lớp học", []string{"- Quyết định - 100% các lớp học"}},
		{"Đề án giai đoạn 2022 - 2025\nBáo cáo", []string{"- Đề án giai đoạn 2022 - 2025 - Báo cáo"}},
		{"Tỷ lệ 25% - 35%\nBáo cáo", []string{"- Tỷ lệ 25% - 35% - Báo cáo"}},
		{"Giám đốc Sở Lao động - Thương binh và Xã hội\nGiám đốc Sở Y tế", []string{"- Giám đốc Sở Lao động - Thương binh và Xã hội - Giám đốc Sở Y tế"}},
	} {
		if got := joinCell(c.fragments); got != c.want {
			t.Errorf("%q: %q, want %q", c.fragments, got, c.want)
		}
	}
}

func TestCleanCell(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string]string{
		` Báo  cáo `: "Báo cáo",
		`<ul style="list-style-type: none"> - Kế hoạch - Báo cáo </ul>`: "- Kế hoạch - Báo cáo",
		`<ul><li>Kế hoạch</li><li> - Báo cáo</li></ul>`:                 "- Kế hoạch\n- Báo cáo",
		`Khi phát sinh<br>Hàng quý`:                                     "Khi phát sinh\nHàng quý",
		`tỷ lệ < 2%`:                                                    "tỷ lệ < 2%",
	} {
		if got := cleanCell(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestWithoutMarks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, want string
		marks      []int
	}{
		{"Chính phủ⁶; Thủ tướng⁷.", "Chính phủ; Thủ tướng.", []int{6, 7}},
		{"Thành ủy¹⁰", "Thành ủy", []int{10}},
		{"50 m², 2km² và 3 m³", "50 m², 2km² và 3 m³", nil},
		{"Việt Nam²", "Việt Nam", []int{2}},
		{"m²", "m²", nil},
		{"không dấu", "không dấu", nil},
	} {
		var marks []int
		got := withoutMarks(c.text, func(mark int) { marks = append(marks, mark) })
		if got != c.want || cmp.Diff(c.marks, marks) != "" {
			t.Errorf("%q: %q with %v, want %q with %v", c.text, got, marks, c.want, c.marks)
		}
	}
}

func TestGoesOn(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("công tác cải cách ", 6)
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"môi trường đầu tư", "kinh doanh, nâng cao", true},
		{"viên chức;", "bố trí sử dụng", true},
		{"Cải cách thể chế", "Tiếp tục thực hiện", false},
		{long + "thành phố Thủ", "Đức và các quận", true},
		{long + "của Thành phố.", "Tiếp tục thực hiện", false},
		{long + "của Thành phố.⁵", "Tiếp tục thực hiện", false},
		{"xem xét, quyết định", "./.", true},
		{"như sau:", "- tuyên truyền", false},
		{"như sau", "a) tuyên truyền", false},
	} {
		p := newParagraph(line{}, c.before)
		if got := p.goesOn(c.after); got != c.want {
			t.Errorf("%q after %q: %v", c.after, excerpt(c.before), got)
		}
	}
}
