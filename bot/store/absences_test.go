package store

import (
	"fmt"
	"testing"

	"cchcbot/bot/record"
	"cchcbot/bot/store/postgrestest"
)

// While a person is away, whoever they named is reminded and has their role;
// behind that all is as before.
func TestAbsence(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		follow(t, s, lan.ID, "so-tu-phap")
		first, last := day(t, "2024-07-01"), day(t, "2024-07-15")
		must(t, s.SetAbsence(t.Context(), record.Absence{Person: lan, From: first, To: last, Deputy: minh}))

		for on, there := range map[string]record.Person{"2024-06-30": lan, "2024-07-01": minh, "2024-07-15": minh, "2024-07-16": lan} {
			got, err := s.FocalPersons(t.Context(), day(t, on))
			must(t, err)
			if len(got) != 1 || got[0].Chat != there.ID || got[0].Agency != "so-tu-phap" || got[0].Person.Name != there.Name {
				t.Errorf("%s: %+v is there, want %s", on, got, there.Name)
			}
			list, err := s.Recipients(t.Context(), day(t, on), 1439, 0, 10)
			must(t, err)
			if len(list) != 1 || list[0].Chat != there.ID || len(list[0].Subscriptions) != 1 || list[0].Subscriptions[0].Role != record.FocalPerson {
				t.Errorf("%s: %+v is reminded, want %s", on, list, there.Name)
			}
		}
		in, err := s.StandIns(t.Context(), minh.ID, first)
		must(t, err)
		if len(in) != 1 || in[0].For != lan.ID || in[0].Person.Name != lan.Name || in[0].Since.Format("2006-01-02") != "2024-07-01" {
			t.Errorf("stands in: %+v", in)
		}
		a, err := s.AbsenceOf(t.Context(), lan.ID)
		want(t, "absence", a, err, record.Absence{Person: lan, From: first, To: last, Deputy: minh})

		must(t, s.SetAbsence(t.Context(), record.Absence{Person: minh, From: first, To: first}))
		got, err := s.FocalPersons(t.Context(), first)
		want(t, "both away", len(got), err, 0)
		must(t, s.SetAbsence(t.Context(), record.Absence{Person: lan}))
		got, err = s.FocalPersons(t.Context(), first)
		want(t, "back early", len(got), err, 1)
		must(t, s.MarkUnreachable(t.Context(), lan.ID, "blocked"))
		got, err = s.FocalPersons(t.Context(), first)
		want(t, "out of reach", len(got), err, 0)
	})
}

// What is told to be delivered on another day keeps that day.
func TestDeliveredOn(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address, WithNow(newClock(morning).now))
		meet(t, s)
		first, second := article("so-tu-phap", 1), article("so-y-te", 1)
		first.State, first.Delivered, first.Note = record.Done, day(t, "2024-03-15"), "số 12"
		second.State = record.Done
		closed, told, err := s.CloseOccurrences(t.Context(), []record.Occurrence{first, second}, lan)
		must(t, err)
		for i, o := range closed {
			if !told[i] || o.At != morning || o.By.Name != lan.Name {
				t.Errorf("%d: %+v, first %v", i, o, told[i])
			}
		}
		kept, err := s.OccurrencesOf(t.Context(), "PL.1.14", "so-tu-phap")
		want(t, "kept", len(kept), err, 1)
		want(t, "delivered", fmt.Sprint(kept[first.Key()].Delivered, closed[1].Delivered.IsZero()), nil, "2024-03-15 true")
		o, _, err := s.ReopenOccurrence(t.Context(), closed[0].ID, lan)
		want(t, "taken back", o.Delivered.IsZero(), err, true)
	})
}
