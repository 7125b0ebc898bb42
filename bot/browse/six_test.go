package browse

import (
	"strings"
	"testing"
)

// TestDecided reads who decides, as it stands in plans of several issuers; what only
// cites a decision, or speaks of a course of events, tells nobody.
func TestDecided(t *testing.T) {
	for text, want := range map[string]string{
		"Tham mưu Ủy ban nhân dân Thành phố ban hành Kế hoạch":                                   "Tham mưu Ủy ban nhân dân Thành phố ban hành Kế hoạch",
		"Hoàn thiện hồ sơ trình Chính phủ ban hành Nghị định":                                    "trình Chính phủ ban hành Nghị định",
		"Rà soát hồ sơ; trình cấp có thẩm quyền xem xét":                                         "trình cấp có thẩm quyền xem xét",
		"Xây dựng Quyết định của Thủ tướng Chính phủ ban hành Chương trình":                      "Xây dựng Quyết định của Thủ tướng Chính phủ ban hành Chương trình",
		"Danh mục được UBND tỉnh phê duyệt":                                                      "được UBND tỉnh phê duyệt",
		"Thực hiện Quyết định số 893/QĐ-TTg được Thủ tướng Chính phủ phê duyệt":                  "",
		"Chương trình Chính phủ số":                                                              "",
		"Các nghị quyết của Quốc hội, pháp lệnh":                                                 "",
		"Nâng cao trình độ cán bộ":                                                               "",
		"Theo Kế hoạch số 12/KH-UBND, báo cáo UBND tỉnh":                                         "",
		"Đề nghị Ban Tuyên giáo Thành ủy phối hợp":                                               "",
		"Ủy quyền cho Chủ tịch Ủy ban nhân dân cấp huyện giải quyết. Thực hiện trong năm":        "Ủy quyền cho Chủ tịch Ủy ban nhân dân cấp huyện giải quyết",
		"dịch vụ công toàn trình tại bộ phận một cửa, phân cấp cho Chủ tịch UBND phường quản lý": "phân cấp cho Chủ tịch UBND phường quản lý",
	} {
		if got := strings.Join(decided(text, decides), "; "); got != want {
			t.Errorf("decided(%q) = %q, want %q", text, got, want)
		}
	}
	for product, want := range map[string]string{
		"Quyết định của UBND Thành phố": "Quyết định của UBND Thành phố",
		"Báo cáo": "",
		"Dự thảo Nghị quyết của Hội đồng nhân dân Thành phố": "Dự thảo Nghị quyết của Hội đồng nhân dân Thành phố",
	} {
		if got := strings.Join(decided(product, decides, delivers), "; "); got != want {
			t.Errorf("delivered %q: %q, want %q", product, got, want)
		}
	}
}
