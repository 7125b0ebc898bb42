package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"cchcbot/bot/simulator"
)

// An operator sees what happens, and neither in a metric nor in a line of the log,
// be it at its most talkative, who asked what, or the token.
func TestWhatAnOperatorSees(t *testing.T) {
	t.Parallel()
	const person, words = 987654321, "Ai chủ trì số hóa hồ sơ quệch quạc?"
	s := newSiege(t, "sqlite:"+t.TempDir()+"/bot.db", 1, 30, simulator.Options{
		Personas: []simulator.Persona{{ID: person, Name: "Đoàn Thị Kín"}},
	})
	health := freeAddress(t)
	p := s.launch("--health", health, "--log", "debug")
	s.until("healthy", time.Minute, func() bool { return stateAt(health) == "ok" })
	asked, err := s.Say(person, words)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.AwaitMessage(t.Context(), person, func(m simulator.Message) bool { return m.FromBot && m.ID > asked.ID })
	if err != nil {
		t.Fatal(err)
	}
	var seen string
	s.until("the message is counted", time.Minute, func() bool {
		seen = get(t, "http://"+health+metricsPath)
		return strings.Contains(seen, `cchcbot_digests_today{progress="sent"} 1`) && strings.Contains(seen, "cchcbot_inbox_open 0")
	})
	for _, want := range []string{
		`cchcbot_updates_total{kind="message"} `, `cchcbot_answers_total{shows="units"} 1`, `cchcbot_answer_seconds_count `,
		`cchcbot_telegram_calls_total{kind="message",end="done"} `, "cchcbot_leader 1", "cchcbot_inbox_open 0",
		"cchcbot_database_up 1", "cchcbot_database_writable 1", "cchcbot_jobs ", "cchcbot_database_statements_total ", "cchcbot_database_errors_total ", "cchcbot_last_digest_timestamp_seconds ", "cchcbot_last_backup_timestamp_seconds 0",
		"cchcbot_last_poll_timestamp_seconds ", `cchcbot_plan_info{number="6004/QĐ-UBND"} 1`, "process_resident_memory_bytes ",
	} {
		if !strings.Contains(seen, want) {
			t.Errorf("no %s among the metrics", want)
		}
	}
	for _, name := range shippedMetrics(t) {
		if !strings.Contains(seen, "\n"+name) {
			t.Errorf("the board or the alerts ask for %s, which is no metric", name)
		}
	}
	line := regexp.MustCompile(`^[a-z_:][a-zA-Z0-9_:]*(\{[^{}]*\})? [-+.0-9eInfNa]+$`)
	for one := range strings.Lines(seen) {
		if one = strings.TrimSpace(one); one != "" && one[0] != '#' && !line.MatchString(one) {
			t.Errorf("a line that no Prometheus reads: %s", one)
		}
	}
	p.stop()
	for _, secret := range []string{fmt.Sprint(person), "Đoàn Thị Kín", "quệch", s.Token()} {
		if strings.Contains(seen, secret) {
			t.Errorf("the metrics hold %q", secret)
		}
		if strings.Contains(p.log.String(), secret) && secret != fmt.Sprint(person) {
			t.Errorf("the log holds %q:\n%s", secret, p.log)
		}
	}
}

// shippedMetrics are the metrics that the board and the alerts ask for.
func shippedMetrics(t *testing.T) (names []string) {
	t.Helper()
	for _, file := range []string{"deploy/board.json", "deploy/alerts.yaml"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var read any // JSON is YAML
		if err := yaml.Unmarshal(text, &read); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		names = append(names, regexp.MustCompile(`\b(cchcbot|process)_[a-z_]+`).FindAllString(string(text), -1)...)
	}
	if len(names) < 20 {
		t.Fatalf("only %d metrics are asked for", len(names))
	}
	return names
}
