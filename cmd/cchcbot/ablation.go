package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"cchcbot/bot"
)

// componentList is a flag that names components, separated by commas or given
// again.
type componentList struct{ components []string }

func (l *componentList) String() string { return strings.Join(l.components, ",") }

// Set adds components, each of which must be known.
func (l *componentList) Set(value string) error {
	for _, c := range strings.Split(value, ",") {
		if !slices.Contains(bot.Components(), c) {
			return fmt.Errorf("unknown component %q", c)
		}
		l.components = append(l.components, c)
	}
	return nil
}

// ablate leaves each component out in turn and tells what that costs.
func ablate(ctx context.Context, cases []relevanceCase, now time.Time, w io.Writer) error {
	whole, err := judgeAll(ctx, cases, now, nil)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "left out\tfirst\tcost\t")
	right := whole.total.percent(whole.total.first)
	fmt.Fprintf(table, "nothing\t%.1f %%\t\t\n", right)
	for _, c := range bot.Components() {
		e, err := judgeAll(ctx, cases, now, []string{c})
		if err != nil {
			return err
		}
		left := e.total.percent(e.total.first)
		fmt.Fprintf(table, "%s\t%.1f %%\t%+.1f\t\n", c, left, left-right)
	}
	if err := table.Flush(); err != nil {
		return fmt.Errorf("print table: %w", err)
	}
	return nil
}
