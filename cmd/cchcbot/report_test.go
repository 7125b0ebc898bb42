package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store"
)

const campaignTable = `day         due  sent  dropped  waiting  nudges  acknowledged  failed
2024-03-08  5    2     1        0        4       1             2: 1 Forbidden: bot was blocked by the user; 1 Forbidden: user is deactivated
2024-03-22  3    1     0        2        2       0             0
`

func TestReportOfCampaigns(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	printCampaigns(&out, []record.Campaign{
		{
			Day: campaignDay.AddDays(-10), Due: 5, Sent: 2, Dropped: 1, Nudges: 4, Acknowledged: 1,
			Failed: map[string]int{"Forbidden: user is deactivated": 1, "Forbidden: bot was blocked by the user": 1},
		},
		{Day: campaignDay.AddDays(4), Due: 3, Sent: 1, Nudges: 2},
	})
	if diff := cmp.Diff(campaignTable, out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The command reads the database that the bot keeps.
func TestReportNudges(t *testing.T) {
	t.Parallel()
	database := "sqlite:" + t.TempDir() + "/bot.db"
	memory, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	s := record.Subscription{Chat: 5, Agency: "so-tu-phap", Role: record.FocalPerson, Standing: record.Approved, Person: record.Person{ID: 5}}
	if _, err := memory.PutSubscription(t.Context(), s, record.Person{ID: 9}); err != nil {
		t.Fatal(err)
	}
	o := record.Occurrence{Plan: "6004/QĐ-UBND", Year: 2024, Unit: "PL.1.14", Agency: "so-tu-phap", State: record.Open}
	o.Due = campaignDay.AddDays(13)
	d := record.Digest{Chat: 5, Day: campaignDay, Nudges: []record.Nudge{{Occurrence: o, Rung: "15wd", Day: campaignDay}}}
	if err := memory.QueueDigests(t.Context(), campaignDay, []record.Digest{d}, []int64{5}); err != nil {
		t.Fatal(err)
	}
	if err := memory.MarkSent(t.Context(), 5, campaignDay, 7); err != nil {
		t.Fatal(err)
	}
	if err := memory.Close(); err != nil {
		t.Fatal(err)
	}
	const head = "day         due  sent  dropped  waiting  nudges  acknowledged  failed\n"
	for span, want := range map[string]string{
		"--from 2024-03-01 --to 2024-03-31": head + "2024-03-18  1    1     0        0        1       0             0\n",
		"--to 2024-04-17":                   head + "2024-03-18  1    1     0        0        1       0             0\n",
		"--to 2024-04-18":                   "no reminder was due from 2024-03-19 to 2024-04-18\n",
		"--from 2024-03-19 --to 2024-03-31": "no reminder was due from 2024-03-19 to 2024-03-31\n",
	} {
		var out bytes.Buffer
		args := append([]string{"nudges", "report", "--database", database}, strings.Fields(span)...)
		if err := run(t.Context(), args, environment(nil), nil, &out, &out); err != nil {
			t.Errorf("%s: %v", span, err)
		}
		if got := out.String(); got != want {
			t.Errorf("%s: %q, want %q", span, got, want)
		}
	}
}
