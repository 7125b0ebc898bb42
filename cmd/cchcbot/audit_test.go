package main

import (
	"bytes"
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store"
)

func TestExportAudit(t *testing.T) {
	t.Parallel()
	database := "sqlite:" + filepath.Join(t.TempDir(), "bot.db")
	changed := time.Date(2024, 3, 5, 2, 0, 0, 0, time.UTC)
	memory, err := store.Open(t.Context(), database, store.WithNow(func() time.Time { return changed }))
	if err != nil {
		t.Fatal(err)
	}
	an := record.Person{ID: 9, Name: "Lê Văn Chính", Username: "chinh"}
	if err := memory.Meet(t.Context(), an); err != nil {
		t.Fatal(err)
	}
	for _, step := range []error{
		memory.SetInternalDue(t.Context(), record.InternalDue{Unit: "PL.1.14", Day: 20}, an),
		memory.Announce(t.Context(), "tatca: họp <14 giờ>", record.Person{ID: 10}),
		memory.Close(),
	} {
		if step != nil {
			t.Fatal(step)
		}
	}

	var out, problems bytes.Buffer
	none := func(string) string { return "" }
	if err := run(t.Context(), []string{"audit", "export", "--database", database}, none, strings.NewReader(""), &out, &problems); err != nil {
		t.Fatal(err)
	}
	want := `{"id":1,"at":"2024-03-05T02:00:00Z","by":{"id":9,"name":"Lê Văn Chính","username":"chinh"},"what":"internal_due","about":"PL.1.14","before":"","after":"20"}
{"id":2,"at":"2024-03-05T02:00:00Z","by":{"id":10},"what":"announcement","about":"","before":"","after":"tatca: họp <14 giờ>"}
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("export (-want +got):\n%s", diff)
	}
}

// Whoever verifies is told how the log stands, and of the first entry that was
// changed.
func TestVerifyAudit(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bot.db")
	memory, err := store.Open(t.Context(), "sqlite:"+path)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if err := memory.Announce(t.Context(), "họp", record.Person{ID: 10}); err != nil {
			t.Fatal(err)
		}
	}
	if err := memory.Close(); err != nil {
		t.Fatal(err)
	}
	verify := func() (string, error) {
		var out bytes.Buffer
		err := run(t.Context(), []string{"audit", "verify", "--database", "sqlite:" + path}, environment(nil), nil, &out, &out)
		return out.String(), err
	}
	if said, err := verify(); err != nil || !strings.HasPrefix(said, "3 entries, none changed") {
		t.Errorf("%q, %v", said, err)
	}
	forge, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer forge.Close()
	if _, err := forge.ExecContext(t.Context(), `REPLACE INTO audit (id, changed_at, person, what, about, before, after) VALUES (2, 0, 11, 'announcement', '', '', 'vui')`); err != nil {
		t.Fatal(err)
	}
	if said, err := verify(); !errors.Is(err, errFound) || !strings.Contains(said, "changed at entry 2") {
		t.Errorf("%q, %v", said, err)
	}
}
