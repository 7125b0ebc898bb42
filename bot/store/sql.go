package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/seeds/plan"
)

// querier is where statements run: the database, or a transaction on it.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// statements runs the package's SQL, which is written once for both databases.
// Its errors are the database's own: the method of Store says what was done.
type statements struct {
	on      querier
	dialect dialect
}

func (st statements) exec(ctx context.Context, query string, args ...any) error {
	_, err := st.affect(ctx, query, args...)
	return err
}

// affect returns how many rows a statement changed.
func (st statements) affect(ctx context.Context, query string, args ...any) (int64, error) {
	result, err := st.on.ExecContext(ctx, st.dialect.rebind(query), args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected() //nolint:wrapcheck // the calling method says what it did
}

func (st statements) queryRow(ctx context.Context, query string, args ...any) *sql.Row {
	return st.on.QueryRowContext(ctx, st.dialect.rebind(query), args...)
}

// row is one row of an answer.
type row interface{ Scan(fields ...any) error }

// all reads every row of an answer.
func all[T any](ctx context.Context, st statements, scan func(row) (T, error), query string, args ...any) ([]T, error) {
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

// one reads the only row of an answer and tells whether there is one.
func one[T any](ctx context.Context, st statements, scan func(row) (T, error), query string, args ...any) (T, bool, error) {
	v, err := scan(st.queryRow(ctx, query, args...))
	if errors.Is(err, sql.ErrNoRows) {
		var none T
		return none, false, nil
	}
	return v, err == nil, err
}

// into makes a scan out of the fields of a value.
func into[T any](fields func(*T) []any) func(row) (T, error) {
	return func(r row) (T, error) {
		var v T
		err := r.Scan(fields(&v)...)
		return v, err
	}
}

// single is the field of a row that has no other.
func single[T any](v *T) []any { return []any{v} }

// statementRows is how many rows one statement carries at most: both databases
// limit the parameters of a statement, PostgreSQL to 65,535.
const statementRows = 500

// insertAll inserts rows that all have as many values, and reads what the
// statement returns. Its text stands before and behind the values.
func insertAll[T any](ctx context.Context, st statements, scan func(row) (T, error), before string, rows [][]any, behind string) ([]T, error) {
	var list []T
	for part := range slices.Chunk(rows, statementRows) {
		values := repeat("("+repeat("?", len(part[0]))+")", len(part))
		got, err := all(ctx, st, scan, before+" VALUES "+values+" "+behind, slices.Concat(part...)...)
		if err != nil {
			return nil, err
		}
		list = append(list, got...)
	}
	return list, nil
}

// selectAmong reads the rows whose column is among the keys; the text ends
// behind "column IN". Other parameters stand before the keys.
func selectAmong[T any, K any](ctx context.Context, st statements, scan func(row) (T, error), before string, others []any, keys []K, behind string) ([]T, error) {
	var list []T
	for part := range slices.Chunk(keys, statementRows) {
		args := slices.Clone(others)
		for _, key := range part {
			args = append(args, key)
		}
		got, err := all(ctx, st, scan, before+" ("+repeat("?", len(part))+") "+behind, args...)
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

// wrap says in an error what a method did.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

// dayField reads a day, which is kept as its text; "" is none.
type dayField struct{ *plan.Date }

func (f dayField) Scan(value any) error {
	text, ok := value.(string)
	if !ok {
		return fmt.Errorf("read a day: %T instead of text", value)
	}
	return f.UnmarshalText([]byte(text))
}

// dayOrNone writes a day as it is kept.
func dayOrNone(d plan.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// timeField reads a time; NULL is none.
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
