package database

import (
	"context"
	"database/sql"
)

// traced tells of each statement that runs.
type traced struct {
	on    querier
	trace func(err error)
}

// traceable is where statements run, told of where the settings have a trace.
func (s *DB) traceable(on querier) querier {
	if s.settings.Trace == nil {
		return on
	}
	return traced{on, s.settings.Trace}
}

func (t traced) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	result, err := t.on.ExecContext(ctx, query, args...)
	t.trace(err)
	return result, err
}

func (t traced) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	rows, err := t.on.QueryContext(ctx, query, args...)
	t.trace(err)
	return rows, err
}

func (t traced) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	row := t.on.QueryRowContext(ctx, query, args...)
	t.trace(row.Err())
	return row
}
