package telegram

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/chat"
)

// Defaults of Settings.
const (
	DefaultServer      = "https://api.telegram.org"
	DefaultPollTimeout = 50 * time.Second
	DefaultStopTimeout = 6 * time.Second
	DefaultPatience    = 3 * time.Minute
)

// Settings say how to reach Telegram. Only Token is demanded.
type Settings struct {
	Token          Secret         // as BotFather gave it
	Server         string         // address of the Bot API server; "" for DefaultServer
	Proxy          string         // http, https or socks5 address; "" for the environment's
	Commands       []chat.Command // the command menus; none leaves the menus as they are
	Administrators []int64        // persons whose menu shows the administrators' commands
	Inquirer       Inquirer       // answers the inline mode; nil for none
	Workers        int            // answers found at once; 0 for 100
	PollTimeout    time.Duration  // how long Telegram holds an empty poll; 0 for DefaultPollTimeout
	StopTimeout    time.Duration  // how long running handlers may go on after a stop; 0 for DefaultStopTimeout
	Patience       time.Duration  // silence after which polling counts as dead; 0 for DefaultPatience
	Limits         Limits         // pacing of messages; the zero value does not pace
	Quota          Quota          // of one person's updates; the zero value is none

	// Count counts what happens, by the names of counters.go; nil counts nothing.
	Count func(name string) `json:"-"`

	// Held says whether this process is still the one that may speak; nil for always.
	Held func() bool `json:"-"`
}

// tokenForm is a bot's number, a colon and the secret half.
var tokenForm = regexp.MustCompile(`^[0-9]+:[A-Za-z0-9_-]+$`)

// complete fills in defaults and checks the rest. Its errors name the setting
// and never show the token.
func (s Settings) complete() (Settings, error) {
	s.Token = Secret(strings.TrimSpace(string(s.Token)))
	if s.Token == "" {
		return s, errors.New("telegram token is empty")
	}
	if !tokenForm.MatchString(string(s.Token)) {
		return s, errors.New("telegram token has not the form NUMBER:SECRET")
	}
	server, err := serverAddress(s.Server)
	if err != nil {
		return s, fmt.Errorf("telegram server address: %s", s.Token.hide(err.Error()))
	}
	s.Server = server
	if _, err := proxyAddress(s.Proxy); err != nil {
		return s, fmt.Errorf("telegram proxy address: %s", s.Token.hide(err.Error()))
	}
	if s.Workers <= 0 {
		s.Workers = batchLimit
	}
	if s.Count == nil {
		s.Count = func(string) {}
	}
	if s.Held == nil {
		s.Held = func() bool { return true }
	}
	s.PollTimeout = orDefault(s.PollTimeout, DefaultPollTimeout)
	s.StopTimeout = orDefault(s.StopTimeout, DefaultStopTimeout)
	s.Patience = max(orDefault(s.Patience, DefaultPatience), 2*s.PollTimeout)
	return s, nil
}

// orDefault returns d, or the default for no duration. Telegram counts whole
// seconds, and a poll of less than one would spin.
func orDefault(d, standard time.Duration) time.Duration {
	if d <= 0 {
		return standard
	}
	return max(d, time.Second)
}

// serverAddress checks the address of a Bot API server and returns it without
// a slash at its end. An address pasted with "/bot<token>" is refused here
// rather than by every later call.
func serverAddress(address string) (string, error) {
	if address == "" {
		return DefaultServer, nil
	}
	u, err := parseAddress(address, "http", "https")
	if err != nil {
		return "", err
	}
	if u.RawQuery != "" || u.Fragment != "" || strings.Contains(u.Path, "/bot") {
		return "", errors.New("it must end before /bot<token>, such as " + DefaultServer)
	}
	return strings.TrimRight(u.String(), "/"), nil
}

// proxyAddress returns nil for no proxy of our own.
func proxyAddress(address string) (*url.URL, error) {
	if address == "" {
		return nil, nil
	}
	return parseAddress(address, "http", "https", "socks5", "socks5h")
}

// parseAddress parses an absolute address. Its errors do not repeat the
// address, which may hold a password.
func parseAddress(address string, schemes ...string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return nil, errors.New("it is not a valid address")
	}
	if !slices.Contains(schemes, u.Scheme) {
		return nil, fmt.Errorf("it must begin with %s://", strings.Join(schemes, ":// or "))
	}
	if u.Hostname() == "" {
		return nil, errors.New("it has no host")
	}
	return u, nil
}
