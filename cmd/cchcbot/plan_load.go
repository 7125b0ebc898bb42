package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"cchcbot/bot/library"
	"cchcbot/bot/record"
	"cchcbot/seeds/block"
	"cchcbot/seeds/plan"
)

// loadPlan keeps a document as a draft, which an administrator settles and approves
// in the chat; a running bot shows it at once.
func loadPlan(ctx context.Context, args []string, p process) (err error) {
	flags, file := args, ""
	if last := len(args) - 1; last >= 0 && !strings.HasPrefix(args[last], "-") {
		flags, file = args[:last], args[last]
	}
	s, err := readSettings("plan load", flags, p)
	if err != nil {
		return usageOf(err)
	}
	if file == "" {
		return usageError{errors.New("plan load: name the document, behind the flags")}
	}
	base, err := loadLibrary(s.plans, plan.DateOf(s.clock.Now()), slog.New(slog.NewTextHandler(p.stderr, nil)))
	if err != nil {
		return err
	}
	memory, err := openExisting(ctx, "plan load", s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	open, err := loadFile(ctx, library.NewShelf(base, memory), file, p)
	if err == nil && open > 0 {
		return errFound
	}
	return err
}

// loadFile keeps one document and prints what of it is open, and how much.
func loadFile(ctx context.Context, shelf *library.Shelf, file string, p process) (open int, err error) {
	original, err := os.ReadFile(file)
	if err != nil {
		return 0, usageError{fmt.Errorf("plan load: %w", err)}
	}
	kept, known, err := shelf.Add(ctx, filepath.Base(file), original, record.Person{})
	var refused *block.Error
	if errors.As(err, &refused) {
		fmt.Fprintf(p.stdout, "%s: %v\n", file, refused)
		return 1, nil
	}
	if err != nil {
		return 0, err
	}
	read, err := shelf.Reading(ctx, kept)
	if err != nil {
		return 0, err
	}
	for _, b := range read.Blockers {
		fmt.Fprintf(p.stdout, "%s:%d: open: %s %s %s\n", file, b.Line, string(b.Kind), b.Unit, b.What)
	}
	how := "kept as"
	if known {
		how = "was kept before as"
	}
	fmt.Fprintf(p.stderr, "%s: %s %s plan %d, %s; an administrator settles and approves it in the chat: /kehoach\n", file, kept.Number, how, kept.ID, string(kept.State))
	return len(read.Blockers), nil
}
