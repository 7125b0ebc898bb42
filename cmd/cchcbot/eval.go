package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"cchcbot/bot"
	"cchcbot/bot/question"
	"cchcbot/seeds"
)

// relevanceCase is one line of a relevance file: a question and the units that
// a fair judge accepts first.
type relevanceCase struct {
	ID       string   `json:"id"`
	Question string   `json:"q"`
	Kind     string   `json:"kind"`
	Typing   string   `json:"typing"` // how it is typed, where the file says
	Accept   []string `json:"accept"` // empty: the plan has no answer
	Must     []string `json:"must"`   // words that must stand in the answer
}

// score counts how well cases were answered.
type score struct{ cases, first, three, must, mustOf int }

// evaluate answers relevance cases and reports how many were answered right.
func evaluate(ctx context.Context, args []string, p process) error {
	flags := newFlags("eval")
	now := flags.String("now", "2024-03-01T09:00:00+07:00", "answer as of this time, RFC 3339")
	atLeast := flags.Float64("min", 0, "exit 1 when fewer per cent of the cases are right at rank 1")
	misses := flags.Bool("misses", true, "list the cases that were missed")
	ablation := flags.Bool("ablation", false, "print what each component of the understanding is worth")
	var without componentList
	flags.Var(&without, "without", "leave out a component, for comparison: "+strings.Join(bot.Components(), ", "))
	if err := parse(flags, args, p); err != nil {
		return usageOf(err)
	}
	if flags.NArg() == 0 {
		return usageError{errors.New("eval: give a file of relevance cases")}
	}
	clock, err := clockAt(*now)
	if err != nil {
		return err
	}
	var cases []relevanceCase
	for _, name := range flags.Args() {
		read, err := readCases(name)
		if err != nil {
			return err
		}
		cases = append(cases, read...)
	}
	if *ablation {
		return ablate(ctx, cases, clock(), p.stdout)
	}
	e, err := judgeAll(ctx, cases, clock(), without.components)
	if err != nil {
		return err
	}
	e.report(p.stdout, *misses)
	if e.total.percent(e.total.first) < *atLeast {
		return errFound
	}
	return nil
}

// judgeAll answers every case, components of the understanding left out.
func judgeAll(ctx context.Context, cases []relevanceCase, now time.Time, without []string) (*evaluation, error) {
	library, _, err := seeds.Load()
	if err != nil {
		return nil, fmt.Errorf("load seeds: %w", err)
	}
	answerer, err := bot.NewAnswererWithout(library, without...)
	if err != nil {
		return nil, err
	}
	e := &evaluation{byKind: map[string]*score{}, byTyping: map[string]*score{}}
	for _, c := range cases {
		answer, err := answerer.Answer(ctx, c.Question, bot.Situation{Now: now})
		if err != nil {
			return nil, err
		}
		e.judge(c, answer)
	}
	return e, nil
}

func readCases(name string) ([]relevanceCase, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, usageError{fmt.Errorf("eval: %w", err)}
	}
	defer file.Close()
	var cases []relevanceCase
	line := 0
	err = eachLine(name, file, func(text string) error {
		line++
		if text = strings.TrimSpace(text); text == "" || strings.HasPrefix(text, "//") || strings.HasPrefix(text, "#") {
			return nil
		}
		var c relevanceCase
		if err := json.Unmarshal([]byte(text), &c); err != nil {
			return usageError{fmt.Errorf("%s:%d: %w", name, line, err)}
		}
		cases = append(cases, c)
		return nil
	})
	return cases, err
}

// evaluation gathers the judgements.
type evaluation struct {
	total            score
	byKind, byTyping map[string]*score
	missed           []string
}

func (e *evaluation) judge(c relevanceCase, answer bot.Answer) {
	rank := rankOf(c, answer)
	missing := missingWords(c, answer)
	for _, s := range []*score{&e.total, at(e.byKind, c.Kind), at(e.byTyping, typingOf(c))} {
		s.cases++
		if rank == 1 {
			s.first++
		}
		if rank >= 1 && rank <= 3 {
			s.three++
		}
		if len(c.Accept) > 0 {
			s.mustOf++
			if len(missing) == 0 {
				s.must++
			}
		}
	}
	if rank != 1 || len(missing) > 0 {
		var got []string
		for _, f := range answer.Units[:min(3, len(answer.Units))] {
			got = append(got, fmt.Sprintf("%s %.2f", f.Unit.ID, f.Score))
		}
		e.missed = append(e.missed, fmt.Sprintf("%s\t%s\t%s\n\trank %d, %s [%s], want %s, missing %q",
			c.ID, c.Kind, c.Question, rank, answer.Intent, strings.Join(got, ", "), strings.Join(c.Accept, " "), missing))
	}
}

// rankOf is the place of the first accepted unit, 0 where there is none. A
// question without an answer is right when the answer is none.
func rankOf(c relevanceCase, answer bot.Answer) int {
	if len(c.Accept) == 0 {
		if answer.Intent == question.None && len(answer.Units) == 0 {
			return 1
		}
		return 0
	}
	for i, f := range answer.Units {
		if slices.Contains(c.Accept, f.Unit.ID) {
			return i + 1
		}
	}
	return 0
}

func missingWords(c relevanceCase, answer bot.Answer) []string {
	text := strings.ToLower(answer.Text.Plain())
	return slices.DeleteFunc(slices.Clone(c.Must), func(must string) bool {
		return strings.Contains(text, strings.ToLower(must))
	})
}

// typingOf is how a case is typed: as the file says, else with or without
// marks.
func typingOf(c relevanceCase) string {
	if c.Typing != "" {
		return c.Typing
	}
	if strings.IndexFunc(c.Question, func(r rune) bool { return r > 0x7f }) < 0 {
		return "folded"
	}
	return "toned"
}

func at(scores map[string]*score, key string) *score {
	if scores[key] == nil {
		scores[key] = &score{}
	}
	return scores[key]
}

func (s score) percent(n int) float64 {
	if s.cases == 0 {
		return 0
	}
	return 100 * float64(n) / float64(s.cases)
}

func (e *evaluation) report(w io.Writer, misses bool) {
	if misses {
		for _, m := range e.missed {
			fmt.Fprintln(w, m)
		}
		fmt.Fprintln(w)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "cases\tfirst\tin three\tfact in text\t")
	for _, group := range []map[string]*score{e.byKind, e.byTyping, {"all": &e.total}} {
		for _, key := range sortedKeys(group) {
			s := group[key]
			must := 100.0
			if s.mustOf > 0 {
				must = 100 * float64(s.must) / float64(s.mustOf)
			}
			fmt.Fprintf(table, "%s %d\t%.1f %%\t%.1f %%\t%.1f %%\t\n", key, s.cases, s.percent(s.first), s.percent(s.three), must)
		}
		fmt.Fprintln(table, "\t\t\t\t")
	}
	table.Flush()
}

func sortedKeys(m map[string]*score) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
