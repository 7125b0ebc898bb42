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
	reading "cchcbot/seeds/document"
	"cchcbot/seeds/plan"
)

// loadLibrary reads the embedded plans and those of a directory, "" for none.
// A plan of the directory comes into force from the day of its issue, and only
// where nothing in it is open: what keeps it out is logged, and the others go
// on answering. The plan in force, the newest by year, comes first.
func loadLibrary(directory string, today plan.Date, log *slog.Logger) (*seeds.Library, error) {
	library, problems, err := seeds.Load()
	if err != nil {
		return nil, fmt.Errorf("load seeds: %w", err)
	}
	logProblems(log, problems)
	if directory == "" {
		return library, nil
	}
	names, err := planFiles(directory)
	if err != nil {
		return nil, err
	}
	read, refused, err := openDocuments(library, names)
	if err != nil {
		return nil, err
	}
	logProblems(log, refused)
	var ruling []*plan.Plan
	for _, d := range read {
		logProblems(log, d.problems)
		if d.rules(today, log) {
			ruling = append(ruling, d.plan)
		}
	}
	if err := onePlanAYear(ruling); err != nil {
		return nil, err
	}
	library.Plans = slices.DeleteFunc(library.Plans, func(old *plan.Plan) bool { return replaced(old, ruling, log) })
	library.Plans = append(ruling, library.Plans...)
	slices.SortStableFunc(library.Plans, func(a, b *plan.Plan) int { return cmp.Compare(b.Year, a.Year) })
	return library, nil
}

// rules reports whether a document may answer today. What keeps it out is
// logged.
func (d document) rules(today plan.Date, log *slog.Logger) bool {
	if len(d.plan.Units) == 0 || d.plan.Year == 0 {
		log.Error("not a plan, left out", "file", d.plan.Source)
		return false
	}
	blockers := reading.Blockers(d.plan, d.profile, d.problems, nil)
	for _, b := range blockers {
		log.Error("plan not in force", "file", d.plan.Source, "open", string(b.Kind), "unit", b.Unit, "line", b.Line, "words", b.What)
	}
	if len(blockers) > 0 {
		return false
	}
	if d.plan.Issued.Compare(today) > 0 {
		log.Warn("plan not in force before its day; start again then", "file", d.plan.Source, "day", d.plan.Issued.String())
		return false
	}
	return true
}

// onePlanAYear refuses plans between which nobody could tell which is in force.
func onePlanAYear(plans []*plan.Plan) error {
	byYear := map[int]*plan.Plan{}
	for _, p := range plans {
		if other := byYear[p.Year]; other != nil {
			return usageError{fmt.Errorf("two plans for %d: %s (%s) and %s (%s); take one away", p.Year, other.Number, other.Source, p.Number, p.Source)}
		}
		byYear[p.Year] = p
	}
	return nil
}

// replaced reports whether a plan of the directory takes the place of an
// embedded one, which is logged.
func replaced(old *plan.Plan, by []*plan.Plan, log *slog.Logger) bool {
	i := slices.IndexFunc(by, func(p *plan.Plan) bool { return p.Year == old.Year })
	if i < 0 {
		return false
	}
	log.Warn("embedded plan replaced", "year", old.Year, "plan", old.Number, "by", by[i].Number, "file", by[i].Source)
	return true
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

// document is a file as it was read.
type document struct {
	plan     *plan.Plan
	profile  reading.Profile
	problems []plan.Problem
}

// openDocuments reads files. Those that cannot be read at all are told among
// the problems.
func openDocuments(library *seeds.Library, names []string) (read []document, refused []plan.Problem, err error) {
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, usageError{fmt.Errorf("read document: %w", err)}
		}
		var d document
		d.plan, d.profile, d.problems, err = library.Open(name, data, seeds.Options{})
		var refusal *block.Error
		if errors.As(err, &refusal) {
			refused = append(refused, plan.Problem{File: name, Message: refusal.Error()})
			continue
		}
		if err != nil {
			return nil, nil, fmt.Errorf("read document: %w", err)
		}
		read = append(read, d)
	}
	return read, refused, nil
}

// readDocuments reads files as plans.
func readDocuments(library *seeds.Library, names []string) ([]*plan.Plan, []plan.Problem, error) {
	read, problems, err := openDocuments(library, names)
	if err != nil {
		return nil, nil, err
	}
	var plans []*plan.Plan
	for _, d := range read {
		plans = append(plans, d.plan)
		problems = append(problems, d.problems...)
	}
	return plans, problems, nil
}

func logProblems(log *slog.Logger, problems []plan.Problem) {
	for _, p := range problems {
		log.Warn("document", "file", p.File, "line", p.Line, "problem", p.Message)
	}
}
