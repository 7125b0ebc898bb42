package answer

import (
	"context"
	"strings"
	"testing"

	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
)

// The sets are read from the appendix by hand.
func TestComposedQuestions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ asked, want string }{
		{"việc nào không ghi thời hạn", "PL.7.7"},
		{"việc nào không ghi cơ quan phối hợp", "PL.2.9 PL.3.2 PL.3.7 PL.3.17 PL.3.19 PL.7.7"},
		{"6 tháng báo cáo một lần là việc nào", "PL.2.6"},
		{"SNV chủ trì mấy việc về tổ chức bộ máy", "PL.4.1 PL.4.2 PL.4.3 PL.4.8 PL.4.9 PL.4.10 PL.4.11"},
		{"mảng bộ máy có mấy việc phải hoàn thành trong tháng 10", "PL.4.9 PL.4.10 PL.4.11"},
		{"3.10 và 6.7 cái nào xong trước", "PL.3.10 PL.6.7"},
		{"Sở Kế hoạch và Đầu tư chủ trì việc nào phải xong trong quý I?", "PL.3.10"},
		{"Sở Tài chính và Sở Nội vụ cùng có tên ở cột chủ trì của những việc nào", "PL.2.5 PL.4.8"},
		{"việc nào Sở Nội vụ chủ trì mà Sở Tư pháp phối hợp", "PL.1.2 PL.1.3 PL.4.10"},
		{"nhiệm vụ nào ghi Giám đốc Sở Nội vụ vừa ở cột chủ trì vừa ở cột phối hợp", "PL.1.12 PL.4.1 PL.4.2 PL.4.9 PL.5.16"},
		{"nhóm chế độ công vụ, việc nào không do Sở Nội vụ chủ trì", "PL.5.3 PL.5.5"},
		{"cấp xã được ghi tên phối hợp ở những nhiệm vụ nào", "PL.7.9 PL.7.18"},
		{"mảng tổ chức bộ máy có mấy việc mà sản phẩm chỉ là Quyết định", "PL.4.2 PL.4.3 PL.4.4 PL.4.5 PL.4.6 PL.4.8"},
		{"trong hai việc của Sở Khoa học và Công nghệ, việc nào sản phẩm là Kế hoạch và Hồ sơ", "PL.7.17"},
		{"liệt kê những việc có mốc trong quý II", "PL.1.4.1 PL.1.9 PL.3.11"},
		{"nhiệm vụ nào cột thời gian chỉ ghi thường xuyên", "PL.1.10 PL.1.12"},
		{"có mấy việc kéo dài sang các năm tiếp theo", "PL.1.7 PL.3.6"},
		{"việc nào phải làm theo nhịp hàng quý", "PL.1.14 PL.3.17"},
		{"Viện Nghiên cứu phát triển Thành phố với Mặt trận Tổ quốc, mỗi bên được giao khảo sát gì", "V.2 V.13"},
		{"SNV với STP ai chủ trì nhiều hơn về thể chế", "PL.2.1 PL.2.2 PL.2.3 PL.2.4 PL.2.6 PL.2.8 PL.2.9 PL.2.10"},
		{"Sở Tài chính hoặc Sở Kế hoạch và Đầu tư chủ trì những việc nào trong nhóm 6", "PL.6.1 PL.6.4 PL.6.9 PL.6.5 PL.6.7"},
		{"Sở Nội vụ chủ trì việc nào theo Quyết định 2709", "PL.1.9 PL.5.10"},
		{"sản phẩm là ứng dụng thì có những việc nào", "PL.7.1 PL.7.6 PL.7.8 PL.7.9 PL.7.14 PL.7.18"},
		{"sở y tế chủ trì gì về sự hài lòng", "PL.3.15"},
		{"phường xã chủ trì việc gì về họp trực tuyến", "PL.7.6"},
		{"mục 5 phụ lục bao nhiêu việc do sở nội vụ chủ trì", "PL.5.1 PL.5.2 PL.5.4 PL.5.6 PL.5.7 PL.5.8 PL.5.9 PL.5.10 PL.5.11 PL.5.12 PL.5.13 PL.5.14 PL.5.15 PL.5.16"},
		{"6.3 và 6.4 cái nào sở tài chính chủ trì", "PL.6.4"},
		{"việc sở nội vụ chủ trì có sản phẩm là Quyết định hạn tháng 10", "PL.4.10 PL.4.11"},
		{"sở nào phối hợp nhiều nhất", "PL.1.10 PL.1.12 PL.1.14 PL.2.7 PL.3.8 PL.3.15 PL.4.1 PL.4.2 PL.4.4 PL.4.5 PL.4.6 PL.4.7 PL.4.9 PL.5.3 PL.5.5 PL.5.16 PL.7.3"},
		{"Sở Ngoại vụ phối hợp việc gì, phấn đấu bao nhiêu phần trăm", "PL.5.8"},
		{"trong phụ lục có việc nào bỏ trống ô thời hạn không", "PL.7.7"},
		{"cột phối hợp của những việc nào để trống", "PL.2.9 PL.3.2 PL.3.7 PL.3.17 PL.3.19 PL.7.7"},
		{"hàng nào thiếu cơ quan phối hợp trong nhóm 3", "PL.3.2 PL.3.7 PL.3.17 PL.3.19"},
		{"cột thời gian nào nhắc tới quý II hoặc quý III", "PL.1.4.1 PL.1.9 PL.3.11"},
		{"nhóm 4 có mấy việc Sở Nội vụ phối hợp mà không chủ trì", "PL.4.4 PL.4.5 PL.4.6 PL.4.7"},
		{"nhóm 5 việc nào quận huyện chủ trì còn Sở Nội vụ chỉ phối hợp", "PL.5.3 PL.5.5"},
		{"những việc chỉ có UBND cấp huyện đứng tên chủ trì", "PL.1.4.3 PL.4.4 PL.4.7 PL.5.5"},
		{"việc nào ghi Sở Tư pháp hoặc Thanh tra ở cột chủ trì, phối hợp của nhóm 5", "PL.5.12"},
		{"trong phụ lục nhiệm vụ nào viện dẫn Quyết định 2709", "PL.1.9 PL.5.10"},
		{"nhiệm vụ đầu tiên và cuối cùng của nhóm cải cách thể chế", "PL.2.1 PL.2.10"},
		{"việc thứ hai của nhóm 3 là gì", "PL.3.2"},
		{"lĩnh vực nào ít việc nhất", "PL.2"},
		{"việc nào nêu tên cả Sở Nội vụ lẫn Sở Tư pháp ở cột chủ trì, phối hợp", "PL.1.2 PL.1.3 PL.4.10"},
		{"nhóm nào Sở Tài chính chủ trì nhiều nhất", "PL.6"},
		{"ngoài Sở Tư pháp thì nhóm 2 còn việc nào người khác chủ trì", "PL.2.5 PL.2.7"},
		{"Chủ tịch UBND quận huyện chủ trì một mình những việc nào", "PL.1.4.3 PL.4.4 PL.4.7 PL.5.5"},
		{"Sở Y tế được giao mấy việc đích danh", "V.11 PL.3.15"},
		{"giữa Sở Nội vụ với Sở Khoa học và Công nghệ, sở nào chủ trì ít việc hơn", "PL.6.8 PL.7.17"},
	} {
		answer, err := testAnswerer(t).Answer(context.Background(), c.asked, dialog.Situation{Now: spring})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, f := range answer.Units {
			ids = append(ids, f.Unit.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%q: %s, want %s (%s)", c.asked, got, c.want, answer.Understood)
		}
	}
}

func TestCounts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		asked string
		want  int
	}{
		{"phụ lục có bao nhiêu nhiệm vụ", 102},
		{"nhóm nào nhiều việc nhất", 19},
		{"nhóm 5 có mấy nhiệm vụ", 16},
		{"kế hoạch này có bao nhiêu nhiệm vụ", 102},
		{"có tất cả mấy việc", 102},
	} {
		answer, err := testAnswerer(t).Answer(context.Background(), c.asked, dialog.Situation{Now: spring})
		if err != nil {
			t.Fatal(err)
		}
		if answer.Count == nil || *answer.Count != c.want {
			t.Errorf("%q: %v, want %d (%s)", c.asked, answer.Count, c.want, answer.Text.Plain())
		}
	}
}

// How duties are carried out stands in no plan: no row is told for it.
func TestStandingOfAgenciesIsNotInThePlan(t *testing.T) {
	t.Parallel()
	for _, asked := range []string{"quận nào trễ hạn nhiều nhất", "đơn vị nào quá hạn nhiều nhất", "ai chưa nộp nhiều nhất"} {
		answer, err := testAnswerer(t).Answer(context.Background(), asked, dialog.Situation{Now: spring})
		if err != nil {
			t.Fatal(err)
		}
		if answer.Intent != question.None || len(answer.Units) > 0 {
			t.Errorf("%q: %s, %d units", asked, answer.Intent, len(answer.Units))
		}
	}
}

// A unit that speaks of the subject without holding the kind of thing that is
// asked for is offered, not claimed.
func TestNotStated(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ asked, says string }{
		{"phải giảm bao nhiêu phần trăm số đơn vị sự nghiệp công lập", "không nêu tỷ lệ"},
	} {
		answer, err := testAnswerer(t).Answer(context.Background(), c.asked, dialog.Situation{Now: spring})
		if err != nil {
			t.Fatal(err)
		}
		if answer.Intent != question.None || len(answer.Units) > 0 || len(answer.Near) == 0 || !strings.Contains(answer.Text.Plain(), c.says) {
			t.Errorf("%q: %s, %d near: %s", c.asked, answer.Intent, len(answer.Near), answer.Text.Plain())
		}
	}
}

// That a set comes to an agency through its group alone is said.
func TestSetByGroupIsSaid(t *testing.T) {
	t.Parallel()
	answer, err := testAnswerer(t).Answer(context.Background(), "STC có chủ trì việc nào trong nhóm 7 không", dialog.Situation{Now: spring})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(answer.Text.Plain(), "Sở Tài chính không được nêu đích danh") {
		t.Error(answer.Text.Plain())
	}
}

// An agency that one of the units names is not said to be in none, whatever the
// other agency of the question is.
func TestNamedAgencyIsNotDenied(t *testing.T) {
	t.Parallel()
	for _, asked := range []string{
		"việc nào STP chủ trì mà SNV phối hợp, hạn quý 4", // 2.1: Giám đốc Sở Tư pháp
		"ngoài sở nội vụ còn ai chủ trì việc nhóm 6",
	} {
		answer, err := testAnswerer(t).Answer(context.Background(), asked, dialog.Situation{Now: spring})
		if err != nil {
			t.Fatal(err)
		}
		if words := answer.Text.Plain(); strings.Contains(words, "không được nêu đích danh") || strings.Contains(words, ";;") {
			t.Errorf("%s\n%s", asked, words)
		}
	}
}

// What a question names and no unit speaks of, or none that meets the other
// conditions, is said by its words; nothing is claimed in its place.
func TestUnmetTopicIsSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ asked, says string }{
		{"ai lo chuyện số hóa hộ tịch", "không nói đến “hộ tịch”"},
		{"chuyển đổi số nông nghiệp sở nào chủ trì", "không nói đến “nông nghiệp”"},
		{"sở y tế chủ trì việc gì về bệnh án điện tử", "về “bệnh án điện tử”"},
		{"SNV phối hợp việc nào về nghĩa vụ quân sự", "“nghĩa vụ quân sự”"},
		{"sở giao thông chủ trì gì về xe buýt", "Sở Giao thông vận tải chủ trì; về “xe buýt”"},
		{"sở nội vụ chủ trì gì về nhà ở xã hội", "“nhà ở xã hội”"},
	} {
		answer, err := testAnswerer(t).Answer(context.Background(), c.asked, dialog.Situation{Now: spring})
		if err != nil {
			t.Fatal(err)
		}
		if answer.Intent != question.None || len(answer.Units) > 0 || !strings.Contains(answer.Text.Plain(), c.says) {
			t.Errorf("%q: %s %d, want %q: %s", c.asked, answer.Intent, len(answer.Units), c.says, answer.Text.Plain())
		}
	}
}
