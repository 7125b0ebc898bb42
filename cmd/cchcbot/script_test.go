package main

import (
	"errors"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"cchcbot/bot/store/postgrestest"
)

// TestMain lets the stories run the program under its own name, and the
// benchmarks two bots beside each other.
func TestMain(m *testing.M) {
	testscript.Main(withPostgres{m}, map[string]func(){
		"cchcbot":      main,
		benchedProgram: benched(main),
		echoProgram:    benched(echo),
	})
}

// withPostgres stops the PostgreSQL that tests may have started.
type withPostgres struct{ *testing.M }

func (m withPostgres) Run() int {
	defer postgrestest.Stop()
	return m.M.Run()
}

// TestScripts tells stories of the built program, one a file.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status},
	})
}

// status demands an exit status: status 2 cchcbot sing.
func status(ts *testscript.TestScript, negated bool, args []string) {
	if negated || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%v: exit status %d, want %d", args[1:], got, want)
	}
}
