package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// querier is where statements run: the database, or a transaction on it.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Statements runs the store's SQL, which is written once for both databases.
// Its errors are the database's own: the calling method says what was done.
type Statements struct {
	on        querier
	dialect   dialect
	permitted bool // it was asked whether something may be kept
}

// SQLite reports whether the database is one; the other is PostgreSQL.
func (st Statements) SQLite() bool { return st.dialect == sqlite }

// Lock ends a SELECT of rows that nobody else may change meanwhile.
func (st Statements) Lock() string { return st.dialect.lock }

// LockDigests is Lock for the digests d alone.
func (st Statements) LockDigests() string { return st.dialect.lockDigests }

// Exec runs a statement.
func (st Statements) Exec(ctx context.Context, query string, args ...any) error {
	_, err := st.Affect(ctx, query, args...)
	return err
}

// Affect returns how many rows a statement changed.
func (st Statements) Affect(ctx context.Context, query string, args ...any) (int64, error) {
	if !st.permitted {
		if err := record.Permit(ctx); err != nil {
			return 0, err
		}
	}
	result, err := st.on.ExecContext(ctx, st.dialect.rebind(query), args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected() //nolint:wrapcheck // the calling method says what it did
}

// QueryRow asks for one row.
func (st Statements) QueryRow(ctx context.Context, query string, args ...any) *sql.Row {
	return st.on.QueryRowContext(ctx, st.dialect.rebind(query), args...)
}

// Row is one row of an answer.
type Row interface{ Scan(fields ...any) error }

// All reads every row of an answer.
func All[T any](ctx context.Context, st Statements, scan func(Row) (T, error), query string, args ...any) ([]T, error) {
	rows, err := st.on.QueryContext(ctx, st.dialect.rebind(query), args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what went wrong
	var list []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err() //nolint:wrapcheck // the calling method says what it did
}

// Rows reads every row of an answer by the names of its columns.
func Rows(ctx context.Context, st Statements, query string, args ...any) ([]map[string]any, error) {
	rows, err := st.on.QueryContext(ctx, st.dialect.rebind(query), args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what went wrong
	names, err := rows.Columns()
	if err != nil {
		return nil, err //nolint:wrapcheck // the calling method says what it did
	}
	var list []map[string]any
	for rows.Next() {
		row, fields := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			fields[i] = &row[i]
		}
		if err := rows.Scan(fields...); err != nil {
			return nil, err //nolint:wrapcheck // the calling method says what it did
		}
		named := make(map[string]any, len(names))
		for i, name := range names {
			named[name] = row[i]
		}
		list = append(list, named)
	}
	return list, rows.Err() //nolint:wrapcheck // the calling method says what it did
}

// One reads the only row of an answer and tells whether there is one.
func One[T any](ctx context.Context, st Statements, scan func(Row) (T, error), query string, args ...any) (T, bool, error) {
	v, err := scan(st.QueryRow(ctx, query, args...))
	if errors.Is(err, sql.ErrNoRows) {
		var none T
		return none, false, nil
	}
	return v, err == nil, err
}

// Into makes a scan out of the fields of a value.
func Into[T any](fields func(*T) []any) func(Row) (T, error) {
	return func(r Row) (T, error) {
		var v T
		err := r.Scan(fields(&v)...)
		return v, err
	}
}

// Single is the field of a row that has no other.
func Single[T any](v *T) []any { return []any{v} }

// StatementRows is how many rows one statement carries at most: both databases
// limit the parameters of a statement, PostgreSQL to 65,535.
const StatementRows = 500

// InsertAll inserts rows that all have as many values, and reads what the
// statement returns. Its text stands before and behind the values.
func InsertAll[T any](ctx context.Context, st Statements, scan func(Row) (T, error), before string, rows [][]any, behind string) ([]T, error) {
	var list []T
	for part := range slices.Chunk(rows, StatementRows) {
		values := repeat("("+repeat("?", len(part[0]))+")", len(part))
		got, err := All(ctx, st, scan, before+" VALUES "+values+" "+behind, slices.Concat(part...)...)
		if err != nil {
			return nil, err
		}
		list = append(list, got...)
	}
	return list, nil
}

// SelectAmong reads the rows whose column is among the keys; the text ends
// behind "column IN". Other parameters stand before the keys.
func SelectAmong[T any, K any](ctx context.Context, st Statements, scan func(Row) (T, error), before string, others []any, keys []K, behind string) ([]T, error) {
	var list []T
	for part := range slices.Chunk(keys, StatementRows) {
		args := slices.Clone(others)
		for _, key := range part {
			args = append(args, key)
		}
		got, err := All(ctx, st, scan, before+" ("+repeat("?", len(part))+") "+behind, args...)
		if err != nil {
			return nil, err
		}
		list = append(list, got...)
	}
	return list, nil
}

// repeat lists a word n times.
func repeat(word string, n int) string {
	return strings.TrimSuffix(strings.Repeat(word+", ", n), ", ")
}

// Wrap says in an error what a method did.
func Wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

// DayField reads a day, which is kept as its text; "" is none.
func DayField(day *plan.Date) sql.Scanner { return dayField{day} }

type dayField struct{ *plan.Date }

func (f dayField) Scan(value any) error {
	text, ok := value.(string)
	if !ok {
		return fmt.Errorf("read a day: %T instead of text", value)
	}
	return f.UnmarshalText([]byte(text))
}

// DayOrNone writes a day as it is kept.
func DayOrNone(d plan.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// TimeField reads a time; NULL is none.
func TimeField(at *time.Time) sql.Scanner { return timeField{at} }

type timeField struct{ *time.Time }

func (f timeField) Scan(value any) error {
	switch value := value.(type) {
	case nil:
		*f.Time = time.Time{}
	case int64:
		*f.Time = fromMillis(value)
	default:
		return fmt.Errorf("read a time: %T instead of a number", value)
	}
	return nil
}
