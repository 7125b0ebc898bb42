package store

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

func TestFeedback(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		now := time.Date(2024, 6, 1, 9, 30, 0, 0, time.UTC)
		s := open(t, address, WithNow(newClock(now).now))
		list, err := s.ListFeedback(t.Context())
		must(t, err)
		if len(list) != 0 {
			t.Fatalf("feedback of an empty database: %+v", list)
		}

		hanoi := time.FixedZone("+07", 7*60*60)
		must(t, s.AddFeedback(t.Context(), record.Feedback{
			Chat: 42, Question: "ai chủ trì số hóa hồ sơ?", Units: []string{"PL.3.1", "III.3.9"},
			Text: "Phải là \"Văn phòng\" 'UBND' chứ? 😀", At: time.Date(2024, 5, 1, 7, 0, 0, 0, hanoi),
		}))
		must(t, s.AddFeedback(t.Context(), record.Feedback{Chat: -7, Text: "sai"}))

		list, err = s.ListFeedback(t.Context())
		must(t, err)
		want := []record.Feedback{
			{
				Chat: 42, Question: "ai chủ trì số hóa hồ sơ?", Units: []string{"PL.3.1", "III.3.9"},
				Text: "Phải là \"Văn phòng\" 'UBND' chứ? 😀", At: time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC),
			},
			{Chat: -7, Units: []string{}, Text: "sai", At: now},
		}
		if diff := cmp.Diff(want, list); diff != "" {
			t.Errorf("feedback (-want +got):\n%s", diff)
		}
	})
}

func TestExplainFeedback(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		given := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
		said := record.Feedback{Chat: 42, Question: "hạn nộp bài viết?", Units: []string{"PL.1.14"}, At: given}
		later, other := said, said
		later.At, other.Chat = given.Add(time.Hour), 43
		for _, f := range []record.Feedback{said, later, other} {
			must(t, s.AddFeedback(t.Context(), f))
		}

		said.Text = "Tôi cần báo cáo quý\x00"
		must(t, s.ExplainFeedback(t.Context(), said))
		must(t, s.ExplainFeedback(t.Context(), record.Feedback{Chat: 44, Question: said.Question, Text: "?", At: given}))

		list, err := s.ListFeedback(t.Context())
		must(t, err)
		said.Text = "Tôi cần báo cáo quý"
		if diff := cmp.Diff([]record.Feedback{said, later, other}, list); diff != "" {
			t.Errorf("feedback (-want +got):\n%s", diff)
		}
	})
}
