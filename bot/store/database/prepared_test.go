package database

import (
	"fmt"
	"testing"
)

func TestStatementsAreKeptWithinABound(t *testing.T) {
	t.Parallel()
	s := open(t, "sqlite::memory:")
	kept := s.on.(*prepared)
	const query = `SELECT count(*) FROM chats WHERE agency = ?`
	for n := range 3 {
		must(t, s.Exec(t.Context(), `INSERT INTO chats (chat, agency) VALUES (?, ?)`, n+1, "so-noi-vu"))
		var count int
		must(t, s.QueryRow(t.Context(), query, "so-noi-vu").Scan(&count))
		if count != n+1 || kept.known[query] == nil {
			t.Errorf("%d chats, want %d; kept: %v", count, n+1, kept.known[query] != nil)
		}
	}
	// A statement outlives a change of the schema under it.
	must(t, s.Exec(t.Context(), `ALTER TABLE chats ADD COLUMN trial TEXT`))
	var count int
	must(t, s.QueryRow(t.Context(), query, "so-noi-vu").Scan(&count))
	if count != 3 {
		t.Errorf("%d chats after the schema changed, want 3", count)
	}
	for n := range 2 * mostPrepared {
		var got int
		must(t, s.QueryRow(t.Context(), fmt.Sprintf("SELECT %d", n)).Scan(&got))
		if got != n {
			t.Fatalf("got %d, want %d", got, n)
		}
	}
	if len(kept.known) != mostPrepared {
		t.Errorf("%d statements are kept, want %d", len(kept.known), mostPrepared)
	}
	if err := s.Exec(t.Context(), `SELECT nothing FROM nowhere`); err == nil {
		t.Error("a broken statement is no error")
	}
}
