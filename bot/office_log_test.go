package bot

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/export"
	"cchcbot/bot/record"
	"cchcbot/bot/store"
	"cchcbot/seeds/plan"
)

// TestLogOfTheStore makes every sort of change in a store, and reads its log.
func TestLogOfTheStore(t *testing.T) {
	now := at("2024-03-05")
	kept, err := store.Open(t.Context(), "sqlite::memory:", store.WithNow(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	b := New(Settings{Answerer: testAnswerer(t), Memory: kept, Now: func() time.Time { return now }, Records: kept})
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx := t.Context()
	chief, focal := record.Person{ID: 9, Name: "Lê Văn Chính"}, record.Person{ID: 8, Name: "Trần Thị Bình", Username: "binh"}
	must(kept.Meet(ctx, chief))
	must(kept.Meet(ctx, focal))
	tie := record.Subscription{Chat: 8, Agency: "Phường Bến Nghé", Role: record.FocalPerson, Standing: record.Waiting, Person: focal}
	_, err = kept.PutSubscription(ctx, tie, focal)
	must(err)
	tie.Standing = record.Approved
	_, err = kept.SettleSubscription(ctx, tie, chief)
	must(err)
	preferences := record.DefaultPreferences(8)
	preferences.Minute, preferences.Supports = 7*60+45, true
	must(kept.SetPreferences(ctx, preferences, focal))
	article, err := kept.KeepOccurrence(ctx, record.Occurrence{
		Plan: "6004/QĐ-UBND", Year: 2024, Unit: "PL.1.14", Agency: "so-tu-phap",
		Occurrence: plan.Occurrence{Kind: plan.DeadlineQuarterly, Period: "quý I năm 2024", Due: plan.Date{Year: 2024, Month: 3, Day: 31}},
	})
	must(err)
	_, _, err = kept.CloseOccurrences(ctx, []record.Occurrence{{ID: article.ID, State: record.Done, Note: "https://example.vn/bai"}}, focal)
	must(err)
	_, _, err = kept.ReopenOccurrence(ctx, article.ID, focal)
	must(err)
	_, err = kept.AskExplanation(ctx, record.Explanation{Occurrence: article, Asked: chief})
	must(err)
	report, err := kept.AddReport(ctx, record.Report{Occurrence: article, Person: focal})
	must(err)
	_, _, err = kept.SettleReport(ctx, report.ID, false, chief)
	must(err)
	must(kept.SetLadder(ctx, plan.DeadlineQuarterly, []string{"10wd", "3wd", "last"}, chief))
	must(kept.SetLadder(ctx, plan.DeadlineQuarterly, nil, chief))
	must(kept.SetCalendarDays(ctx, plan.CalendarEntry{From: plan.Date{Year: 2026, Month: 2, Day: 14}, To: plan.Date{Year: 2026, Month: 2, Day: 20}, Reason: "Tết"}, chief))
	must(kept.RemoveCalendarDays(ctx, plan.Date{Year: 2026, Month: 2, Day: 14}, chief))
	must(kept.SetInternalDue(ctx, record.InternalDue{Unit: "PL.1.14", Day: 20}, chief))
	must(kept.NameAdministrator(ctx, focal, chief))
	must(kept.DismissAdministrator(ctx, focal, chief))
	must(kept.Announce(ctx, "daumoi: Họp lúc 14 giờ: phòng 2", chief))
	must(kept.ForgetPerson(ctx, 8))

	// What was changed about a forgotten person is not told any more.
	const who, boss = "một người dùng", "Lê Văn Chính (mã 9)"
	const due = "nhiệm vụ 1.14, Sở Tư pháp, hạn 31/03/2024"
	want := []export.Change{
		{Who: who, What: "đăng ký"},
		{Who: boss, What: "đăng ký"},
		{Who: who, What: "cài đặt"},
		{Who: who, What: "kỳ hạn", About: due, Before: "chưa xong", After: "đã nộp: https://example.vn/bai"},
		{Who: who, What: "kỳ hạn", About: due, Before: "đã nộp: https://example.vn/bai", After: "chưa xong"},
		{Who: boss, What: "giải trình", About: due, After: "đề nghị giải trình"},
		{Who: who, What: "báo không phải việc", About: due, After: "chưa xử lý"},
		{Who: boss, What: "báo không phải việc", About: due, Before: "chưa xử lý", After: "giữ nguyên"},
		{Who: boss, What: "mốc nhắc", About: "Hàng quý", Before: "mặc định", After: "10 và 3 ngày làm việc trước hạn, và ngày làm việc cuối cùng"},
		{Who: boss, What: "mốc nhắc", About: "Hàng quý", Before: "10 và 3 ngày làm việc trước hạn, và ngày làm việc cuối cùng", After: "mặc định"},
		{Who: boss, What: "lịch nghỉ", About: "14/02/2026", Before: "theo lịch chung", After: "nghỉ (Tết), đến hết 20/02/2026"},
		{Who: boss, What: "lịch nghỉ", About: "14/02/2026", Before: "nghỉ (Tết), đến hết 20/02/2026", After: "theo lịch chung"},
		{Who: boss, What: "hạn nội bộ", About: "nhiệm vụ 1.14", Before: "theo kế hoạch", After: "chậm nhất ngày 20 tháng cuối kỳ"},
		{Who: boss, What: "quản trị viên"},
		{Who: boss, What: "quản trị viên"},
		{Who: boss, What: "thông báo", About: "Cán bộ đầu mối", After: "Họp lúc 14 giờ: phòng 2"},
		{Who: who, What: "dữ liệu cá nhân", Before: "có dữ liệu", After: "đã xóa"},
	}
	log, err := kept.Audit(ctx, 0, 100)
	must(err)
	var got []export.Change
	reader := b.office.NewLogReader()
	for _, c := range log {
		told, err := reader.Read(ctx, c)
		must(err)
		if !told.At.Equal(now) {
			t.Errorf("%+v: not at %s", told, now)
		}
		told.At = time.Time{}
		got = append(got, told)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the log (-want +got):\n%s", diff)
	}
}

// TestLogOfOtherVersions leaves what cannot be read as it is.
func TestLogOfOtherVersions(t *testing.T) {
	b := newBot(t, memory{}, &book{}, time.Now, newRecords(t, time.Now))
	for _, what := range []string{"administrator", "announcement", "calendar", "explanation", "internal_due", "ladder", "occurrence", "person", "preferences", "report", "subscription", "new"} {
		for _, words := range []string{"", " ", "|", "||||", "x|y|z|u|v", "8", "8 ", "-8 a b", "{", "2026-02-30 off"} {
			told, err := b.office.NewLogReader().Read(t.Context(), record.Change{What: what, About: words, Before: words, After: words})
			if err != nil || told.What == "" || told.About == "" && words != "" {
				t.Errorf("%s of %q: %+v, %v", what, words, told, err)
			}
		}
	}
}
