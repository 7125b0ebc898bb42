package main

import (
	"bytes"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cchcbot/bot/simulator"
	"cchcbot/bot/store"
)

// A doctor tells each trouble with its cure, and by the exit status whether the bot
// would work; it makes no database, and shows no secret.
func TestDoctor(t *testing.T) {
	t.Parallel()
	world := simulator.New(simulator.Options{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/getWebhookInfo") {
			world.ServeHTTP(w, r)
			return
		}
		_, _ = io.WriteString(w, `{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":3}}`)
	}))
	t.Cleanup(func() {
		_ = world.Close()
		server.Close()
	})
	directory := t.TempDir()
	path := filepath.Join(directory, "bot.db")
	memory, err := store.Open(t.Context(), "sqlite:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if err := memory.Close(); err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(directory, "open.db")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(open, content, 0o644); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(directory, "broken.db")
	if err := os.WriteFile(broken, bytes.Repeat([]byte("no database "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	well := map[string]string{
		tokenVariable: world.Token(), "TELEGRAM_API_SERVER": server.URL,
		"CCHCBOT_DATABASE": "sqlite:" + path, "CCHCBOT_ADMINS": "5,6",
	}
	const secret = "hunter2"
	tests := []struct {
		name   string
		change map[string]string
		ill    bool
		says   []string
	}{
		{"well", nil, false, []string{"ok    token: it is @", "ok    webhook", "ok    updates: 3 wait", "ok    clock", "ok    database: it takes writes", "ok    administrators: there are 2", "ok    disk", "warn  backup: none was made", "warn  controller: "}},
		{"a controller", map[string]string{"CCHCBOT_CONTROLLER": "Sở Nội vụ"}, false, []string{"ok    token"}},
		{"no token", map[string]string{tokenVariable: ""}, true, []string{"FAIL  token: none is set", "what to do: set TELEGRAM_BOT_TOKEN"}},
		{"wrong token", map[string]string{tokenVariable: "123456:" + secret}, true, []string{"FAIL  token: Telegram refuses it", "BotFather"}},
		{"no Telegram", map[string]string{"TELEGRAM_API_SERVER": "http://127.0.0.1:1"}, true, []string{"FAIL  telegram: ", "CCHCBOT_PROXY"}},
		{"nobody administers", map[string]string{"CCHCBOT_ADMINS": ""}, true, []string{"FAIL  administrators: there are none", "CCHCBOT_ADMINS"}},
		{"one administers", map[string]string{"CCHCBOT_ADMINS": "5"}, false, []string{"warn  administrators: there is one"}},
		{"no database yet", map[string]string{"CCHCBOT_DATABASE": "sqlite:" + directory + "/none.db"}, false, []string{"warn  database: " + directory + "/none.db is not there yet"}},
		{"no directory", map[string]string{"CCHCBOT_DATABASE": "sqlite:" + directory + "/none/bot.db"}, true, []string{"FAIL  disk: "}},
		{"readable by others", map[string]string{"CCHCBOT_DATABASE": "sqlite:" + open}, false, []string{"warn  database: others may read", "chmod 600"}},
		{"no SQLite", map[string]string{"CCHCBOT_DATABASE": "sqlite:" + broken}, true, []string{"FAIL  database: "}},
		{"no PostgreSQL", map[string]string{"CCHCBOT_DATABASE": "postgres://bot:" + secret + "@127.0.0.1:1/bot"}, true, []string{"FAIL  database: "}},
		{"no plans", map[string]string{"CCHCBOT_PLANS": directory + "/none"}, true, []string{"FAIL  plans: "}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			given := maps.Clone(well)
			maps.Copy(given, tt.change)
			var out bytes.Buffer
			err := run(t.Context(), []string{"doctor", "--now", "2024-03-18T08:30:00+07:00"}, environment(given), nil, &out, &out)
			if ill := exitCode(err, &out) == 1; ill != tt.ill {
				t.Errorf("%v:\n%s", err, &out)
			}
			for _, words := range tt.says {
				if !strings.Contains(out.String(), words) {
					t.Errorf("no %q in:\n%s", words, &out)
				}
			}
			if strings.Contains(out.String(), secret) || strings.Contains(out.String(), world.Token()) {
				t.Errorf("a secret is shown:\n%s", &out)
			}
		})
	}
	if _, err := os.Stat(directory + "/none.db"); err == nil {
		t.Error("a database was made")
	}
}
