package database

import (
	"context"
	"database/sql"
	"sync"
)

// mostPrepared bounds the statements that are kept: some texts grow with the
// number of their values.
const mostPrepared = 500

// prepared is a SQLite database that keeps its statements: to read one takes
// longer than to run it. PostgreSQL's driver does the same by itself.
type prepared struct {
	*sql.DB
	mu    sync.Mutex
	known map[string]*sql.Stmt // closed with the database
}

func newPrepared(db *sql.DB) *prepared {
	return &prepared{DB: db, known: make(map[string]*sql.Stmt)}
}

func (p *prepared) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if statement := p.statement(ctx, query); statement != nil { //nolint:sqlclosecheck // it is kept
		return statement.ExecContext(ctx, args...) //nolint:wrapcheck // the calling method says what it did
	}
	return p.DB.ExecContext(ctx, query, args...) //nolint:wrapcheck // the calling method says what it did
}

func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if statement := p.statement(ctx, query); statement != nil { //nolint:sqlclosecheck // it is kept
		return statement.QueryContext(ctx, args...) //nolint:wrapcheck // the calling method says what it did
	}
	return p.DB.QueryContext(ctx, query, args...) //nolint:wrapcheck // the calling method says what it did
}

func (p *prepared) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if statement := p.statement(ctx, query); statement != nil { //nolint:sqlclosecheck // it is kept
		return statement.QueryRowContext(ctx, args...)
	}
	return p.DB.QueryRowContext(ctx, query, args...)
}

// statement is the query, prepared; nil where there is no room for one more, or
// where the database refuses it and will say why when it is run.
func (p *prepared) statement(ctx context.Context, query string) *sql.Stmt {
	p.mu.Lock()
	statement, full := p.known[query], len(p.known) >= mostPrepared
	p.mu.Unlock()
	if statement != nil || full {
		return statement
	}
	fresh, err := p.DB.PrepareContext(ctx, query)
	if err != nil {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if first := p.known[query]; first != nil {
		defer func() { _ = fresh.Close() }() // another was faster
		return first
	}
	p.known[query] = fresh
	return fresh
}
