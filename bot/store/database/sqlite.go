package database

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Write-ahead logging lets another program read the file while the bot writes;
// an immediate transaction waits for its turn instead of failing half-way. What is
// deleted is overwritten, and a REPLACE counts as deleting.
const sqliteParameters = "?_busy_timeout=10000&_foreign_keys=on&_journal_mode=WAL" +
	"&_synchronous=NORMAL&_txlock=immediate&_dqs=0&_error_rc=1&_pragma=secure_delete(1)&_pragma=recursive_triggers(1)"

const inMemory = ":memory:"

// A program that starts waits this long for another one that starts or ends.
const (
	reachPatience = 10 * time.Second
	reachRetry    = 20 * time.Millisecond
)

// busy tells whether SQLite refuses because of another program.
func busy(err error) bool {
	said, ok := errors.AsType[*driver.Error](err)
	return ok && said.Code()&0xff == sqlite3.SQLITE_BUSY // its low byte; the rest says why
}

// connectSQLite opens the file at path, which is what follows "sqlite:".
//
// The pool is one connection: SQLite has one writer anyway, calls queue here
// instead of failing there, and a database in memory is one connection by
// nature.
func connectSQLite(path string) (connection, error) {
	if path != inMemory {
		absolute, err := preparedFile(path)
		if err != nil {
			return connection{}, err
		}
		path = absolute
	}
	connector, err := driver.NewConnector(path + sqliteParameters)
	if err != nil {
		return connection{}, fmt.Errorf("open database %s: %w", path, err)
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(1)
	return connection{db: db, dialect: sqlite, place: path}, nil
}

// preparedFile makes sure that the database file and its neighbours can be
// written, which SQLite itself reports without the path.
func preparedFile(path string) (string, error) {
	switch {
	case path == "":
		return "", errors.New(`database address names no file: want "sqlite:PATH"`)
	case strings.Contains(path, "?"):
		return "", errors.New(`database address "sqlite:PATH" takes no parameters and no "?" in PATH`)
	case strings.HasPrefix(path, "//") && !strings.HasPrefix(path, "///"):
		return "", errors.New(`database address "sqlite://…" names a host: want "sqlite:PATH"`)
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find database file %s: %w", path, err)
	}
	if err := checkDirectory(filepath.Dir(absolute)); err != nil {
		return "", err
	}
	return absolute, createFile(absolute)
}

// checkDirectory creates the directory where it is missing and tries to write
// in it: SQLite keeps its log beside the database.
func checkDirectory(directory string) error {
	if err := os.MkdirAll(directory, 0o700); err != nil {
		return fmt.Errorf("data directory %s cannot be created: %w", directory, err)
	}
	probe, err := os.CreateTemp(directory, ".writable-*")
	if err != nil {
		return fmt.Errorf("data directory %s cannot be written: %w", directory, err)
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return fmt.Errorf("data directory %s cannot be written: %w", directory, err)
	}
	return nil
}

// createFile creates the database file for its owner alone. A file that is
// there is left as it is; it is not opened either, because closing it would
// drop the locks that a second Store of this process holds on it.
func createFile(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("database file %s cannot be created: %w", path, err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("database file %s cannot be created: %w", path, err)
	}
	return nil
}
