package seeds

import (
	"strings"
	"testing"
)

func TestErrataAreApplied(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ id, scanned, corrected string }{
		{"NN", "- Nhu Điều 4;", "- Như Điều 4;"},
		{"NN", "- Công Thông tin điện tử TP;", "- Cổng Thông tin điện tử TP;"},
		{"III.1.4", "thường xuyên, đầy mạnh theo hướng", "thường xuyên, đẩy mạnh theo hướng"},
		{"III.2.5", "các đơn vị bô, ngành Trung ương", "các đơn vị bộ, ngành Trung ương"},
		{"III.3.4", "đồng bộ với Công Dịch vụ công quốc gia", "đồng bộ với Cổng Dịch vụ công quốc gia"},
		{"III.3.11", "khai thác Công Dịch vụ công Quốc gia", "khai thác Cổng Dịch vụ công Quốc gia"},
		{"III.4.4", "khu phố - áp theo", "khu phố - ấp theo"},
		{"III.5.7", "nước ngoài, phần đầu có 25% - 35%", "nước ngoài, phấn đấu có 25% - 35%"},
		{"III.7.12", "điều hành các áp và khu khô tại", "điều hành các ấp và khu phố tại"},
		{"V.2", "phản biện xã hội và hàn ánh kịp thời", "phản biện xã hội và phản ánh kịp thời"},
		{"PL.1.6", "hạn chế, thiêu soát sau khi", "hạn chế, thiếu sót sau khi"},
		{"PL.3.11", "Hệ thống Đổi thoại Doanh nghiệp", "Hệ thống Đối thoại Doanh nghiệp"},
		{"PL.4.4", "Đề án sáp xếp khu phố", "Đề án sắp xếp khu phố"},
		{"PL.4.7", "Tiếp tục sáp xếp tổ chức", "Tiếp tục sắp xếp tổ chức"},
		{"PL.4.7", "về việc sáp xếp các đơn vị", "về việc sắp xếp các đơn vị"},
		{"PL.5.14", "trên Công thông tin 1022", "trên Cổng thông tin 1022"},
	} {
		u := unitOf(t, c.id)
		if !strings.Contains(u.Text, c.corrected) || strings.Contains(u.Text, c.scanned) {
			t.Errorf("%s: text %q lacks %q", c.id, u.Text, c.corrected)
		}
		if !strings.Contains(u.Scanned, c.scanned) {
			t.Errorf("%s: scanned %q lacks %q", c.id, u.Scanned, c.scanned)
		}
		if len(u.Corrections) == 0 {
			t.Errorf("%s: no correction is listed", c.id)
		}
	}
}

// Corrections in other cells leave Scanned, which is the text, empty.
func TestErrataInCells(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"PL.3.18": "Thanh tra thành phố; Thanh tra quận, huyện, thành phố Thủ Đức; Thanh tra các sở\nChánh Văn phòng UBND Thành phố",
		"PL.6.5":  "Văn bản tham mưu",
		"PL.6.7":  "Văn bản/giải pháp",
		"PL.7.6":  "Họp trực tuyến\nỨng dụng, phần mềm cải tiến",
	} {
		u := unitOf(t, id)
		got := u.Product
		if id == "PL.3.18" {
			got = u.Lead
		}
		if got != want || u.Scanned != "" || len(u.Corrections) != 1 {
			t.Errorf("%s: %q, scanned %q, corrections %v", id, got, u.Scanned, u.Corrections)
		}
	}
}

// What the issuer printed oddly is kept and noted.
func TestNotedOdditiesAreKept(t *testing.T) {
	t.Parallel()
	for id, words := range map[string]string{
		"II.1":     "năm 2023 cao hơn so với năm 2023",
		"III.1.5":  "2563/QĐ-UBND",
		"III.4.9":  "2536/QĐ-UBND",
		"III.5.13": "ngày 19 tháng 9 năm 2023",
		"PL":       "ngày 19 tháng 12 năm 2023",
		"PL.7.5":   "NGSP",
	} {
		u := unitOf(t, id)
		if !strings.Contains(u.Text, words) || len(u.Notes) != 1 || u.Scanned != "" {
			t.Errorf("%s: %q, notes %v", id, u.Text, u.Notes)
		}
	}
}
