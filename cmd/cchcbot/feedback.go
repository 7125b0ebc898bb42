package main

import (
	"context"
	"errors"
	"fmt"

	"cchcbot/bot/office"
)

// exportFeedback prints the answers that people found wrong.
func exportFeedback(ctx context.Context, args []string, p process) (err error) {
	s, err := readSettings("feedback export", args, p)
	if err != nil {
		return usageOf(err)
	}
	memory, err := openExisting(ctx, "feedback export", s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	list, err := memory.ListFeedback(ctx)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		fmt.Fprintln(p.stderr, "feedback export: nobody found an answer wrong yet")
	}
	return office.WriteFeedback(p.stdout, list)
}
