package answer

import (
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/dialog"
)

// TestScrapsLeaveNothingOut asks for sets with words about the table or the asking
// that tell no unit from another. The units are those of the appendix whose cells
// say so.
func TestScrapsLeaveNothingOut(t *testing.T) {
	quarter, used := []string{"PL.1.4.1", "PL.1.9", "PL.3.11"}, []string{"PL.7.1", "PL.7.8", "PL.7.14", "PL.7.18"}
	for text, want := range map[string][]string{
		"xét cột thời gian, dòng nào ghi quý II":                      quarter,
		"trong 102 dòng, dòng nào cột thời gian ghi quý II":           quarter,
		"những dòng nào mà cột sản phẩm chỉ ghi vỏn vẹn chữ Ứng dụng": used,
		"việc nào cột sản phẩm chỉ ghi đúng chữ ứng dụng":             used,
		"trong 102 dòng thì dòng nào không ghi thời gian hoàn thành":  {"PL.7.7"},
		"kể riêng những dòng Công an Thành phố chủ trì":               {"PL.7.7"},
	} {
		answer, err := testAnswerer(t).Answer(t.Context(), text, dialog.Situation{Now: at("2024-03-05")})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range answer.Units {
			if strings.HasPrefix(f.Unit.ID, "PL.") {
				got = append(got, f.Unit.ID)
			}
		}
		slices.Sort(got)
		want = slices.Sorted(slices.Values(want))
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q (%s)", text, got, want, answer.Understood)
		}
	}
}

// TestNoneIsFoundRatherThanThere says of a topic that no unit of the set was found
// to hold no more than that.
func TestNoneIsFoundRatherThanThere(t *testing.T) {
	answer, err := testAnswerer(t).Answer(t.Context(), "việc nào Sở Tư pháp chủ trì về số hóa hồ sơ trong quý I", dialog.Situation{Now: at("2024-03-05")})
	if err != nil {
		t.Fatal(err)
	}
	if got := answer.Text.Plain(); len(answer.Units) > 0 || strings.Contains(got, "không có nhiệm vụ") {
		t.Errorf("answered by %q", got)
	}
}
