package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// backUp copies the database to a new file, also while the bot runs.
func backUp(ctx context.Context, args []string, p process) (err error) {
	flags, file := args, ""
	if last := len(args) - 1; last >= 0 && !strings.HasPrefix(args[last], "-") {
		flags, file = args[:last], args[last]
	}
	s, err := readSettings("backup", flags, p)
	if err != nil {
		return usageOf(err)
	}
	if file == "" {
		return usageError{errors.New("backup: name the file to write, behind the flags")}
	}
	memory, err := openExisting(ctx, "backup", s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	if err := memory.Backup(ctx, file); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "wrote %s\n", file)
	return nil
}
