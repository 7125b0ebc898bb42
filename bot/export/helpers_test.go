package export

import (
	"testing"
	"time"

	"cchcbot/seeds/plan"
)

var saigon = time.FixedZone("+07", 7*60*60)

func day(t testing.TB, text string) plan.Date {
	t.Helper()
	d, err := plan.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func justiceHeading(t testing.TB) Heading {
	t.Helper()
	return Heading{
		Agency:   "Sở Tư pháp",
		Decision: "6004/QĐ-UBND",
		Issued:   day(t, "2023-12-29"),
		Year:     2024,
		Made:     time.Date(2024, 4, 18, 1, 30, 0, 0, saigon), // still the 17th in UTC
	}
}

// justiceDuties are four duties of Sở Tư pháp as the appendix prints them.
func justiceDuties(t testing.TB) []Duty {
	t.Helper()
	quarterly := Duty{
		Place: "Phụ lục, STT 1.14", Number: "1.14",
		Text:      "Hàng quý gửi ít nhất 01 bài viết/mô hình/sản phẩm tuyên truyền hiệu quả về công tác CCHC có chất lượng gửi về Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn)",
		Role:      plan.RoleLead,
		Via:       plan.ViaGroup,
		Product:   "Bài viết, mô hình, sản phẩm",
		Recipient: "Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn)",
		Lead:      "Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố Thủ Đức",
		Support:   "Giám đốc Sở Nội vụ",
		Deadline:  "Hàng quý",
		Due: []Due{
			{Key: "1.14 q1", Period: "Quý I năm 2024", Day: day(t, "2024-03-31"), State: Done, On: day(t, "2024-03-20"), By: "Nguyễn Thị Lan", Note: "đã gửi thư ngày 20/3"},
			{Key: "1.14 q2", Period: "Quý II năm 2024", Day: day(t, "2024-06-30"), State: Open},
			{Key: "1.14 q3", Period: "Quý III năm 2024", Day: day(t, "2024-09-30"), State: Ahead},
			{Key: "1.14 q4", Period: "Quý IV năm 2024", Day: day(t, "2024-12-31"), State: Ahead},
		},
	}
	dated := Duty{
		Place: "Phụ lục, STT 2.3", Number: "2.3",
		Text:     "Kiểm tra, rà soát, hệ thống hóa VBQPPL năm 2024",
		Role:     plan.RoleLead,
		Via:      plan.ViaNamed,
		Product:  "Kế hoạch\nBáo cáo\nVBQPPL của Thành phố bãi bỏ, thay thế, sửa đổi, bổ sung qua kỳ hệ thống hóa",
		Lead:     "Giám đốc Sở Tư pháp",
		Support:  "Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố Thủ Đức",
		Deadline: "Quý I năm 2024: trình và triển khai Kế hoạch\nTrong tháng 10 năm 2024: Các sản phẩm còn lại",
		Due: []Due{
			{Key: "2.3 plan", Period: "Quý I năm 2024", Product: "trình và triển khai Kế hoạch", Day: day(t, "2024-03-31"), State: Late},
			{Key: "2.3 rest", Period: "tháng 10 năm 2024", Product: "Các sản phẩm còn lại", Day: day(t, "2024-10-31"), State: Ahead},
		},
	}
	continuous := Duty{
		Place:    "Phụ lục, STT 1.1",
		Text:     "Kiện toàn Ban Chỉ đạo và Tổ Công tác Ban Chỉ đạo CCHC Thành phố",
		Role:     plan.RoleSupport,
		Via:      plan.ViaGroup,
		Product:  "Quyết định",
		Lead:     "Giám đốc Sở Nội vụ",
		Support:  "Thủ trưởng sở, ban, ngành",
		Deadline: "Khi có phát sinh",
	}
	waived := Duty{
		Place:    "mục V.3.1",
		Text:     "Định kỳ báo cáo",
		Role:     plan.RoleSupport,
		Via:      plan.ViaNamed,
		Deadline: "Quý I năm 2024",
		Due:      []Due{{Key: "waived", Period: "Quý I năm 2024", Day: day(t, "2024-03-31"), State: Waived}},
	}
	all := []Duty{quarterly, dated, continuous, waived}
	for _, duty := range all {
		for i, due := range duty.Due {
			duty.Due[i].Alarms = []plan.Date{due.Day.AddDays(-7), due.Day.AddDays(-1)}
		}
	}
	return all
}

// manyDuties are n duties of four due dates each.
func manyDuties(t testing.TB, n int) []Duty {
	duties := make([]Duty, 0, n)
	for len(duties) < n {
		duties = append(duties, justiceDuties(t)[0])
	}
	return duties
}
