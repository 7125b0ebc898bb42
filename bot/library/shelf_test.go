package library

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/bot/store"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// planOf is a made-up plan of a number, a subject and a year; its first task is
// the words.
func planOf(number, subject string, year int, words string) string {
	return fmt.Sprintf(`ỦY BAN NHÂN DÂN
THÀNH PHỐ HỒ CHÍ MINH
Số: %s
Thành phố Hồ Chí Minh, ngày 30 tháng 12 năm %d
KẾ HOẠCH
%s năm %d
PHỤ LỤC
STT	Nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Sản phẩm	Thời hạn
1	%s	Sở Tư pháp	Sở Nội vụ	Báo cáo	Quý I/%d
2	Công bố thủ tục hành chính	Sở Nội vụ		Quyết định	Tháng 9/%d
`, number, year-1, subject, year, words, year, year)
}

var (
	lan  = record.Person{ID: 101, Name: "Lan"}
	boss = record.Person{ID: 900, Name: "Bình"}
	day  = plan.Date{Year: 2025, Month: 1, Day: 2}
)

// newShelf is a shelf over an empty store and the embedded plan.
func newShelf(t *testing.T) (*Shelf, *store.Store) {
	t.Helper()
	base, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), "sqlite::memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return NewShelf(base, s), s
}

// libraryOf is the library as it is now.
func libraryOf(t *testing.T, s *Shelf) *seeds.Library {
	t.Helper()
	l, err := s.Library(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// put takes a document into force.
func put(t *testing.T, s *store.Store, text string, replaces int64) record.Plan {
	t.Helper()
	read, err := Read(baseOf(t), "ke-hoach.txt", []byte(text), Settled{})
	if err != nil {
		t.Fatal(err)
	}
	if len(read.Blockers) > 0 {
		t.Fatalf("open: %+v", read.Blockers)
	}
	kept, err := read.describe(record.Plan{File: "ke-hoach.txt", Replaces: replaces, Proposed: lan})
	if err != nil {
		t.Fatal(err)
	}
	if kept, _, err = s.AddPlan(t.Context(), kept, []byte(text)); err != nil {
		t.Fatal(err)
	}
	kept, approved, err := s.ApprovePlan(t.Context(), kept.ID, day, day, boss)
	if err != nil || !approved {
		t.Fatal(approved, err)
	}
	return kept
}

func baseOf(t *testing.T) *seeds.Library {
	t.Helper()
	base, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	return base
}

func TestLibraryFollowsTheLivesOfItsPlans(t *testing.T) {
	shelf, s := newShelf(t)
	l := libraryOf(t, shelf)
	if len(l.Plans) != 1 || l.Plans[0].Number != "6004/QĐ-UBND" || len(l.Beside)+len(l.Shelved) != 0 {
		t.Fatalf("at first: %d plans, %d, %d", len(l.Plans), len(l.Beside), len(l.Shelved))
	}
	kept, err := s.Plans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	next := put(t, s, planOf("88/KH-UBND", "Cải cách hành chính", 2025, "Số hóa sổ hộ tịch"), kept[0].ID)
	l = libraryOf(t, shelf)
	if len(l.Plans) != 1 || l.Plans[0].Number != "88/KH-UBND" || l.Plans[0].ButtonCode() != dialog.StoreCode(next.ID) {
		t.Fatalf("in force: %+v", l.Plans[0].Number)
	}
	if len(l.Shelved) != 1 || l.Shelved[0].About.Number != "6004/QĐ-UBND" || l.Shelved[0].About.ButtonCode() != 2024 || l.Shelved[0].About.Line != l.Plans[0].Line {
		t.Fatalf("older: %+v", l.Shelved)
	}
	put(t, s, planOf("9/KH-UBND", "Chuyển đổi số", 2025, "Phủ sóng 5G toàn thành phố"), 0)
	l = libraryOf(t, shelf)
	if len(l.Plans) != 1 || len(l.Beside) != 1 || l.Beside[0].Number != "9/KH-UBND" || l.Beside[0].Line == l.Plans[0].Line {
		t.Fatalf("side by side: %d, %d", len(l.Plans), len(l.Beside))
	}
	if _, ok, err := s.WithdrawPlan(t.Context(), next.ID, boss); err != nil || !ok {
		t.Fatal(ok, err)
	}
	l = libraryOf(t, shelf)
	if l.Plans[0].Number != "6004/QĐ-UBND" || len(l.Shelved) != 1 || !l.Shelved[0].About.Withdrawn {
		t.Fatalf("after the way back: %s, %+v", l.Plans[0].Number, l.Shelved)
	}
}

// Of two plans in force the one answers that is named or that says it, and says
// so.
func TestTwoPlansInForce(t *testing.T) {
	shelf, s := newShelf(t)
	libraryOf(t, shelf)
	put(t, s, planOf("88/KH-UBND", "Cải cách hành chính", 2025, "Số hóa sổ hộ tịch"), 1)
	put(t, s, planOf("9/KH-UBND", "Chuyển đổi số", 2025, "Phủ sóng mạng di động thế hệ mới"), 0)
	a, err := answer.NewAnswerer(libraryOf(t, shelf))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ question, plan, holds string }{
		{"ai chủ trì số hóa sổ hộ tịch", "88/KH-UBND", "Phụ lục, STT 1 - Kế hoạch số 88/KH-UBND"},
		{"ai chủ trì phủ sóng mạng di động", "9/KH-UBND", "Trả lời theo Kế hoạch số 9/KH-UBND"},
		{"kế hoạch chuyển đổi số ai công bố thủ tục hành chính", "9/KH-UBND", "Phụ lục, STT 2 - Kế hoạch số 9/KH-UBND"},
		{"theo kế hoạch 9/KH-UBND sở tư pháp làm gì", "9/KH-UBND", "Kế hoạch số 9/KH-UBND"},
		{"ai công bố thủ tục hành chính", "88/KH-UBND", "Cũng đang có hiệu lực và nói đến việc này: Kế hoạch số 9/KH-UBND."},
		{"QĐ 6004 nhiệm vụ 2.5", "6004/QĐ-UBND", "là kế hoạch cũ"},
	} {
		got, err := a.Answer(t.Context(), c.question, dialog.Situation{Now: day.AddDays(30).In(baseTime)})
		if err != nil {
			t.Fatal(err)
		}
		if got.Plan.Number != c.plan || !contains(got.Text.Plain(), c.holds) {
			t.Errorf("%s: by %s\n%s", c.question, got.Plan.Number, got.Text.Plain())
		}
	}
}

var baseTime = time.UTC

func contains(text, words string) bool { return strings.Contains(text, words) }

// A plan is proposed to take the place of one of its own issuer alone.
func TestAnotherIssuersPlanReplacesNothing(t *testing.T) {
	shelf, _ := newShelf(t)
	for issuer, want := range map[string]int64{"THÀNH PHỐ HỒ CHÍ MINH": 1, "THÀNH PHỐ TRÀ LĨNH": 0} {
		text := strings.Replace(planOf("88/KH-UBND", "Cải cách hành chính", 2025, "Số hóa sổ hộ tịch"), "THÀNH PHỐ HỒ CHÍ MINH", issuer, 1)
		kept, _, err := shelf.Add(t.Context(), "ke-hoach.txt", []byte(text), lan)
		if err != nil {
			t.Fatal(err)
		}
		if kept.Replaces != want {
			t.Errorf("%s: replaces plan %d, want %d", issuer, kept.Replaces, want)
		}
	}
}
