package seeds

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// Every place where a page break or footnotes cut a paragraph: the words on
// both sides of the cut.
func TestCutParagraphsAreWhole(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ id, words, lines string }{
		{"III.3.6", "cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh quốc gia", "220-220 228-228"},
		{"III.4.6", "về việc sắp xếp các đơn vị hành chính cấp huyện, cấp xã và thành lập thành phố Thủ Đức", "262-262 266-266"},
		{"III.5.4", "thăng hạng viên chức; bố trí sử dụng, đào tạo", "286-286 288-288"},
		{"III.5.10", "những tập thể có thành tích tốt và những cá nhân gương mẫu", "304-304 306-306"},
		{"III.6.3", "chất lượng hoạt động của các đơn vị sự nghiệp công lập trong lĩnh vực y tế", "322-322 324-324 332-332 334-334"},
		{"V.7", "các nội dung về tác động của công tác CCHC đối với kinh tế - xã hội", "428-428 430-430"},
		{"V.14", "phối hợp đồng bộ với sở, ban - ngành, UBND quận - huyện trong triển khai", "444-444 446-446"},
	} {
		u := unitOf(t, c.id)
		if !strings.Contains(u.Text, c.words) {
			t.Errorf("%s is not whole: %s", c.id, u.Text)
		}
		if got := printLines(u.Lines); got != c.lines {
			t.Errorf("%s stands in lines %s, want %s", c.id, got, c.lines)
		}
	}
}

func TestParagraphsAndBullets(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"CK": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nVõ Văn Hoan",
		"I.4": "Triển khai, thực hiện có hiệu quả công tác CCHC năm 2024 gắn với Chủ đề năm 2024 của Thành phố là " +
			"“Quyết tâm thực hiện hiệu quả Chuyển đổi số và Nghị quyết số 98/2023/QH15 của Quốc hội” và phù hợp " +
			"với Kế hoạch phát triển kinh tế - xã hội của Thành phố năm 2024.",
		"II.3.1": "Tỷ lệ giải quyết hồ sơ TTHC đúng hạn từ 98% trở lên trong từng lĩnh vực, riêng lĩnh vực xử lý " +
			"đơn, giải quyết khiếu nại, tố cáo tỷ lệ đạt 95% trở lên.",
		"III": "NHIỆM VỤ TRỌNG TÂM\nNội dung chi tiết theo Phụ lục đính kèm",
		"III.5.11": "Xây dựng và triển khai thực hiện Đề án xây dựng đội ngũ công chức thanh tra công vụ đảm bảo " +
			"đủ năng lực, công tâm, khách quan.\nTăng cường công tác kiểm tra đột xuất việc thực hiện quy tắc ứng " +
			"xử và thực thi công vụ trên địa bàn Thành phố; kiểm tra công tác tuyển dụng, bổ nhiệm và sử dụng cán " +
			"bộ, công chức, viên chức, tình hình chấp hành kỷ luật, kỷ cương hành chính, xử lý nghiêm tình trạng " +
			"lợi dụng chức vụ, quyền hạn để trục lợi cá nhân; kịp thời phát hiện, xử lý nghiêm minh những tổ chức, " +
			"cá nhân sai phạm.",
		"III.6.3": "Thực hiện nghiêm và đúng các quy định về cơ chế tự chủ tài chính của cơ quan nhà nước và đơn " +
			"vị sự nghiệp công lập theo quy định của Chính phủ.\n- Tăng tính hiệu quả của việc thực hiện cơ chế " +
			"tự chủ tại các đơn vị sự nghiệp công lập. Có giải pháp hữu hiệu nâng cao chất lượng hoạt động của các " +
			"đơn vị sự nghiệp công lập trong lĩnh vực y tế, giáo dục, tư pháp, văn hóa, thể dục, thể thao.\n" +
			"- Thường xuyên kiểm tra các đơn vị sự nghiệp công lập thực hiện chế độ tự chủ, tự chịu trách nhiệm.",
		"III.8.2": "Đảm bảo trong quá trình điều tra xã hội học phục vụ đánh giá Chỉ số CCHC, đo lường sự hài lòng " +
			"của người dân thực hiện khách quan, khoa học, phản ánh đúng kết quả thực hiện CCHC của Thành phố.",
		"V.KT": "Trong quá trình tổ chức thực hiện Kế hoạch này, nếu thấy cần sửa đổi, bổ sung, sở, ban - ngành, " +
			"UBND quận - huyện có văn bản gửi về Sở Nội vụ để tổng hợp trình UBND Thành phố xem xét, quyết định./.",
		"PL": "KẾ HOẠCH CỤ THỂ TRIỂN KHAI CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024\n(Ban hành kèm theo Quyết định " +
			"số 6004/QĐ-UBND ngày 19 tháng 12 năm 2023 của Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh)",
	} {
		if diff := cmp.Diff(want, unitOf(t, id).Text); diff != "" {
			t.Errorf("%s (-document +read):\n%s", id, diff)
		}
	}
}

// How many paragraphs and bullets the units have that have more than one.
func TestParagraphCounts(t *testing.T) {
	t.Parallel()
	want := map[string]int{
		"NN": 18, "CK": 3, "III": 2, "III.1.12": 8, "III.4.2": 4, "III.4.7": 2, "III.5.7": 3, "III.5.11": 2,
		"III.6.3": 3, "III.6.4": 6, "III.7.1": 4, "III.8.1": 3, "PL": 2,
	}
	p := decision()
	for _, u := range p.Units {
		if got := strings.Count(u.Text, "\n") + 1; got != max(want[u.ID], 1) {
			t.Errorf("%s has %d paragraphs, want %d", u.ID, got, max(want[u.ID], 1))
		}
	}
}

// The footnotes by unit, and how each starts and ends.
func TestFootnotes(t *testing.T) {
	t.Parallel()
	want := map[string][]plan.Footnote{
		"II.10.4": {{Mark: 1, Text: "Quyết định số 41/2011/QĐ-UBND … Hệ thống Thư điện tử Thành phố Hồ Chí Minh"}},
		"III.1.5": {
			{Mark: 2, Text: "Quyết định số 1191/QĐ-UBND ngày 07 tháng 4 năm 2021 của Ủy ban nhân dân Thành phố ban hành … 2021-2025."},
			{Mark: 3, Text: "Quyết định số 3637/QĐ-UBND ngày 20 tháng 10 năm 2021 của Ủy ban nhân dân Thành phố ban hành … 2021-2030."},
			{Mark: 4, Text: "Chỉ thị số 08/CT-UBND ngày 12 tháng 5 năm 2022 của Chủ tịch UBND Thành phố về việc … 2022 – 2025."},
			{Mark: 5, Text: "Quyết định số 2563/QĐ-UBND ngày 27 tháng 7 năm 2022 của UBND Thành phố về việc … quản lý nhà nước"},
		},
		"III.3.2": {
			{Mark: 6, Text: "Nghị quyết số 131/NQ-CP ngày 06 tháng 10 năm 2022 của Chính phủ về đẩy mạnh … Văn phòng Chính phủ."},
			{Mark: 7, Text: "Chỉ thị số 27/CT-TTg ngày 27 tháng 10 năm 2023 của Thủ tướng Chính phủ về tiếp tục … doanh nghiệp."},
			{Mark: 8, Text: "Chỉ thị số 06/CT-UBND ngày 18 tháng 10 năm 2023 của Chủ tịch UBND Thành phố về tăng … doanh nghiệp."},
		},
		"III.4.1": {{Mark: 9, Text: "Thực hiện sắp xếp các cơ quan chuyên môn … thành phố trực thuộc Trung ương."}},
		"III.5.13": {
			{Mark: 10, Text: "Kế hoạch số 124-KH/TU ngày 31 tháng 5 năm 2022 của Thành ủy về chủ trương … sáng tạo vì lợi ích chung"},
			{Mark: 11, Text: "Kế hoạch số 3815/KH-UBND ngày 18 tháng 10 năm 2022 của Ủy ban … sáng tạo vì lợi ích chung"},
			{Mark: 12, Text: "Kế hoạch số 5337/KH-UBND ngày 18 tháng 10 năm 2023 của Ủy ban … trách nhiệm vì lợi ích chung."},
		},
	}
	p := decision()
	for _, u := range p.Units {
		if len(u.Footnotes) != len(want[u.ID]) {
			t.Errorf("%s has %d footnotes, want %d", u.ID, len(u.Footnotes), len(want[u.ID]))
			continue
		}
		for i, w := range want[u.ID] {
			start, end, _ := strings.Cut(w.Text, " … ")
			got := u.Footnotes[i]
			if got.Mark != w.Mark || !strings.HasPrefix(got.Text, start+" ") || !strings.HasSuffix(got.Text, " "+end) {
				t.Errorf("%s: footnote %d %q, want %d %q", u.ID, got.Mark, got.Text, w.Mark, w.Text)
			}
		}
	}
}

// Marks and emphasis are gone from every word of the document.
func TestNoMarkupIsLeft(t *testing.T) {
	t.Parallel()
	p := decision()
	for _, u := range p.Units {
		for _, text := range textsOf(u) {
			if strings.ContainsAny(text, "⁰¹²³⁴⁵⁶⁷⁸⁹"+"*<>\t\u00a0") || strings.Contains(text, "  ") {
				t.Errorf("%s: %s", u.ID, text)
			}
		}
	}
	if text := unitOf(t, "III.3.2").Text; !strings.Contains(text, "của Chính phủ; Chỉ thị số 27/CT-TTg") {
		t.Errorf("III.3.2: %s", text)
	}
}
