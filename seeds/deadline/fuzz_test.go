package deadline_test

import (
	"testing"

	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

// Whatever a cell holds, it is read or reported, and each due date is sound.
func FuzzParseDeadline(f *testing.F) {
	for _, tt := range deadlineCells {
		f.Add(tt.words, 2024)
	}
	f.Add("Quý IV, I 99/99/0000 trong 9999 ngày kể từ ngày 0 tháng 00", -1)
	f.Fuzz(func(t *testing.T, words string, year int) {
		if year < 1 || year > 9999 {
			year = 2024
		}
		d, err := deadline.Parse(words, year)
		if d.Kind == plan.DeadlineNone && len(d.Milestones) > 0 || d.Kind != plan.DeadlineNone && len(d.Milestones) == 0 {
			t.Errorf("%q: kind %s with %d milestones, error %v", words, d.Kind, len(d.Milestones), err)
		}
		for i, o := range d.Occurrences {
			if o.From.Compare(o.Due) > 0 || o.Due.IsZero() || o.Period == "" {
				t.Errorf("%q: occurrence %+v", words, o)
			}
			if i > 0 && d.Occurrences[i-1].Due.Compare(o.Due) > 0 {
				t.Errorf("%q: occurrences out of order", words)
			}
		}
		if len(d.OccurrencesIn(year)) > len(d.Occurrences) {
			t.Errorf("%q: more occurrences in %d than at first", words, year)
		}
		deadline.FindDaysAfter(words, deadline.Context{Issued: plan.Date{Year: year, Month: 12, Day: 29}})
	})
}
