package remind

import (
	"sync"
	"testing"

	"cchcbot/seeds"
	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

// embedded is the library, read once.
var embedded = sync.OnceValue(func() *seeds.Library {
	library, _, err := seeds.Load()
	if err != nil {
		panic(err)
	}
	return library
})

// planner is the Planner over the embedded plan.
func planner() *Planner {
	library := embedded()
	return New(library.Plans[len(library.Plans)-1:], library.Register, library.Calendar, DefaultLadder())
}

// plannerOver is a Planner over made-up plans.
func plannerOver(ladder Ladder, plans ...*plan.Plan) *Planner {
	return New(plans, embedded().Register, embedded().Calendar, ladder)
}

// madeUp is a plan for a year in which Sở Tư pháp leads one task a deadline.
func madeUp(t *testing.T, year int, deadlines ...string) *plan.Plan {
	t.Helper()
	p := &plan.Plan{Year: year, Number: "1/QĐ-UBND", Issued: plan.Date{Year: year - 1, Month: 12, Day: 1}}
	for i, words := range deadlines {
		deadline, err := deadline.Parse(words, year)
		if err != nil {
			t.Fatal(err)
		}
		number := "9." + string(rune('1'+i))
		p.Units = append(p.Units, plan.Unit{
			ID: "PL." + number, Kind: plan.KindTask, Number: number, Text: words, Deadline: deadline,
			Parties: []plan.Party{{Role: plan.RoleLead, Via: plan.ViaNamed, Agency: "so-tu-phap"}},
		})
	}
	return p
}

func agency(t *testing.T, name string) plan.Agency {
	t.Helper()
	library := embedded()
	found := library.Register.Find(name)
	if len(found) != 1 {
		t.Fatalf("%q means %d agencies", name, len(found))
	}
	return found[0]
}

func date(t *testing.T, s string) plan.Date {
	t.Helper()
	d, err := plan.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
