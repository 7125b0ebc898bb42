package database

import (
	"context"
	"strings"
	"testing"
	"time"
)

func TestAddressErrors(t *testing.T) {
	t.Parallel()
	tests := []struct{ address, want string }{
		{"", "no known scheme"},
		{"bot.db", "no known scheme"},
		{"mysql://root@localhost/bot", `scheme "mysql" is unknown`},
		{"sqlite:", "names no file"},
		{"sqlite:bot.db?mode=ro", "takes no parameters"},
		{"sqlite://data/bot.db", "names a host"},
		{"postgres:bot", "PostgreSQL address cannot be read"},
		{"postgres://db:port/bot", "PostgreSQL address cannot be read"},
		{"postgres://db/bot?sslmode=perhaps", "PostgreSQL address cannot be read"},
		{"postgres://bot:p@ss@db/bot", "%40"},
	}
	for _, test := range tests {
		_, err := Open(t.Context(), test.address, Settings{Now: time.Now})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, want %q", test.address, err, test.want)
		}
	}
}

// A password with letters that have a meaning in an address is the usual way
// in which one leaks.
func TestPasswordIsNeverInAnError(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	for _, address := range []string{
		"postgres://bot:HUSH@127.0.0.1:1/bot",
		"postgres://127.0.0.1:1/bot?user=bot&password=HUSH",
		"postgres://bot:a@HUSH@127.0.0.1:1/bot",
		"postgres://bot:a/HUSH@127.0.0.1:1/bot",
		"postgres://bot:1/HUSH@127.0.0.1:1/bot",
		"postgres://bot:a?HUSH@127.0.0.1:1/bot",
		"postgres://bot:a#HUSH@127.0.0.1:1/bot",
		"postgres://bot:HUSH%zz@127.0.0.1:1/bot",
		"postgres://bot:HUSH@127.0.0.1:port/bot",
		"postgres:bot:HUSH@127.0.0.1/bot",
		"bot:HUSH@127.0.0.1:1/bot",
		"HUSH",
	} {
		s, err := Open(ctx, address, Settings{Now: time.Now})
		if err == nil {
			_ = s.close()
			t.Errorf("%s: opened", address)
			continue
		}
		if strings.Contains(err.Error(), "HUSH") {
			t.Errorf("%s: the error tells the password: %v", address, err)
		}
	}
}

func FuzzConnectPostgres(f *testing.F) {
	for _, seed := range []string{"", "a", "@", "/", "?", "#", "%", ":1/", "[", "&password="} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		const password = "HUSH"
		c, err := connect("postgres://bot:" + before + password + after + "@db/bot")
		if err != nil {
			if strings.Contains(err.Error(), password) {
				t.Errorf("the error tells the password: %v", err)
			}
			return
		}
		if strings.Contains(c.place, password) {
			t.Errorf("the place tells the password: %s", c.place)
		}
		if err := c.db.Close(); err != nil {
			t.Error(err)
		}
	})
}
