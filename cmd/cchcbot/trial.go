package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"cchcbot/bot/record"
	"cchcbot/bot/simulator"
	"cchcbot/bot/store"
	"cchcbot/bot/telegram"
)

// try runs the same bot against a simulated Telegram, with a chat page for everyone
// on this machine.
func try(ctx context.Context, args []string, p process) error {
	s, err := readSettings("try", args, p)
	if err != nil {
		return usageOf(err)
	}
	return runTrial(ctx, simulator.New(trialOptions(s)), s, p)
}

// trialOptions are the options of the simulated Telegram. Its page sets the clock of
// the whole bot.
func trialOptions(s settings) simulator.Options {
	return simulator.Options{
		Now:          s.clock.Now,
		SetNow:       func(t time.Time) error { s.clock.Set(t); return nil },
		FirstUpdate:  time.Now().Unix(), // the clock may be set back, ids may not
		Moments:      moments(s.clock.zone),
		Suggestions:  suggestions(),
		AllowedHosts: ownHosts(s.address),
	}
}

// runTrial runs the bot against a simulated Telegram until the context ends, and
// closes it.
func runTrial(ctx context.Context, world *simulator.Server, s settings, p process) (err error) {
	defer func() { err = errors.Join(err, world.Close()) }()
	page, err := startPage(world, s.address)
	if err != nil {
		return err
	}
	s.token, s.server = telegram.Secret(world.Token()), page
	return runBot(ctx, s, newLogger(s, p.stderr), hooks{
		purpose: store.ToTry,
		prepare: assignTrialRoles,
		ready:   func() { fmt.Fprintf(p.stdout, textPage, page, page) },
	})
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

// assignTrialRoles registers the personas of a trial, so that reminders and
// acknowledgements can be tried without an approval first. Personas that already
// have a registration keep it.
func assignTrialRoles(ctx context.Context, memory *store.Store) error {
	names := map[int64]record.Person{}
	for _, p := range simulator.DefaultPersonas() {
		names[p.ID] = record.Person{ID: p.ID, Name: p.Name, Username: p.Username}
	}
	by := names[simulator.Administrator]
	for _, s := range []record.Subscription{
		{Chat: simulator.FocalPerson, Agency: "so-tu-phap", Role: record.FocalPerson},
		{Chat: simulator.Specialist, Agency: "ubnd-quan-1", Role: record.FocalPerson},
		{Chat: simulator.Leader, Agency: "so-tu-phap", Role: record.Leader},
	} {
		s.Person, s.Standing = names[s.Chat], record.Approved
		known, err := memory.SubscriptionsOf(ctx, s.Chat)
		if err != nil {
			return err
		}
		if len(known) > 0 {
			continue
		}
		if err := memory.Meet(ctx, s.Person); err != nil {
			return err
		}
		if _, err := memory.PutSubscription(ctx, s, by); err != nil {
			return err
		}
	}
	return nil
}
