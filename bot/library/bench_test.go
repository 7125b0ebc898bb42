package library

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
	"cchcbot/bot/store"
	"cchcbot/seeds"
)

// BenchmarkLibrary measures a library of one plan and one of a thousand: how long
// it takes to be ready, and what questions take, p99.
func BenchmarkLibrary(b *testing.B) {
	for _, plans := range []int{1, 1000} {
		b.Run(fmt.Sprintf("plans=%d", plans), func(b *testing.B) {
			base, _, err := seeds.Load()
			if err != nil {
				b.Fatal(err)
			}
			s := filled(b, base, plans-1)
			var ready, asked []time.Duration
			for b.Loop() {
				began := time.Now()
				l, err := NewShelf(base, s).Library(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				a, err := answer.NewAnswerer(l)
				if err != nil {
					b.Fatal(err)
				}
				ready = append(ready, time.Since(began))
				if got := 1 + len(l.Shelved); got != plans {
					b.Fatalf("%d plans, want %d", got, plans)
				}
				for i := range 500 {
					began := time.Now()
					if _, err := a.Answer(b.Context(), questions[i%len(questions)], dialog.Situation{Now: day.AddDays(30).In(baseTime)}); err != nil {
						b.Fatal(err)
					}
					asked = append(asked, time.Since(began))
				}
			}
			b.ReportMetric(float64(at(ready, 50).Microseconds())/1000, "ready-ms")
			b.ReportMetric(float64(at(asked, 99).Microseconds())/1000, "question-p99-ms")
		})
	}
}

// questions are what people ask of the plan in force.
var questions = []string{
	"Sở Tư pháp phải làm gì?", "ai chủ trì số hóa hồ sơ", "han nop bai viet cchc", "nhiệm vụ 1.14", "quý III có gì đến hạn", "sản phẩm của nhiệm vụ 2.5",
}

// at is a percentile.
func at(took []time.Duration, percent int) time.Duration {
	return slices.Sorted(slices.Values(took))[len(took)*percent/100]
}

// filled is a store in which so many plans took each other's place, the first that
// of the one that comes with the program, and the last has the same text.
func filled(b *testing.B, base *seeds.Library, older int) *store.Store {
	b.Helper()
	s, err := store.Open(b.Context(), "sqlite::memory:")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	if _, err := NewShelf(base, s).knownPlans(b.Context()); err != nil {
		b.Fatal(err)
	}
	text, err := os.ReadFile("../../seeds/" + base.Plans[0].Source)
	if err != nil {
		b.Fatal(err)
	}
	before := int64(1)
	for i := range older {
		p := record.Plan{Number: fmt.Sprintf("%d/KH-UBND", i), Title: "Chuyển đổi số", From: 2000 + i%24, File: "ke-hoach.txt"}
		original := []byte(planOf(p.Number, p.Title, p.From, "Số hóa sổ hộ tịch"))
		if i == older-1 {
			p, original = record.Plan{Number: base.Plans[0].Number, Title: base.Plans[0].Title, From: 2024, File: base.Plans[0].Source}, text
		}
		p.To, p.Replaces, p.Proposed = p.From, before, lan
		kept, _, err := s.AddPlan(b.Context(), p, original)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := s.ApprovePlan(b.Context(), kept.ID, day, day, boss); err != nil {
			b.Fatal(err)
		}
		before = kept.ID
	}
	return s
}
