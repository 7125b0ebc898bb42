package remind

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// textOn is the text of an agency's only digest on a day.
func textOn(t *testing.T, p *Planner, name, day string) string {
	t.Helper()
	digests := timeline(p, agency(t, name), date(t, day), date(t, day))
	if len(digests) != 1 {
		t.Fatalf("%d digests on %s, want 1", len(digests), day)
	}
	return digests[0].Text().Plain()
}

// The quarterly article and the quarterly answers to complaints, fifteen
// working days before the last working day of the first quarter.
const quarterlyText = `Nhắc việc cải cách hành chính: Sở Tư pháp

Hạn Chủ nhật, 31/03/2024 (còn 23 ngày; ngày làm việc cuối: thứ Sáu, 29/03/2024)
1.14. Hàng quý gửi ít nhất 01 bài viết/mô hình/sản phẩm tuyên truyền hiệu quả về công tác CCHC có chất lượng gửi về Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn) (Quý I)
   Sản phẩm: Bài viết, mô hình, sản phẩm
   Gửi về: Ban Chỉ đạo CCHC Thành phố (cchc.snv@tphcm.gov.vn)
   Nguồn: Phụ lục, STT 1.14 - QĐ 6004/QĐ-UBND
3.17. 100% phản ánh, kiến nghị của cá nhân, tổ chức về quy định, thủ tục hành chính được tiếp nhận, xử lý, trả lời và công khai kết quả trả lời trên Cổng Dịch vụ… (Quý I)
   Sản phẩm: Cơ quan, đơn vị xử lý 100% phản ánh, kiến nghị và cập nhật kết quả trả lời trên Cổng Dịch vụ công quốc gia; Văn phòng Ủy ban nhân dân Thành phố theo dõi, đôn…
   Nguồn: Phụ lục, STT 3.17 - QĐ 6004/QĐ-UBND

Căn cứ: Quyết định số 6004/QĐ-UBND (kế hoạch năm 2024).`

func TestTextOfADigest(t *testing.T) {
	t.Parallel()
	if diff := cmp.Diff(quarterlyText, textOn(t, planner(), "Sở Tư pháp", "2024-03-08")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWordsOfDigests(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, agency, day string
		want              []string
	}{
		{
			"a milestone says what of the task is due", "Sở Tư pháp", "2024-10-24",
			[]string{
				"Hạn thứ Năm, 31/10/2024 (còn 7 ngày)\n",
				"\n2.3. Kiểm tra, rà soát, hệ thống hóa VBQPPL năm 2024 - Các sản phẩm còn lại (tháng 10)\n",
			},
		},
		{
			"the last working day is not the due date", "Sở Tư pháp", "2024-03-29",
			[]string{"(còn 2 ngày; hôm nay là ngày làm việc cuối)"},
		},
		{"the due date itself", "Sở Tư pháp", "2024-12-31", []string{"Hạn thứ Ba, 31/12/2024 (hôm nay)"}},
		{
			"to whom the agency's own plan goes", "UBND Quận 1", "2024-01-19",
			[]string{"   Gửi về: Sở Nội vụ tổng hợp\n", "   Nguồn: mục V.3.1 - QĐ 6004/QĐ-UBND"},
		},
		{
			"after the plan's year", "Sở Tư pháp", "2026-03-31",
			[]string{
				" (Quý I)\n",
				"(kế hoạch năm 2024); việc định kỳ tiếp tục được nhắc vì chưa có kế hoạch năm 2026.",
			},
		},
		{
			"the year's end tells the many in short, behind the others", "Sở Tư pháp", "2024-12-24",
			[]string{
				"\n2.6. Theo dõi, đôn đốc tiến độ xây dựng, tham mưu ban hành các văn bản… (6 tháng cuối năm 2024)\n",
				"\nViệc trong năm, hạn 31/12/2024 (còn 7 ngày)\n2.1. ",
				"\nVà 26 việc khác: STT 2.9, 2.10, 3.2, 3.4, 3.6, 3.7, ",
			},
		},
		{
			"many warnings are told in short, each milestone with what is due", "Sở Tư pháp", "2024-03-22",
			[]string{"\n2.3. Kiểm tra, rà soát, hệ thống hóa VBQPPL năm 2024 - trình và triển khai Kế hoạch (Quý I)\n"},
		},
		{
			"a short overview", "Sở Nông nghiệp và Môi trường", "2025-07-01",
			[]string{
				"Việc trong năm, thường xuyên, khi phát sinh\n3.6. ",
			},
		},
		{
			"a long overview is counted", "Sở Tư pháp", "2024-04-01",
			[]string{
				"Nhắc việc cải cách hành chính: Sở Tư pháp\n\nĐến hạn trong quý II năm 2024 (3 việc)\n1.14. ",
				"\n\nNgoài ra: 33 việc trong năm, thường xuyên, khi phát sinh.\n\nCăn cứ: ",
			},
		},
		{
			"days counted from an event that is not known wait for it", "Cục Thuế Thành phố", "2024-01-02",
			[]string{"\nV.14. ", "(trong vòng 30 ngày kể từ ngày ngành dọc ban hành kế hoạch CCHC)"},
		},
	}
	for _, tt := range tests {
		text := textOn(t, planner(), tt.agency, tt.day)
		for _, want := range tt.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the text lacks %q:\n%s", tt.name, want, text)
			}
		}
	}
}

func TestRecipient(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{"Hàng quý gửi ít nhất 01 bài viết về công tác CCHC", ""},
		{"Báo cáo gửi về Sở Nội vụ trước ngày 15. Thực hiện nghiêm", "Sở Nội vụ trước ngày 15"},
		{"gởi Kế hoạch về Sở Nội vụ tổng hợp, lưu ý: đảm bảo", "Sở Nội vụ tổng hợp"},
		{"Gửi về Văn phòng (a.b@tphcm.gov.vn)", "Văn phòng (a.b@tphcm.gov.vn)"},
		{"báo cáo về kết quả", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := recipient(plan.Unit{Text: tt.text}); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestUnknownNotes(t *testing.T) {
	t.Parallel()
	library := embedded()
	got := UnknownNotes(library.Calendar.Unknown(date(t, "2026-11-01"), date(t, "2028-01-01"))[:2])
	want := []string{
		"Chưa có lịch nghỉ chính thức: 24/11/2026 (Ngày Văn hóa Việt Nam). Tạm tính là ngày nghỉ, lời nhắc được gửi sớm hơn.",
		"Chưa có lịch nghỉ chính thức: 04/02/2027 - 11/02/2027 (Tết Nguyên đán Đinh Mùi). Tạm tính là ngày nghỉ, lời nhắc được gửi sớm hơn.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	year := UnknownNotes(library.Calendar.Unknown(date(t, "2028-01-01"), date(t, "2028-01-01")))
	if diff := cmp.Diff([]string{"Chưa có lịch nghỉ lễ năm 2028: chỉ tính thứ Bảy, Chủ nhật là ngày nghỉ."}, year); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
