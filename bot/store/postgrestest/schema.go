// Package postgrestest gives tests a PostgreSQL to work on.
//
// In: nothing but what is installed on the machine, or the address of a server in
// an environment variable. Out: the address of an empty schema for each test, in
// a database that no other test works in meanwhile. Only tests import the package.
package postgrestest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// urlVariable names a PostgreSQL database whose user may create others; without
// it the tests start a server of their own.
const urlVariable = "CCHCBOT_TEST_POSTGRES_URL"

// Stop drops the databases that Schema has created, or ends the server that it
// has started. TestMain calls it after the tests.
func Stop() {
	if address := os.Getenv(urlVariable); address != "" {
		databases.drop(address)
	}
	server.stop()
}

// Schema creates an empty schema that goes with the test, and returns the address
// that leads into it. The test is skipped where there is no PostgreSQL, and with
// -short.
//
// Tests that shared a database would wait for one another: who changes a schema
// holds a lock of the whole database, and others ask for it once a second. A
// database for each test would take a fifth of a second to create.
func Schema(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("not on PostgreSQL, for short tests")
	}
	database := databases.take(t)
	t.Cleanup(func() { databases.giveBack(database) })
	name := fmt.Sprintf("test_%d", numbers.Add(1))
	runSQL(t, database, "CREATE SCHEMA "+name)
	t.Cleanup(func() { runSQL(t, database, "DROP SCHEMA "+name+" CASCADE") })
	return with(t, database, func(u *url.URL) {
		query := u.Query()
		query.Set("search_path", name)
		u.RawQuery = query.Encode()
	})
}

// OnEach runs a test on SQLite and on PostgreSQL, with the address of a fresh
// database. Opened twice, the address is the same database.
func OnEach(t *testing.T, test func(t *testing.T, address string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		test(t, "sqlite:"+filepath.Join(t.TempDir(), "bot.db"))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		test(t, Schema(t))
	})
}

var (
	databases pool
	numbers   atomic.Int64 // of schemas and databases
)

// pool keeps the databases that no test works in, and creates others.
type pool struct {
	mu   sync.Mutex
	free []string // addresses
}

func (p *pool) take(t testing.TB) string {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.free); n > 0 {
		database := p.free[n-1]
		p.free = p.free[:n-1]
		return database
	}
	address := serverAddress(t)
	name := fmt.Sprintf("test_%d_%d", os.Getpid(), numbers.Add(1))
	runSQL(t, address, "CREATE DATABASE "+name)
	return with(t, address, func(u *url.URL) { u.Path = "/" + name })
}

func (p *pool) giveBack(database string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free = append(p.free, database)
}

// drop removes the databases from a server that goes on.
func (p *pool) drop(address string) {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		return // nothing was created, or nothing can be done
	}
	defer func() { _ = conn.Close(ctx) }()
	for _, database := range p.free {
		if u, err := url.Parse(database); err == nil {
			_, _ = conn.Exec(ctx, "DROP DATABASE "+strings.TrimPrefix(u.Path, "/")+" WITH (FORCE)")
		}
	}
}

// with returns an address that is changed.
func with(t testing.TB, address string, change func(*url.URL)) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	change(u)
	return u.String()
}

// serverAddress is where the databases are made.
func serverAddress(t testing.TB) string {
	t.Helper()
	if address := os.Getenv(urlVariable); address != "" {
		return address
	}
	server.once.Do(server.start)
	if errors.Is(server.err, errNoPostgres) {
		t.Skipf("%v; install PostgreSQL or set %s", server.err, urlVariable)
	}
	if server.err != nil {
		t.Fatal(server.err)
	}
	return server.address
}

func runSQL(t testing.TB, address, statement string) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context()) // clean-up runs after the test's context ends
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(ctx, statement); err != nil {
		t.Error(err)
	}
	if err := conn.Close(ctx); err != nil {
		t.Error(err)
	}
}
