package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/dialog"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// fromStdin is the argument that stands for standard input.
const fromStdin = "-"

// mostLine is the longest line that is read, in bytes.
const mostLine = 1 << 20

// ask answers questions on the terminal: one from the arguments, or with "-"
// one a line from standard input.
func ask(ctx context.Context, args []string, p process) error {
	flags := newFlags("ask")
	asJSON := flags.Bool("json", false, "print one JSON object a question")
	now := flags.String("now", "", "answer as of this time, RFC 3339")
	agency := flags.String("agency", "", "the asker's agency")
	directory := flags.String("plans", p.getenv("CCHCBOT_PLANS"), "directory of further plans")
	file := flags.String("plan", "", "answer from this document, which need not be in force")
	if err := parse(flags, args, p); err != nil {
		return usageOf(err)
	}
	if err := checkQuestion(flags); err != nil {
		return err
	}
	clock, err := clockAt(*now)
	if err != nil {
		return err
	}
	answerer, err := newAnswerer(*directory, *file, plan.DateOf(clock()), p.stderr)
	if err != nil {
		return err
	}
	s := dialog.Situation{Now: clock()}
	if s.Agency, err = agencyNamed(answerer.Register, *agency); err != nil {
		return err
	}
	show := printText
	if *asJSON {
		show = printJSON
	}
	each := func(text string) error {
		answer, err := answerer.Answer(ctx, text, s)
		if err != nil {
			return err
		}
		return show(p.stdout, text, answer)
	}
	if flags.Arg(0) == fromStdin {
		return eachLine("standard input", p.stdin, each)
	}
	return each(strings.Join(flags.Args(), " "))
}

// checkQuestion refuses arguments that would become the text of a question
// although something else was meant.
func checkQuestion(flags *flag.FlagSet) error {
	if flags.NArg() == 0 {
		return usageError{errors.New("ask: give a question, or - to read questions from standard input")}
	}
	first, place := flags.Arg(0), "the question"
	if first == fromStdin {
		place = first
	}
	for _, word := range flags.Args()[1:] {
		name, dashed := strings.CutPrefix(word, "-")
		switch {
		case strings.HasPrefix(word, "--"), dashed && flags.Lookup(name) != nil:
			return usageError{fmt.Errorf("ask: %q stands behind %s; flags come before it", word, place)}
		case first == fromStdin:
			return usageError{fmt.Errorf("ask: - reads the questions from standard input; what is %q?", word)}
		}
	}
	return nil
}

// eachLine calls visit for every line of input. The name is that of the input
// in errors.
func eachLine(name string, input io.Reader, visit func(string) error) error {
	scanner := bufio.NewScanner(input)
	scanner.Buffer(make([]byte, 0, 64<<10), mostLine+len("\n"))
	line := 0
	for scanner.Scan() {
		line++
		if err := visit(scanner.Text()); err != nil {
			return err
		}
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return usageError{fmt.Errorf("%s: line %d is longer than %d MiB", name, line+1, mostLine>>20)}
	case err != nil:
		return usageError{fmt.Errorf("%s: %w", name, err)}
	}
	return nil
}

func printText(w io.Writer, _ string, answer answer.Answer) error {
	if _, err := fmt.Fprintln(w, answer.Text.Plain()); err != nil {
		return fmt.Errorf("print answer: %w", err)
	}
	return nil
}

func printJSON(w io.Writer, text string, answer answer.Answer) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(contractAnswer(text, answer)); err != nil {
		return fmt.Errorf("print answer: %w", err)
	}
	return nil
}

// newAnswerer answers from the embedded plans and those of a directory, or from
// one document alone; either may be "".
func newAnswerer(directory, file string, today plan.Date, stderr io.Writer) (*answer.Answerer, error) {
	library, err := loadLibrary(directory, today, slog.New(slog.NewTextHandler(stderr, nil)))
	if err != nil {
		return nil, err
	}
	if err := onlyPlan(library, file, stderr); err != nil {
		return nil, err
	}
	answerer, err := answer.NewAnswerer(library)
	if err != nil {
		return nil, err
	}
	return answerer, nil
}

// onlyPlan puts a document in place of the plans of a library; "" leaves them.
func onlyPlan(library *seeds.Library, file string, stderr io.Writer) error {
	if file == "" {
		return nil
	}
	read, problems, err := readDocuments(library, []string{file})
	if err != nil {
		return err
	}
	printProblems(stderr, problems)
	if len(read) == 0 {
		return usageError{fmt.Errorf("%s is no plan", file)}
	}
	library.Plans = read
	return nil
}

// agencyNamed finds the agency that a name means; "" means none.
func agencyNamed(register *plan.Register, name string) (*plan.Agency, error) {
	if name == "" {
		return nil, nil
	}
	if found := register.Find(name); len(found) > 0 {
		return &found[0], nil
	}
	if ward, ok := register.Ward(name); ok {
		return &ward, nil
	}
	return nil, usageError{fmt.Errorf("no agency is called %q", name)}
}

// clockAt is the clock of a command: standing still at a given time, else the
// clock of the machine; in the zone of Vietnam.
func clockAt(now string) (func() time.Time, error) {
	zone, err := time.LoadLocation("Asia/Ho_Chi_Minh")
	if err != nil {
		return nil, fmt.Errorf("load time zone: %w", err)
	}
	if now == "" {
		return func() time.Time { return time.Now().In(zone) }, nil
	}
	at, err := time.Parse(time.RFC3339, now)
	if err != nil {
		return nil, usageError{fmt.Errorf("--now %q: want RFC 3339, as in 2024-03-18T08:30:00+07:00", now)}
	}
	return func() time.Time { return at.In(zone) }, nil
}
