package bot

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/agency"
)

func TestNearNames(t *testing.T) {
	book := agency.NewNameIndex(testAnswerer(t).Register)
	for _, test := range []struct {
		name  string
		first string // the id of the agency that is offered first, "" for none
	}{
		{"sở tư fáp", "so-tu-phap"},
		{"Sở Y Té", "so-y-te"},
		{"so giao duc va dao tạp", "so-giao-duc-va-dao-tao"},
		{"van phong uy ban thanh pho", "van-phong-ubnd"},
		{"quận tân fú", "ubnd-quan-tan-phu"},
		{"xyz", ""},
		{"", ""},
		{"hôm nay trời đẹp quá", ""},
	} {
		first := ""
		if found := book.Similar(test.name); len(found) > 0 {
			first = found[0].ID
		}
		if first != test.first {
			t.Errorf("near(%q) offers %q first, want %q", test.name, first, test.first)
		}
	}
}

// TestNearNamesInSentences: in a sentence, ordinary words must not be taken for
// a name: "thủ tục" is near to "Thủ Đức".
func TestNearNamesInSentences(t *testing.T) {
	book := agency.NewNameIndex(testAnswerer(t).Register)
	for sentence, want := range map[string][]string{
		"sở tư fáp phải làm gì":                     {"so-tu-phap"},
		"thủ tục cấp hộ chiếu ở đâu":                nil,
		"lương cơ sở năm nay bao nhiêu":             nil,
		"tôi muốn đăng ký kết hôn thì cần giấy gì ": nil,
	} {
		var got []string
		for _, a := range book.SimilarIn(sentence) {
			got = append(got, a.ID)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("nearIn(%q) (-want +got):\n%s", sentence, diff)
		}
	}
}
