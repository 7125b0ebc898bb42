package database

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"github.com/riverqueue/river/rivermigrate"
)

// migrations holds one folder for each dialect, with the same file names.
//
//go:embed migrations
var migrations embed.FS

// migrate brings the schema up to date.
//
// Two programs may start on one database at the same time. The version table
// takes each version once, so the slower one fails on a migration that the
// faster one has finished, and goes on behind it: an error is final only when
// the schema has stood still.
func migrate(ctx context.Context, db *sql.DB, d dialect) error {
	provider, err := newProvider(db, d)
	if err != nil {
		return err
	}
	for {
		before, err := checkedVersion(ctx, provider)
		if err != nil {
			return err
		}
		_, failure := provider.Up(ctx)
		if failure == nil {
			return nil
		}
		after, err := checkedVersion(ctx, provider)
		if err != nil || after == before {
			return fmt.Errorf("migrate schema: %w", failure)
		}
	}
}

// ErrOlder says that the schema is of an older program.
var ErrOlder = errors.New("the schema is of an older version; serve brings it up to date at its start")

// checkSchema is an error where the schema is not of this program's version.
func checkSchema(ctx context.Context, db *sql.DB, d dialect) error {
	provider, err := newProvider(db, d)
	if err != nil {
		return err
	}
	version, err := checkedVersion(ctx, provider)
	if err != nil {
		return err
	}
	if sources := provider.ListSources(); version < sources[len(sources)-1].Version {
		return ErrOlder
	}
	return nil
}

// lockSeconds is how long a program waits for another that changes the schema.
const lockSeconds = 120

func newProvider(db *sql.DB, d dialect) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations/"+d.name)
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	options := []goose.ProviderOption{
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()), goose.WithGoMigrations(queueMigrations(d)...),
	}
	if goose.Dialect(d.name) == goose.DialectPostgres {
		// PostgreSQL calls two schemas changing at once a deadlock.
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, lockSeconds))
		if err != nil {
			return nil, fmt.Errorf("lock schema: %w", err)
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := goose.NewProvider(goose.Dialect(d.name), db, files, options...)
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	return provider, nil
}

// queueTables are the versions of the schema that bring in the tables of the
// queue, and how far each goes in the queue's own count. They are two because
// PostgreSQL uses a new value of an enumeration only after it is committed.
var queueTables = []struct {
	version int64
	tables  int
}{{3, 5}, {4, 8}}

func queueMigrations(d dialect) []*goose.Migration {
	var list []*goose.Migration
	for _, q := range queueTables {
		list = append(list, goose.NewGoMigration(q.version, &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
			return migrateQueue(ctx, tx, d, q.tables)
		}}, nil))
	}
	return list
}

func migrateQueue(ctx context.Context, tx *sql.Tx, d dialect, tables int) error {
	migrator, err := rivermigrate.New(d.queue(nil), &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return fmt.Errorf("read migrations of the queue: %w", err)
	}
	//nolint:staticcheck // the warning is about the versions that queueTables keeps apart
	_, err = migrator.MigrateTx(ctx, tx, rivermigrate.DirectionUp, &rivermigrate.MigrateOpts{TargetVersion: tables})
	if err != nil {
		return fmt.Errorf("create tables of the queue: %w", err)
	}
	return nil
}

// checkedVersion returns the version of the schema, or an error when it is one
// that this program does not know.
func checkedVersion(ctx context.Context, provider *goose.Provider) (int64, error) {
	version, err := provider.GetDBVersion(ctx)
	if err != nil {
		return 0, fmt.Errorf("read schema version: %w", err)
	}
	sources := provider.ListSources()
	if known := sources[len(sources)-1].Version; version > known {
		return 0, fmt.Errorf("schema is version %d and this program knows versions up to %d: "+
			"start the newer program, or restore a backup made before it", version, known)
	}
	return version, nil
}
