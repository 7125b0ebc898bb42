package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/telegram"
)

// environment is a getenv over a map.
func environment(variables map[string]string) func(string) string {
	return func(name string) string { return variables[name] }
}

func TestFlagsWinOverTheEnvironment(t *testing.T) {
	t.Parallel()
	variables := map[string]string{
		"CCHCBOT_DATABASE": "sqlite:from-environment.db",
		"CCHCBOT_LOG":      "debug,json",
		"CCHCBOT_PLANS":    "plans",
	}
	s, err := readSettings("serve", []string{"--database", "sqlite:from-flag.db"}, process{getenv: environment(variables)})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{string(s.database), s.plans, s.server, s.logLevel.String(), fmt.Sprint(s.logJSON)}
	want := []string{"sqlite:from-flag.db", "plans", telegram.DefaultServer, "DEBUG", "true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPaceIsTelegramsUnlessTold(t *testing.T) {
	t.Parallel()
	for told, want := range map[string]telegram.Limits{
		"":     {PerSecond: 30, PerChatSecond: 1, PerGroupMinute: 20},
		"1000": {PerSecond: 1000, PerChatSecond: 1, PerGroupMinute: 20},
		"0":    {},
	} {
		s, err := readSettings("serve", nil, process{getenv: environment(map[string]string{"CCHCBOT_PACE": told})})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, s.limits); diff != "" {
			t.Errorf("told %q: %s", told, diff)
		}
	}
	for _, told := range []string{"-1", "fast", "1.5"} {
		if _, err := readSettings("serve", []string{"--pace", told}, process{getenv: environment(nil)}); err == nil {
			t.Errorf("--pace %s is taken", told)
		}
	}
}

func TestTryKeepsNothingUnlessTold(t *testing.T) {
	t.Parallel()
	variables := map[string]string{"CCHCBOT_DATABASE": "sqlite:served.db", "CCHCBOT_DATABASE_FILE": "no such file"}
	for want, args := range map[string][]string{"sqlite::memory:": nil, "sqlite:kept.db": {"--database", "sqlite:kept.db"}} {
		s, err := readSettings("try", args, process{getenv: environment(variables)})
		if err != nil {
			t.Fatal(err)
		}
		if got := string(s.database); got != want {
			t.Errorf("told %q: database %q, want %q", args, got, want)
		}
	}
}

// What only a deployed bot has makes the bare program serve, which then says that
// the token is missing: it is never tried on a database that serves.
func TestTheBareProgramIsTriedOnlyWhereNothingIsConfigured(t *testing.T) {
	t.Parallel()
	tests := []struct {
		variables map[string]string
		args      []string
		want      string
	}{
		{nil, nil, "try"},
		{map[string]string{"CCHCBOT_ADDR": "127.0.0.1:0", "CCHCBOT_LOG": "debug"}, []string{"--addr", "127.0.0.1:0"}, "try"},
		{map[string]string{"TELEGRAM_BOT_TOKEN_FILE": "token"}, nil, "serve"},
		{map[string]string{"CCHCBOT_DATABASE": "sqlite:bot.db"}, nil, "serve"},
		{map[string]string{"CCHCBOT_DATABASE_FILE": "address"}, nil, "serve"},
		{map[string]string{"CCHCBOT_ADMINS": "5"}, nil, "serve"},
		{map[string]string{"CCHCBOT_HEALTH_ADDR": ":8025"}, nil, "serve"},
		{nil, []string{"-database=sqlite:bot.db"}, "serve"},
		{nil, []string{"--log", "debug", "--admins", "5"}, "serve"},
	}
	for _, tt := range tests {
		if got := defaultCommand(tt.args, environment(tt.variables)); got != tt.want {
			t.Errorf("%v %q: %s, want %s", tt.variables, tt.args, got, tt.want)
		}
	}
	err := run(t.Context(), nil, environment(map[string]string{"CCHCBOT_DATABASE": "sqlite:" + t.TempDir() + "/bot.db"}), nil, io.Discard, io.Discard)
	if err == nil || exitCode(err, io.Discard) != 2 || !strings.Contains(err.Error(), "no token") {
		t.Errorf("without a token: %v", err)
	}
}

func TestAdministratorsAreNamedByTheirIDs(t *testing.T) {
	t.Parallel()
	tests := []struct {
		command, told, want string
	}{
		{"serve", "", "[]"},
		{"serve", "123456789", "[123456789]"},
		{"serve", "5, 6,7", "[5 6 7]"},
		{"try", "", "[1004]"},
		{"try", "5", "[5]"},
	}
	for _, tt := range tests {
		s, err := readSettings(tt.command, nil, process{getenv: environment(map[string]string{"CCHCBOT_ADMINS": tt.told})})
		if got := fmt.Sprint(s.admins); err != nil || got != tt.want {
			t.Errorf("%s %q: %s, %v, want %s", tt.command, tt.told, got, err, tt.want)
		}
	}
	for _, told := range []string{"@lan", "5,", "0", "-2001", "5;6"} {
		if _, err := readSettings("serve", []string{"--admins", told}, process{getenv: environment(nil)}); err == nil {
			t.Errorf("%q is taken for ids", told)
		}
	}
}

func TestSecretsComeFromFiles(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte("123:abc\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name      string
		variables map[string]string
		token     string
		err       string
	}{
		{name: "file", variables: map[string]string{"TELEGRAM_BOT_TOKEN_FILE": file}, token: "123:abc"},
		{name: "variable", variables: map[string]string{"TELEGRAM_BOT_TOKEN": "456:def"}, token: "456:def"},
		{
			name:      "both",
			variables: map[string]string{"TELEGRAM_BOT_TOKEN": "456:def", "TELEGRAM_BOT_TOKEN_FILE": file},
			err:       "TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set",
		},
		{name: "no such file", variables: map[string]string{"TELEGRAM_BOT_TOKEN_FILE": file + "x"}, err: "TELEGRAM_BOT_TOKEN_FILE: open"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s, err := readSettings("serve", nil, process{getenv: environment(test.variables)})
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Errorf("error %v, want %q", err, test.err)
				}
				return
			}
			if err != nil || string(s.token) != test.token {
				t.Errorf("token %q, error %v; want %q", string(s.token), err, test.token)
			}
		})
	}
}

func TestBadSettingsAreRefused(t *testing.T) {
	t.Parallel()
	tests := []struct {
		args      []string
		variables map[string]string
		err       string
	}{
		{args: []string{"--now", "tomorrow"}, err: "RFC 3339"},
		{args: []string{"--log", "loud"}, err: "want debug, info, warn or error"},
		{args: []string{"--log", "info,xml"}, err: "want debug, info, warn or error"},
		{variables: map[string]string{"CCHCBOT_LOG": "loud"}, err: "CCHCBOT_LOG: want debug"},
		{args: []string{"now"}, err: `what is "now"?`},
		{args: []string{"--addr", ":1"}, err: "flag provided but not defined: -addr"}, // belongs to try
	}
	for _, test := range tests {
		_, err := readSettings("serve", test.args, process{getenv: environment(test.variables)})
		if err == nil || !strings.Contains(err.Error(), test.err) {
			t.Errorf("%q %v: error %v, want %q", test.args, test.variables, err, test.err)
		}
	}
}

// A rehearsal begins at the given time and goes on from there.
func TestNowStartsAClock(t *testing.T) {
	t.Parallel()
	s, err := readSettings("try", []string{"--now", "2024-03-18T08:30:00+07:00"}, process{getenv: environment(nil)})
	if err != nil {
		t.Fatal(err)
	}
	first := s.clock.Now()
	start := time.Date(2024, time.March, 18, 1, 30, 0, 0, time.UTC)
	if late := first.Sub(start); late < 0 || late > time.Minute {
		t.Errorf("the clock says %s", first)
	}
	if name := first.Location().String(); name != "Asia/Ho_Chi_Minh" {
		t.Errorf("the clock is in %s", name)
	}
	if second := s.clock.Now(); !second.After(first) {
		t.Errorf("the clock stands still at %s", second)
	}
}

func TestReadmeListsAllSettings(t *testing.T) {
	t.Parallel()
	var want []string
	for _, one := range new(settings).list() {
		want = append(want, readmeRow(one))
	}
	var got []string
	inTable := false
	for line := range strings.SplitSeq(readReadme(t), "\n") {
		switch {
		case strings.HasPrefix(line, "| flag | environment |"):
			inTable = true
		case !strings.HasPrefix(line, "|"):
			inTable = false
		case inTable && !strings.HasPrefix(line, "|-"):
			got = append(got, line)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the README's table (-want +got):\n%s", diff)
	}
}

// readmeRow is a setting as a row of the README's table.
func readmeRow(one setting) string {
	cell := func(words, prefix string) string {
		if words == "" {
			return ""
		}
		return "`" + prefix + words + "`"
	}
	meaning := one.meaning
	of := slices.DeleteFunc(slices.Clone(one.of), func(command string) bool { return command == "doctor" }) // it knows what serve does
	if len(of) == 1 {
		meaning = "`" + of[0] + "`: " + meaning
	}
	row := "|"
	for _, words := range []string{cell(one.flag, "--"), cell(one.env, ""), one.shownStandard(), meaning} {
		row += strings.TrimRight(" "+words, " ") + " |"
	}
	return row
}

func TestHelpTellsAllSettings(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	if err := run(t.Context(), []string{"-help"}, environment(nil), nil, &out, &out); err != nil {
		t.Fatal(err)
	}
	for _, one := range new(settings).list() {
		for _, words := range append(one.names(), one.description()) {
			if !strings.Contains(out.String(), words) {
				t.Errorf("the help does not tell %q", words)
			}
		}
	}
}

func TestLogsNeverShowTheToken(t *testing.T) {
	t.Parallel()
	for _, asJSON := range []bool{false, true} {
		var out bytes.Buffer
		log := newLogger(settings{token: "123:secret-half", logJSON: asJSON}, &out)
		log.Info("calling https://api.example.org/bot123:secret-half/getMe", "error", fmt.Errorf("bad token 123:secret-half"))
		if strings.Contains(out.String(), "secret-half") || strings.Count(out.String(), "***") != 2 {
			t.Errorf("logged: %s", out.String())
		}
	}
}
