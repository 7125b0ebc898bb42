package database

import (
	"os"
	"testing"
	"time"

	"cchcbot/bot/store/postgrestest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	postgrestest.Stop()
	os.Exit(code)
}

// open opens a database that closes with the test.
func open(t *testing.T, address string) *DB {
	t.Helper()
	db, err := Open(t.Context(), address, Settings{Now: time.Now})
	must(t, err)
	t.Cleanup(func() { must(t, Administer(db).Close()) })
	return db
}

// must ends the test on an error.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
