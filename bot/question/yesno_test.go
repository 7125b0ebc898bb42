package question

import "testing"

func TestYesNo(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Sở Nội vụ chủ trì số hóa hồ sơ phải không":                      true,
		"Sở Nội vụ chủ trì số hóa hồ sơ, đúng không ạ?":                  true,
		"có phải Văn phòng UBND Thành phố chủ trì số hóa hồ sơ":          true,
		"phải chăng Sở Tư pháp chủ trì việc này":                         true,
		"Sở Y tế có phối hợp số hóa hồ sơ không":                         true,
		"so y te co phoi hop so hoa ho so ko":                            true,
		"so y te co phoi hop so hoa ho so khong vay ad":                  true,
		"Sở Y tế có phối hợp số hóa hồ sơ hay không?":                    true,
		"Sở Tư pháp chủ trì việc đó được không":                          true,
		"ai chủ trì số hóa hồ sơ":                                        false,
		"đơn vị nào chủ trì số hóa hồ sơ được không ạ":                   false,
		"cho em hỏi có ai phối hợp không":                                false,
		"Sở Y tế không chủ trì số hóa hồ sơ phải không":                  false, // a yes could mean either
		"Sở Nội vụ hay Sở Tư pháp chủ trì, đúng không":                   false,
		"dịch vụ công trực tuyến có bao nhiêu phần trăm không dùng giấy": false,
		"họp không giấy":                     false,
		"co quan chu tri so hoa ho so khong": false,
		"không":                              false,
		"":                                   false,
	} {
		if got := ask(t, text).YesNo; got != want {
			t.Errorf("%q: YesNo = %v, want %v", text, got, want)
		}
	}
}
