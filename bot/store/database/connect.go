package database

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
)

// connection is a database that is named but not yet reached.
type connection struct {
	db      *sql.DB
	dialect dialect
	place   string // where it is, free of secrets
}

// querier is where the statements run.
func (c connection) querier() querier {
	if c.dialect == sqlite {
		return newPrepared(c.db)
	}
	return c.db
}

const wantedAddress = `want "sqlite:PATH" or "postgres://…"`

// connect reads an address. A mistyped one may hold a password anywhere, so
// the errors quote none of it but a certain scheme or the path of a file.
func connect(address string) (connection, error) {
	scheme, rest, _ := strings.Cut(address, ":")
	switch {
	case scheme == "sqlite":
		return connectSQLite(rest)
	case scheme == "postgres", scheme == "postgresql":
		return connectPostgres(address)
	case strings.HasPrefix(rest, "//"):
		return connection{}, fmt.Errorf("database scheme %q is unknown: %s", scheme, wantedAddress)
	}
	return connection{}, errors.New("database address has no known scheme: " + wantedAddress)
}
