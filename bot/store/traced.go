package store

import (
	"context"
	"database/sql"
)

// WithTrace calls a function after each statement, with its error.
func WithTrace(trace func(err error)) Option {
	return func(s *Store) { s.trace = trace }
}

// traced tells of each statement that runs.
type traced struct {
	on    querier
	trace func(err error)
}

// traceable is where statements run, told of where the Store has a trace.
func (s *Store) traceable(on querier) querier {
	if s.trace == nil {
		return on
	}
	return traced{on, s.trace}
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
