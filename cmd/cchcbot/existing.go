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

// openExisting opens the database that a command reads. It returns an error if there
// is none, since opening would create an empty one.
func openExisting(ctx context.Context, command string, s settings) (*store.Store, error) {
	if err := checkDatabase(command, string(s.database)); err != nil {
		return nil, usageError{err}
	}
	return store.Open(ctx, string(s.database), store.WithNow(s.clock.Now))
}

// checkDatabase returns an error for a SQLite file that does not exist.
func checkDatabase(command, address string) error {
	path, ok := strings.CutPrefix(address, "sqlite:")
	if !ok {
		return nil
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: there is no database %s; name it with --database", command, path)
	}
	return nil
}
