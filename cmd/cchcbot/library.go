package main

import (
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cchcbot/seeds"
	"cchcbot/seeds/block"
	"cchcbot/seeds/plan"
)

// loadLibrary reads the embedded plans and those of a directory, "" for none.
// What cannot be read in a document is logged and the rest is used; a plan of
// the directory comes before an embedded one of the same year.
func loadLibrary(directory string, log *slog.Logger) (*seeds.Library, error) {
	library, problems, err := seeds.Load()
	if err != nil {
		return nil, fmt.Errorf("load seeds: %w", err)
	}
	if directory == "" {
		logProblems(log, problems)
		return library, nil
	}
	names, err := planFiles(directory)
	if err != nil {
		return nil, err
	}
	read, found, err := readDocuments(library, names)
	if err != nil {
		return nil, err
	}
	logProblems(log, append(problems, found...))
	for _, p := range read {
		if len(p.Units) == 0 || p.Year == 0 {
			log.Error("not a plan, left out", "file", p.Source)
			continue
		}
		library.Plans = append([]*plan.Plan{p}, library.Plans...)
	}
	slices.SortStableFunc(library.Plans, func(a, b *plan.Plan) int { return cmp.Compare(b.Year, a.Year) })
	return library, nil
}

// documentEndings are the endings of documents. Those that cannot be read are
// told rather than passed over.
var documentEndings = []string{".txt", ".md", ".docx", ".docm", ".xlsx", ".xlsm", ".doc", ".xls", ".rtf", ".pdf"}

// planFiles lists the documents of a directory, which must be there.
func planFiles(directory string) ([]string, error) {
	entries, err := os.ReadDir(directory)
	if err != nil {
		return nil, usageError{fmt.Errorf("plans: %w", err)}
	}
	var names []string
	for _, entry := range entries {
		if !entry.IsDir() && !strings.HasPrefix(entry.Name(), "~") && slices.Contains(documentEndings, strings.ToLower(filepath.Ext(entry.Name()))) {
			names = append(names, filepath.Join(directory, entry.Name()))
		}
	}
	return names, nil
}

// readDocuments reads files as plans.
func readDocuments(library *seeds.Library, names []string) ([]*plan.Plan, []plan.Problem, error) {
	var plans []*plan.Plan
	var problems []plan.Problem
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, usageError{fmt.Errorf("read document: %w", err)}
		}
		read, _, found, err := library.Open(name, text, seeds.Options{})
		var refused *block.Error
		if errors.As(err, &refused) {
			problems = append(problems, plan.Problem{File: name, Message: refused.Error()})
			continue
		}
		if err != nil {
			return nil, nil, fmt.Errorf("read document: %w", err)
		}
		plans = append(plans, read)
		problems = append(problems, found...)
	}
	return plans, problems, nil
}

func logProblems(log *slog.Logger, problems []plan.Problem) {
	for _, p := range problems {
		log.Warn("document", "file", p.File, "line", p.Line, "problem", p.Message)
	}
}
