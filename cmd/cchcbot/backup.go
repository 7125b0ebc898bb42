package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"cchcbot/bot/store"
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
	if err := checkDatabase(string(s.database)); err != nil {
		return usageError{err}
	}
	memory, err := store.Open(ctx, string(s.database), store.WithNow(s.clock.Now))
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

// checkDatabase refuses a SQLite file that is not there: opening it would make an
// empty one, whose copy is no backup.
func checkDatabase(address string) error {
	path, ok := strings.CutPrefix(address, "sqlite:")
	if !ok {
		return nil
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("backup: there is no database %s; name it with --database", path)
	}
	return nil
}
