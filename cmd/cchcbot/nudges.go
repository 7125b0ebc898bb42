package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// mostPreviewDays is the longest span of a preview or a report.
const mostPreviewDays = 3 * 366

// previewNudges prints the timeline of an agency: each day on which something
// is sent, with its text. What is not published about the days of the span is
// told at the end.
func previewNudges(_ context.Context, args []string, p process) error {
	flags := newFlags("nudges preview")
	name := flags.String("agency", "", "the agency that is reminded")
	first := flags.String("from", "", "first day, YYYY-MM-DD")
	last := flags.String("to", "", "last day, YYYY-MM-DD")
	supports := flags.Bool("support", false, "also what the agency only supports")
	directory := flags.String("plans", p.getenv("CCHCBOT_PLANS"), "directory of further plans")
	file := flags.String("plan", "", "by this document, which need not be in force")
	if err := parse(flags, args, p); err != nil {
		return usageOf(err)
	}
	switch {
	case flags.NArg() > 0:
		return usageError{fmt.Errorf("nudges preview: unexpected argument %q", flags.Arg(0))}
	case *name == "":
		return usageError{errors.New("nudges preview: name the --agency")}
	}
	from, to, err := daySpan("nudges preview", *first, *last)
	if err != nil {
		return err
	}
	library, err := loadLibrary(*directory, to, slog.New(slog.NewTextHandler(p.stderr, nil)))
	if err != nil {
		return err
	}
	if err := onlyPlan(library, *file, p.stderr); err != nil {
		return err
	}
	agency, err := agencyNamed(library.Register, *name)
	if err != nil {
		return err
	}
	return printTimeline(p.stdout, library, remind.Subscription{Agency: *agency, Supports: *supports}, from, to)
}

// printTimeline prints what a subscription brings in a span of days.
func printTimeline(w io.Writer, library *seeds.Library, s remind.Subscription, from, to plan.Date) error {
	planner, err := newPlanner(library)
	if err != nil {
		return err
	}
	digests := planner.Forecast(remind.Follower(s.Agency, record.FocalPerson, s.Supports, from), from, to, record.Known{})
	if len(digests) == 0 {
		fmt.Fprintln(w, remind.Nothing(s.Agency, from, to))
	}
	for _, d := range digests {
		fmt.Fprintf(w, "=== %s\n%s\n\n", d.Heading(), d.Text().Plain())
	}
	for _, note := range remind.UnknownNotes(library.Calendar.Unknown(from, to)) {
		fmt.Fprintln(w, note)
	}
	return nil
}

// daySpan reads the first and the last day that a command is asked about.
func daySpan(command, first, last string) (from, to plan.Date, err error) {
	if from, err = plan.ParseDate(first); err != nil {
		return from, to, usageError{fmt.Errorf("%s: --from: %w", command, err)}
	}
	if to, err = plan.ParseDate(last); err != nil {
		return from, to, usageError{fmt.Errorf("%s: --to: %w", command, err)}
	}
	switch days := from.DaysUntil(to); {
	case days < 0:
		return from, to, usageError{fmt.Errorf("%s: --to lies before --from", command)}
	case days > mostPreviewDays:
		return from, to, usageError{fmt.Errorf("%s: more than %d days", command, mostPreviewDays)}
	}
	return from, to, nil
}

// newPlanner plans nudges over the plans of a library.
func newPlanner(library *seeds.Library) (*remind.Planner, error) {
	register, err := library.Everybody()
	if err != nil {
		return nil, fmt.Errorf("whom the plans address: %w", err)
	}
	return remind.NewOver(library.Volumes(), register, library.Calendar, remind.DefaultLadder()), nil
}
