package telegram

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestSecretIsNeverShown(t *testing.T) {
	t.Parallel()
	settings := Settings{Token: testToken}
	asJSON, err := json.Marshal(settings)
	if err != nil {
		t.Fatal(err)
	}
	var log logBook
	slog.New(slog.NewTextHandler(&log, nil)).Info("start", "token", testToken, "settings", settings)
	shown := []string{
		testToken.String(), testToken.GoString(), string(asJSON), log.String(),
		fmt.Sprint(testToken), fmt.Sprintf("%s %q %v %+v %#v %x %X %d %t", testToken, testToken, testToken,
			testToken, testToken, testToken, testToken, testToken, testToken),
		fmt.Sprintf("%v %+v %#v", settings, settings, &settings),
	}
	for _, words := range shown {
		if strings.Contains(words, "secretHALF") || strings.Contains(words, fmt.Sprintf("%x", "secretHALF")) {
			t.Errorf("shown: %s", words)
		}
	}
	for _, words := range []string{"bot" + string(testToken) + "/getMe", "half AAsecretHALFofTHEtoken_-x alone", "4242%3AAAsecretHALFofTHEtoken_-x"} {
		if hidden := testToken.hide(words); strings.Contains(hidden, "secretHALF") {
			t.Errorf("not hidden: %s", hidden)
		}
	}
	if got := Secret("").hide("nothing to hide"); got != "nothing to hide" {
		t.Errorf("got %q", got)
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		settings Settings
		want     string // fragment of the error; "" for none
	}{
		{"token alone", Settings{Token: testToken}, ""},
		{"token with a line end, as files have it", Settings{Token: testToken + "\n"}, ""},
		{"no token", Settings{}, "token is empty"},
		{"blank token", Settings{Token: " \n"}, "token is empty"},
		{"token without its number", Settings{Token: "AAsecretHALF"}, "NUMBER:SECRET"},
		{"token with a path", Settings{Token: "4242:AAsecretHALF/../x"}, "NUMBER:SECRET"},
		{"own server", Settings{Token: testToken, Server: "http://10.0.0.5:8081/api/"}, ""},
		{"server without a scheme", Settings{Token: testToken, Server: "api.telegram.org"}, "server address: it must begin with http://"},
		{"server of another scheme", Settings{Token: testToken, Server: "ftp://api.telegram.org"}, "it must begin with http://"},
		{"server without a host", Settings{Token: testToken, Server: "https://"}, "no host"},
		{"server with the token", Settings{Token: testToken, Server: "https://api.telegram.org/bot" + string(testToken)}, "must end before /bot"},
		{"server broken by the token", Settings{Token: testToken, Server: "https://%zz/" + string(testToken)}, "not a valid address"},
		{"server with a query", Settings{Token: testToken, Server: "https://api.telegram.org/?token=" + string(testToken)}, "must end before"},
		{"http proxy", Settings{Token: testToken, Proxy: "http://user:pass@proxy:3128"}, ""},
		{"socks proxy", Settings{Token: testToken, Proxy: "socks5://proxy:1080"}, ""},
		{"unknown proxy", Settings{Token: testToken, Proxy: "socks4://user:secretHALF@proxy:1080"}, "proxy address: it must begin with http:// or https:// or socks5://"},
		{"proxy without a scheme", Settings{Token: testToken, Proxy: "proxy:3128"}, "proxy address"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := New(tt.settings, echo, newFakeLedger(), slog.New(slog.DiscardHandler))
			switch {
			case tt.want == "" && err != nil:
				t.Error(err)
			case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
				t.Errorf("got %v, want %q in it", err, tt.want)
			case err != nil && strings.Contains(err.Error(), "secretHALF"):
				t.Errorf("the error shows a secret: %v", err)
			}
		})
	}
}

func TestSettingsDefaults(t *testing.T) {
	t.Parallel()
	s, err := Settings{Token: testToken, Server: "https://example.org/api/", PollTimeout: time.Millisecond}.complete()
	if err != nil {
		t.Fatal(err)
	}
	if s.Server != "https://example.org/api" || s.PollTimeout != time.Second || s.StopTimeout != DefaultStopTimeout ||
		s.Patience != DefaultPatience || s.Workers != batchLimit {
		t.Errorf("got %+v", s)
	}
	s, err = Settings{Token: testToken, PollTimeout: time.Hour}.complete()
	if err != nil || s.Patience <= time.Hour {
		t.Errorf("patience %s is shorter than one poll (%v)", s.Patience, err)
	}
	if total := DefaultStopTimeout + abandonTimeout + confirmTimeout; total >= 10*time.Second {
		t.Errorf("a stop may take %s", total)
	}
}

func TestProxyIsUsed(t *testing.T) {
	t.Parallel()
	asked := make(chan string, 1)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked <- r.URL.Host
		_, _ = io.WriteString(w, `{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"x","username":"CchcBot"}}`)
	}))
	t.Cleanup(proxy.Close)
	transport, err := New(Settings{Token: testToken, Server: "http://telegram.test", Proxy: proxy.URL},
		echo, newFakeLedger(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	if name := transport.Username(); name != "" || len(asked) > 0 {
		t.Fatalf("the name %q is known before anybody asked for it", name)
	}
	name, err := transport.self.username(t.Context())
	if err != nil || name != "CchcBot" {
		t.Fatal(name, err)
	}
	if transport.Username() != name {
		t.Error("the name that was learned is not told")
	}
	if host := <-asked; host != "telegram.test" {
		t.Errorf("the proxy was asked for %q", host)
	}
}
