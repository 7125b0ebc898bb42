package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"cchcbot/bot"
	"cchcbot/bot/simulator"
	"cchcbot/bot/store"
	"cchcbot/bot/telegram"
)

// serve runs the bot against Telegram.
func serve(ctx context.Context, args []string, p process) error {
	s, err := readSettings("serve", args, p)
	if err != nil {
		return usageOf(err)
	}
	if s.token == "" {
		return usageError{fmt.Errorf("serve: no token; set %s or %s, or try the bot without one: cchcbot try", tokenVariable, tokenVariable+fileSuffix)}
	}
	return runBot(ctx, s, newLogger(s, p.stderr), func() {})
}

// try runs the very same bot against a Telegram of its own, which everyone on
// this machine can chat in.
func try(ctx context.Context, args []string, p process) error {
	s, err := readSettings("try", args, p)
	if err != nil {
		return usageOf(err)
	}
	return tryIn(ctx, simulator.New(worldOf(s)), s, p)
}

// worldOf is the Telegram of a trial. Its page moves the clock of the whole bot.
func worldOf(s settings) simulator.Options {
	return simulator.Options{
		Now:          s.clock.Now,
		SetNow:       func(t time.Time) error { s.clock.Set(t); return nil },
		FirstUpdate:  time.Now().Unix(), // a rehearsed clock may go back, ids may not
		Suggestions:  suggestions(),
		AllowedHosts: ownHosts(s.address),
	}
}

// tryIn runs the bot in a world until the context ends, and closes the world.
func tryIn(ctx context.Context, world *simulator.Server, s settings, p process) (err error) {
	defer func() { err = errors.Join(err, world.Close()) }()
	page, err := startPage(world, s.address)
	if err != nil {
		return err
	}
	s.token, s.server = telegram.Secret(world.Token()), page
	return runBot(ctx, s, newLogger(s, p.stderr), func() { fmt.Fprintf(p.stdout, textPage, page, page) })
}

// runBot wires the rooms and runs until the context ends. It calls ready when
// the bot answers.
func runBot(ctx context.Context, s settings, log *slog.Logger, ready func()) (err error) {
	began := time.Now()
	library, err := loadLibrary(s.plans, log)
	if err != nil {
		return err
	}
	answerer, err := bot.NewAnswerer(library)
	if err != nil {
		return fmt.Errorf("index the plan: %w", err)
	}
	memory, err := store.Open(ctx, string(s.database), store.WithNow(s.clock.Now))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	chat := bot.New(bot.Settings{Answerer: answerer, Memory: memory, Feedback: feedbackBook{memory}, Now: s.clock.Now})
	transport, err := telegram.New(telegram.Settings{
		Token:    s.token,
		Server:   s.server,
		Proxy:    string(s.proxy),
		Commands: bot.Commands(),
		Limits:   s.limits,
	}, chat, memory, log)
	if err != nil {
		return usageError{err}
	}
	stopHealth, err := serveHealth(ctx, s.health, func(ctx context.Context) error {
		return errors.Join(transport.Health(), memory.Ping(ctx))
	})
	if err != nil {
		return err
	}
	defer stopHealth()
	log.Info("ready", "version", versionLine(), "plan", answerer.Plan().Number, "after", time.Since(began).Round(time.Millisecond))
	ready()
	err = transport.Run(ctx)
	log.Info("stopped")
	return err
}

// startPage serves the chat page. Where the standard address is taken, as by
// another trial, any free port does.
func startPage(world *simulator.Server, address string) (string, error) {
	page, err := world.Start(address)
	if err != nil && address == standardPage {
		page, err = world.Start("127.0.0.1:0")
	}
	if err != nil {
		return "", fmt.Errorf("%w; give another address with --addr, such as --addr 127.0.0.1:0 for any free port", err)
	}
	return page, nil
}

// ownHosts are the names that the chat page is served under besides loopback
// ones: the host that the operator asked for.
func ownHosts(address string) []string {
	host, _, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err != nil || host == "" || ip != nil && ip.IsUnspecified() {
		return nil
	}
	return []string{host}
}
