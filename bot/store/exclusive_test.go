package store

import (
	"errors"
	"path/filepath"
	"testing"

	"cchcbot/bot/store/postgrestest"

	"cchcbot/bot/store/database"
)

func TestOneProcessServesASQLiteFile(t *testing.T) {
	t.Parallel()
	address := "sqlite:" + filepath.Join(t.TempDir(), "bot.db")
	first, err := Open(t.Context(), address, Exclusive())
	must(t, err)
	if _, err := Open(t.Context(), address, Exclusive()); !errors.Is(err, database.ErrInUse) {
		t.Errorf("a second one that serves: %v, want ErrInUse", err)
	}
	open(t, address) // who reads needs no lock
	must(t, first.SetAgency(t.Context(), 1, "so-y-te"))
	must(t, first.Close())
	wantAgency(t, open(t, address, Exclusive()), 1, "so-y-te")
}

func TestMemoryAndPostgresNeedNoLock(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		if s.db.SQLite() {
			address = "sqlite::memory:"
		}
		open(t, address, Exclusive())
		open(t, address, Exclusive())
	})
}
