package bot

import (
	"math"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// TestActionFits holds the longest buttons that the register and the plan can
// make to what a button may carry.
func TestActionFits(t *testing.T) {
	a := testAnswerer(t)
	year := plan.QuarterWindow(4, 2090)
	year.From = plan.Date{Year: 2090, Month: time.January, Day: 1}
	longest := ""
	for _, u := range a.Plan().Units {
		if len(u.ID) > len(longest) {
			longest = u.ID
		}
	}
	for _, agency := range a.Register.Agencies() {
		for _, at := range []dialog.Action{
			{View: dialog.ViewDutyGroup, Agency: agency.ID, Group: "ln", Page: dialog.MostPages - 1, Open: longest},
			{View: dialog.ViewDue, Agency: agency.ID, Role: plan.RoleLead, Window: year, Page: dialog.MostPages - 1, Open: longest},
			{View: dialog.ViewTell, Agency: agency.ID},
		} {
			if data := at.Encode(dialog.StoreCode(1295)); len(data) > dialog.ActionBytes {
				t.Errorf("%d bytes: %s", len(data), data)
			}
		}
	}
	if data := (dialog.Action{View: dialog.ViewWrong, Asker: math.MinInt64, Stamp: math.MinInt64}).Encode(2090); len(data) > dialog.ActionBytes {
		t.Errorf("%d bytes: %s", len(data), data)
	}
	many := dialog.Action{View: dialog.ViewFound, Asked: question.Owner, Units: slicesOf(longest, 9)}.Fitting(2024)
	if data := many.Encode(2024); len(data) > dialog.ActionBytes || len(many.Units) != 6 {
		t.Errorf("%d units in %d bytes", len(many.Units), len(data))
	}
}

func slicesOf(s string, n int) []string { return strings.Split(strings.Repeat(s+" ", n-1)+s, " ") }
