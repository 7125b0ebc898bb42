package answer

import (
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// inSpring asks the plan in force in spring.
func inSpring(t *testing.T, text string) Answer {
	t.Helper()
	told, err := testAnswerer(t).Answer(t.Context(), text, dialog.Situation{Now: spring})
	if err != nil {
		t.Fatal(err)
	}
	return told
}

// A unit that speaks of the subject without holding a thing of the kind that is
// asked for is offered, not claimed. What the units hold was read in the plan.
func TestKindsNotStated(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ asked, near, says string }{
		{"bộ phận một cửa làm việc đến mấy giờ", "PL.3.2", "không nêu giờ cụ thể"},
		{"máy tính mua cho cán bộ của hãng nào", "PL.7.11", "không nêu tên hãng"},
		{"công ty nào làm nền tảng số hóa thành phố", "PL.7.15", "không nêu tên công ty"},
		{"ai làm trưởng ban giám khảo hội thi cải cách hành chính", "PL.1.11", "không nêu ai là trưởng ban giám khảo"},
		{"hệ thống đơn thư khiếu nại tố cáo có địa chỉ web là gì", "PL.7.8", "không nêu địa chỉ trên mạng"},
		{"quận nào được chọn làm hội thi cải cách hành chính trước", "PL.1.11", "không nêu tên quận"},
		{"hội thi cải cách hành chính mở ngày nào", "PL.1.11", "không nêu ngày cụ thể"},
		{"cho xin danh sách các phường bị kiểm tra cải cách hành chính định kỳ", "PL.1.4.3", "không nêu danh sách"},
		{"mức chi cho một phiếu khảo sát là bao nhiêu", "PL.1.4.2", "không nêu số tiền"},
		{"có bao nhiêu thủ tục hành chính cấp xã", "PL.3.8", "không nêu số lượng"},
		{"Quyết định 2709/QĐ-UBND quy định những nội dung gì", "PL.1.9", "không nêu nội dung của văn bản"},
		{"hội thi cải cách hành chính có mấy vòng", "PL.1.11", "không nêu số lượng"},
		{"chuyên mục cải cách hành chính trên truyền hình phát kênh nào", "PL.1.12", "không nêu “phát kênh nào”"},
		{"chi nhánh văn phòng đăng ký đất đai nào trễ hạn nhiều nhất", "PL.3.13", "không nêu thứ hạng"},
	} {
		told := inSpring(t, test.asked)
		near := slices.ContainsFunc(told.Near, func(f Found) bool { return f.Unit.ID == test.near })
		if told.Intent != question.None || len(told.Units) > 0 || !near || !strings.Contains(told.Text.Plain(), test.says) {
			t.Errorf("%q: %s, %d units, near %v: %s", test.asked, told.Intent, len(told.Units), ids(told.Near), told.Text.Plain())
		}
	}
}

// The same words answer where the unit holds the thing.
func TestKindsStated(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]string{
		"hộp thư nhận bài viết tuyên truyền là địa chỉ nào": "PL.1.14",
		"bao nhiêu phần trăm hồ sơ trễ hẹn phải xin lỗi":    "II.3.5",
		"giải ngân vốn đầu tư phải đạt bao nhiêu":           "II.8",
		"kế hoạch hỗ trợ doanh nghiệp nhỏ và vừa quý mấy":   "PL.3.10",
		"quy chế tài sản công sở nào phối hợp":              "PL.6.3",
	} {
		told := inSpring(t, asked)
		if len(told.Units) == 0 || told.Units[0].Unit.ID != want && !slices.Contains(ids(told.Units[:min(2, len(told.Units))]), want) {
			t.Errorf("%q: %s %v, want %s", asked, told.Intent, ids(told.Units), want)
		}
	}
}

// That the plan has no answer is said of things that it does not speak of; where
// words are not understood or no unit fits, that is told with the nearest.
func TestSilence(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ asked, says string }{
		{"thủ tục nhận con nuôi cần giấy tờ gì", "không có nội dung trả lời"},
		{"giá xăng hôm nay", "không nói đến “giá xăng”"},
		{"ghê răng quạt trần phòng họp", "Chưa hiểu từ"},
	} {
		told := inSpring(t, test.asked)
		if told.Intent != question.None || !strings.Contains(told.Text.Plain(), test.says) {
			t.Errorf("%q: %s %v: %s", test.asked, told.Intent, ids(told.Units), told.Text.Plain())
		}
	}
}

// ids are the units of an answer.
func ids(found []Found) []string {
	list := make([]string, len(found))
	for i, f := range found {
		list[i] = f.Unit.ID
	}
	return list
}
