// Package postgrestest gives tests a PostgreSQL to work on.
//
// In: nothing but what is installed on the machine, or the address of a database
// in an environment variable. Out: the address of an empty schema for each test,
// which goes with it. Only tests import the package.
package postgrestest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// urlVariable names a PostgreSQL database that the tests may use; without it
// they start a server of their own.
const urlVariable = "CCHCBOT_TEST_POSTGRES_URL"

// Stop ends the server that Schema has started, if it has. TestMain calls it
// after the tests.
func Stop() { server.stop() }

// Schema creates an empty schema that goes with the test, and returns the address
// that leads into it. The test is skipped where there is no PostgreSQL.
func Schema(t testing.TB) string {
	t.Helper()
	address := serverAddress(t)
	name := fmt.Sprintf("test_%d_%d", os.Getpid(), schemas.Add(1))
	runSQL(t, address, "CREATE SCHEMA "+name)
	t.Cleanup(func() { runSQL(t, address, "DROP SCHEMA "+name+" CASCADE") })
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	query := u.Query()
	query.Set("search_path", name)
	u.RawQuery = query.Encode()
	return u.String()
}

var schemas atomic.Int64

// serverAddress is where the schemas are made.
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
