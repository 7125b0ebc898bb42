package database

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ErrNoBackup says that this database is backed up by its own tools.
var ErrNoBackup = errors.New("PostgreSQL is backed up with pg_dump")

// Checkpoint empties the log of a SQLite file into the file: until then what was
// deleted is still in the log.
func (s *DB) Checkpoint(ctx context.Context) error {
	if !s.SQLite() {
		return nil
	}
	return s.Exec(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
}

// Checkpoint is that of the database.
func (a Administration) Checkpoint(ctx context.Context) (err error) {
	defer Wrap(&err, "empty the log of the file")
	return a.db.Checkpoint(ctx)
}

// Backup writes a whole copy of a SQLite database to a new file; the copy is
// opened like any other. Other calls wait meanwhile, those of
// another program go on. It never overwrites a file. On PostgreSQL it returns
// ErrNoBackup.
func (a Administration) Backup(ctx context.Context, path string) error {
	if !a.db.SQLite() {
		return ErrNoBackup
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("find backup file: %w", err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("create backup: %w", err)
	}
	// SQLite does not wait until the copy is on the disk, so Sync does.
	err = errors.Join(a.db.Exec(ctx, `VACUUM INTO ?`, path), file.Sync(), file.Close())
	if err != nil {
		return fmt.Errorf("write backup %s: %w", path, errors.Join(err, os.Remove(path)))
	}
	// The number that SQLite keeps for the program is the minute of the last backup.
	if err := a.db.Exec(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, a.db.Now().Unix()/60)); err != nil {
		return fmt.Errorf("note that a backup was made: %w", err)
	}
	return nil
}
