package database

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/store/postgrestest"
)

// Each dialect has its own SQL; a version must not be missing in one of them.
func TestMigrationsOfBothDialects(t *testing.T) {
	t.Parallel()
	names := func(d dialect) []string {
		files, err := fs.Glob(migrations, "migrations/"+d.name+"/*.sql")
		must(t, err)
		for i, file := range files {
			files[i] = strings.TrimPrefix(file, "migrations/"+d.name+"/")
		}
		return files
	}
	if diff := cmp.Diff(names(sqlite), names(postgres)); diff != "" {
		t.Errorf("migrations differ (-sqlite +postgres):\n%s", diff)
	}
}

func TestRebind(t *testing.T) {
	t.Parallel()
	const query = `SELECT a FROM b WHERE c = ? AND d IN (?, ?)`
	if got := sqlite.rebind(query); got != query {
		t.Errorf("sqlite: %s", got)
	}
	if got, want := postgres.rebind(query), `SELECT a FROM b WHERE c = $1 AND d IN ($2, $3)`; got != want {
		t.Errorf("postgres: %s, want %s", got, want)
	}
}

// What was set before plans had names is of the decision that was reminded of
// last.
func TestInternalDuesOfTodayGetTheirPlan(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		c, err := connect(address)
		must(t, err)
		defer func() { must(t, c.db.Close()) }()
		provider, err := newProvider(c.db, c.dialect)
		must(t, err)
		_, err = provider.UpTo(t.Context(), 8)
		must(t, err)
		old := Statements{on: c.querier(), dialect: c.dialect}
		must(t, old.Exec(t.Context(), `INSERT INTO internal_dues (unit, day) VALUES ('PL.1.14', 20)`))
		s := open(t, address)
		type internal struct {
			Plan, Unit string
			Day        int
		}
		got, err := All(t.Context(), s.Statements, Into(func(d *internal) []any { return []any{&d.Plan, &d.Unit, &d.Day} }),
			`SELECT plan, unit, day FROM internal_dues`)
		must(t, err)
		want := []internal{{"6004/QĐ-UBND", "PL.1.14", 20}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("internal due dates (-want +got):\n%s", diff)
		}
	})
}
