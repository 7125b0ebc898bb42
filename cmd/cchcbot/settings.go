package main

import (
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"strconv"
	"strings"

	"cchcbot/bot/simulator"
	"cchcbot/bot/store"
	"cchcbot/bot/telegram"
)

const (
	tokenVariable   = "TELEGRAM_BOT_TOKEN"
	fileSuffix      = "_FILE"
	plainController = "đơn vị vận hành hệ thống này, liên hệ qua quản trị viên"
	standardPage    = "127.0.0.1:8024"
)

// settings are all that an operator can choose about a running bot.
type settings struct {
	token    telegram.Secret
	database telegram.Secret // an address that may hold a password
	server   string
	proxy    telegram.Secret // an address that may hold a password
	plans    string
	limits   telegram.Limits
	quota    telegram.Quota // of the updates of one person
	address  string
	health   string
	logLevel slog.Level
	logJSON  bool
	clock    *clock
	admins   []int64
	keep     store.Retention
	control  string // who controls personal data, and how they are reached
}

// list is the one place that knows every setting.
func (s *settings) list() []setting {
	both := []string{"serve", "try"}
	return []setting{
		{
			env: tokenVariable, secret: true, deploys: true, of: []string{"serve", "doctor"}, set: into(&s.token),
			meaning: "the bot's token, from BotFather",
		},
		{
			flag: "database", env: "CCHCBOT_DATABASE", secret: true, deploys: true, flagOnly: true, of: append(both, "feedback export", "audit export", "audit verify", "nudges report", "backup", "plan load", "doctor"), set: into(&s.database),
			standard: "sqlite:cchcbot.db", inTry: "sqlite::memory:",
			meaning: "`sqlite:FILE` or `postgres://user:password@host/name`; `try` does not read the variable",
		},
		{
			flag: "server", env: "TELEGRAM_API_SERVER", of: []string{"serve", "doctor"}, set: into(&s.server),
			standard: telegram.DefaultServer, meaning: "address of the Bot API server",
		},
		{
			flag: "proxy", env: "CCHCBOT_PROXY", secret: true, of: []string{"serve", "doctor"}, set: into(&s.proxy),
			meaning: "proxy to Telegram: `http://`, `https://` or `socks5://`; none means that of `HTTPS_PROXY`",
		},
		{
			flag: "plans", env: "CCHCBOT_PLANS", of: append(both, "plan load", "doctor"), set: into(&s.plans),
			meaning: "directory of further plans (.docx, .xlsx, text), read at start",
		},
		{
			flag: "pace", env: "CCHCBOT_PACE", of: both, set: s.setPace,
			standard: "30", meaning: "messages a second that are sent at most, and with it 1 a second to a person and 20 a minute to a group, as Telegram asks; `0` bounds nothing, and no person's questions either",
		},
		{
			flag: "admins", env: "CCHCBOT_ADMINS", deploys: true, of: append(both, "doctor"), set: s.setAdmins,
			inTry: strconv.FormatInt(simulator.Administrator, 10), meaning: "Telegram ids of the administrators, separated by commas; they approve focal persons and name further administrators",
		},
		{
			flag: "keep", env: "CCHCBOT_KEEP", of: both, set: s.setKeep,
			standard: "730", meaning: "days for which reminders that were sent, feedback, settled reports, answered questions, and people who follow nothing and do nothing are kept, at least 120; how duties stand and who changed what is kept",
		},
		{
			flag: "controller", env: "CCHCBOT_CONTROLLER", deploys: true, of: []string{"serve", "doctor"}, set: into(&s.control),
			standard: plainController,
			meaning:  "who controls the personal data, and how they are reached: shown to people before anything of them is kept (Law 91/2025/QH15); set it",
		},
		{
			flag: "addr", env: "CCHCBOT_ADDR", of: []string{"try"}, set: into(&s.address),
			standard: standardPage, meaning: "where the chat page is served",
		},
		{
			flag: "health", env: "CCHCBOT_HEALTH_ADDR", deploys: true, of: []string{"serve", "try", "healthcheck"}, set: into(&s.health),
			meaning: "where `/healthz`, `/livez`, `/readyz` and `/metrics` are served, such as `127.0.0.1:8025`; none serves none",
		},
		{
			flag: "log", env: "CCHCBOT_LOG", of: both, set: s.setLog,
			standard: "info", meaning: "least level that is logged: `debug`, `info`, `warn` or `error`; with `,json` as JSON lines",
		},
		{
			flag: "now", of: append(both, "doctor"), set: s.setNow,
			meaning: "rehearse: start the clock at this time, RFC 3339",
		},
	}
}

// into keeps a text as it is.
func into[T ~string](target *T) func(string) error {
	return func(text string) error {
		*target = T(text)
		return nil
	}
}

func (s *settings) setLog(text string) error {
	level, form, _ := strings.Cut(text, ",")
	s.logJSON = form == "json"
	if err := s.logLevel.UnmarshalText([]byte(level)); err != nil || form != "" && !s.logJSON {
		return fmt.Errorf("want debug, info, warn or error, and after it nothing or ,json; not %q", text)
	}
	return nil
}

func (s *settings) setPace(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return fmt.Errorf("want a number of messages a second, not %q", text)
	}
	s.limits, s.quota = telegram.Limits{}, telegram.Quota{}
	if n > 0 {
		s.limits, s.quota = telegram.FAQLimits(), telegram.CalmQuota()
		s.limits.PerSecond = n
	}
	return nil
}

func (s *settings) setAdmins(text string) error {
	s.admins = nil
	for _, word := range strings.Split(text, ",") {
		id, err := strconv.ParseInt(strings.TrimSpace(word), 10, 64)
		if err != nil || id <= 0 {
			return fmt.Errorf("want ids of people such as 123456789, separated by commas; not %q", word)
		}
		s.admins = append(s.admins, id)
	}
	return nil
}

// leastKept is for how many days what a reminder told is kept: the rules of the
// next ones look no further back.
const leastKept = 120

func (s *settings) setKeep(text string) error {
	days, err := strconv.Atoi(text)
	if err != nil || days < leastKept {
		return fmt.Errorf("want a number of days, %d or more, not %q", leastKept, text)
	}
	s.keep = store.Retention{Nudges: leastKept, Rest: days}
	return nil
}

func (s *settings) setNow(text string) error {
	start, err := clockAt(text)
	if err != nil {
		return err
	}
	s.clock.Set(start())
	return nil
}

// readSettings reads the settings of a command from the environment and from
// its flags, which win, and what further flags the command has.
func readSettings(name string, args []string, p process, further ...func(*flag.FlagSet)) (settings, error) {
	clock, err := newClock()
	if err != nil {
		return settings{}, err
	}
	s := settings{clock: clock}
	flags := newFlags(name)
	var fromEnvironment error
	for _, one := range s.list() {
		if !one.belongsTo(name) {
			continue
		}
		if err := one.preset(name, p.getenv); err != nil {
			fromEnvironment = errors.Join(fromEnvironment, err)
		}
		if one.flag != "" {
			flags.Func(one.flag, one.description(), one.set)
		}
	}
	for _, add := range further {
		add(flags)
	}
	if err := parse(flags, args, p); err != nil {
		return s, err
	}
	if flags.NArg() > 0 {
		return s, fmt.Errorf("%s: what is %q?", name, flags.Arg(0))
	}
	return s, fromEnvironment
}
