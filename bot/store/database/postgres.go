package database

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// The pool is small: the bot's statements are short, and several replicas
// share the server's connections. All of it stays open while idle: a connection
// that is closed after a call costs the next one a new sign-in.
const (
	postgresConnections    = 10
	postgresIdleTime       = 5 * time.Minute
	postgresLifetime       = time.Hour
	postgresConnectTimeout = 10 * time.Second
)

var errPostgresAddress = errors.New("the PostgreSQL address cannot be read: " +
	"want postgres://user:password@host:port/database, " +
	"with / ? @ and % in the password written as %2F %3F %40 and %25")

// connectPostgres names the database; the first call reaches it. What the
// address leaves out comes from the PG… environment variables and the password
// file of libpq.
func connectPostgres(address string) (connection, error) {
	if !plainAuthority(address) {
		return connection{}, errPostgresAddress
	}
	config, err := pgx.ParseConfig(address)
	if err != nil {
		// The driver's error holds the address, so it is not wrapped.
		return connection{}, errPostgresAddress
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = postgresConnectTimeout
	}
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(postgresConnections)
	db.SetMaxIdleConns(postgresConnections)
	db.SetConnMaxIdleTime(postgresIdleTime)
	db.SetConnMaxLifetime(postgresLifetime)
	place := fmt.Sprintf("%s:%d/%s", config.Host, config.Port, config.Database)
	return connection{db: db, dialect: postgres, place: place}, nil
}

// plainAuthority refuses an address whose password holds an unescaped / ? or @:
// the driver would take the rest of the password for a host or a database name
// and print it when it cannot connect.
func plainAuthority(address string) bool {
	_, rest, found := strings.Cut(address, "://")
	if !found {
		return false
	}
	user, host, found := strings.Cut(rest, "@")
	if !found {
		return true
	}
	return !strings.ContainsAny(user, "/?") && !strings.Contains(host, "@")
}
