package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// checkSeeds prints each problem of documents, the embedded ones where none
// is named.
func checkSeeds(ctx context.Context, args []string, p process) error {
	return checkPlans(ctx, "seeds check", args, p)
}

// checkPlan is checkSeeds by its newer name.
func checkPlan(ctx context.Context, args []string, p process) error {
	return checkPlans(ctx, "plan check", args, p)
}

func checkPlans(_ context.Context, name string, args []string, p process) error {
	flags := newFlags(name)
	if err := parse(flags, args, p); err != nil {
		return usageOf(err)
	}
	plans, problems, err := documents(flags.Args())
	if err != nil {
		return err
	}
	printProblems(p.stdout, problems)
	if len(problems) > 0 {
		return errFound
	}
	for _, read := range plans {
		fmt.Fprintf(p.stderr, "%s: %s, %d units, no problems\n", read.Source, read.Number, len(read.Units))
	}
	return nil
}

// exportPlans prints documents as they were read, for machines. Problems go
// to standard error: what could be read is exported all the same.
func exportPlans(_ context.Context, args []string, p process) error {
	flags := newFlags("plan export")
	asJSON := flags.Bool("json", false, "print JSON, the only form there is")
	if err := parse(flags, args, p); err != nil {
		return usageOf(err)
	}
	if !*asJSON {
		return usageError{errors.New("plan export: say --json, the only form there is")}
	}
	plans, problems, err := documents(flags.Args())
	if err != nil {
		return err
	}
	printProblems(p.stderr, problems)
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(map[string][]*plan.Plan{"plans": plans}); err != nil {
		return fmt.Errorf("export plans: %w", err)
	}
	return nil
}

// documents reads the named files as plans, or the embedded ones.
func documents(names []string) ([]*plan.Plan, []plan.Problem, error) {
	library, problems, err := seeds.Load()
	if err != nil {
		return nil, nil, fmt.Errorf("load seeds: %w", err)
	}
	if len(names) == 0 {
		return library.Plans, problems, nil
	}
	return readDocuments(library, names)
}

// printProblems prints one problem a line.
func printProblems(w io.Writer, problems []plan.Problem) {
	for _, problem := range problems {
		fmt.Fprintln(w, problem)
	}
}
