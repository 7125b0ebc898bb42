package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"cchcbot/seeds"
	"cchcbot/seeds/compare"
	"cchcbot/seeds/plan"
)

// diffPlans prints what became of an older plan in a newer one. Where only the
// newer is named, the older is the embedded one.
func diffPlans(_ context.Context, args []string, p process) error {
	flags := newFlags("plan diff")
	if err := parse(flags, args, p); err != nil {
		return usageOf(err)
	}
	names := flags.Args()
	if len(names) < 1 || len(names) > 2 {
		return usageError{errors.New("plan diff: name one file to compare with the embedded plan, or two")}
	}
	library, _, err := seeds.Load()
	if err != nil {
		return fmt.Errorf("load seeds: %w", err)
	}
	read, refused, err := openDocuments(library, names)
	if err != nil {
		return err
	}
	if len(refused) > 0 {
		printProblems(p.stderr, refused)
		return errFound
	}
	older, newer := library.Plans[0], read[len(read)-1].plan
	if len(read) > 1 {
		older = read[0].plan
	}
	printDifference(p.stdout, older, newer)
	return nil
}

// printDifference prints one unit a line under the ways in which plans differ.
func printDifference(w io.Writer, older, newer *plan.Plan) {
	d := compare.Plans(older, newer)
	fmt.Fprintf(w, "%s so với %s\n", newer.Name(), older.Name())
	unchanged := 0
	for _, pair := range d.Pairs {
		if len(pair.Changes) == 0 {
			unchanged++
		}
	}
	fmt.Fprintf(w, "%d mục mới, %d mục không còn, %d mục có thay đổi, %d mục giữ nguyên\n", len(d.New), len(d.Dropped), len(d.Pairs)-unchanged, unchanged)
	printUnits(w, "Mới", d.New)
	printUnits(w, "Không còn", d.Dropped)
	for _, c := range compare.Changes {
		pairs := d.Changed(c)
		if len(pairs) == 0 || c == compare.ChangeWords {
			continue
		}
		fmt.Fprintf(w, "\nKhác về %s (%d):\n", c.Name(), len(pairs))
		for _, pair := range pairs {
			doubt := ""
			if pair.Doubtful() {
				doubt = fmt.Sprintf(" (cần kiểm tra, giống %.0f%%)", 100*pair.Confidence)
			}
			fmt.Fprintf(w, "  %s %s; %s%s\n", pair.New.ID, excerptOf(pair.New.Text), pair.Say(c), doubt)
		}
	}
}

func printUnits(w io.Writer, title string, units []plan.Unit) {
	if len(units) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s (%d):\n", title, len(units))
	for _, u := range units {
		fmt.Fprintf(w, "  %s %s\n", u.ID, excerptOf(u.Text))
	}
}

// excerptOf is the start of a text, in one line.
func excerptOf(text string) string {
	const most = 70
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}
