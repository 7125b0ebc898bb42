package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// reportDays is how far a report looks back where nothing else is asked for.
const reportDays = 30

// reportNudges prints what became of the digests of each day.
func reportNudges(ctx context.Context, args []string, p process) (err error) {
	var first, last string
	s, err := readSettings("nudges report", args, p, func(flags *flag.FlagSet) {
		flags.StringVar(&first, "from", "", "first day, YYYY-MM-DD (default 30 days before the last)")
		flags.StringVar(&last, "to", "", "last day, YYYY-MM-DD (default today)")
	})
	if err != nil {
		return usageOf(err)
	}
	to := plan.DateOf(s.clock.Now())
	if last == "" {
		last = to.String()
	} else if to, err = plan.ParseDate(last); err != nil {
		return usageError{fmt.Errorf("nudges report: --to: %w", err)}
	}
	if first == "" {
		first = to.AddDays(-reportDays).String()
	}
	from, to, err := daySpan("nudges report", first, last)
	if err != nil {
		return err
	}
	memory, err := openExisting(ctx, "nudges report", s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	campaigns, err := memory.Campaigns(ctx, from, to)
	if err != nil {
		return err
	}
	if len(campaigns) == 0 {
		fmt.Fprintf(p.stdout, "no reminder was due from %s to %s\n", from, to)
		return nil
	}
	printCampaigns(p.stdout, campaigns)
	return nil
}

// printCampaigns prints a line a day.
func printCampaigns(w io.Writer, campaigns []record.Campaign) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer table.Flush()
	fmt.Fprintln(table, "day\tdue\tsent\tdropped\twaiting\tnudges\tacknowledged\tfailed")
	for _, c := range campaigns {
		fmt.Fprintf(table, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%s\n", c.Day, c.Due, c.Sent, c.Dropped, c.Waiting(), c.Nudges, c.Acknowledged, failures(c))
	}
}

// failures is "3: 2 of one reason; 1 of another", or "0".
func failures(c record.Campaign) string {
	failed, reasons := 0, make([]string, 0, len(c.Failed))
	for _, reason := range slices.Sorted(maps.Keys(c.Failed)) {
		failed += c.Failed[reason]
		reasons = append(reasons, fmt.Sprintf("%d %s", c.Failed[reason], reason))
	}
	if failed == 0 {
		return "0"
	}
	return fmt.Sprintf("%d: %s", failed, strings.Join(reasons, "; "))
}
