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
	return nil
}
