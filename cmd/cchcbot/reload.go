package main

import (
	"context"
	"fmt"
	"time"

	"cchcbot/bot"
	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/record"
	"cchcbot/bot/remind"
	"cchcbot/seeds/plan"
)

// reloadInterval is how often a running program checks the library for changes:
// another process may have changed it, or the first day of a plan may have come.
const reloadInterval = 10 * time.Second

// reload reads and indexes the stored library if it changed since the last call.
// Answers under way are finished from the library before.
func (b *program) reload(ctx context.Context) error {
	b.reloading.Lock()
	defer b.reloading.Unlock()
	state, err := b.libraryVersion(ctx)
	if err != nil || b.chat.Load() != nil && b.version == state {
		return err
	}
	library, err := b.shelf.Library(ctx)
	if err != nil {
		return fmt.Errorf("read the library: %w", err)
	}
	answerer, err := answer.NewAnswerer(library)
	if err != nil {
		return fmt.Errorf("index the plan: %w", err)
	}
	planner, err := newPlanner(library)
	if err != nil {
		return err
	}
	if b.version, err = b.libraryVersion(ctx); err != nil { // Library stored the embedded plans
		return err
	}
	if now := b.chat.Load(); now != nil {
		b.rules.Replan(planner)
		b.chat.Store(now.With(answerer))
		b.log.Info("the library changed", "plan", answerer.Plan().Number)
		return nil
	}
	b.rules = remind.NewRulebook(planner, b.memory)
	b.chat.Store(bot.New(bot.Settings{
		Answerer:       answerer,
		Memory:         b.memory,
		Feedback:       b.memory,
		Now:            b.settings.clock.Now,
		Records:        b.memory,
		Rounds:         b.memory,
		Rulebook:       b.rules,
		Plans:          b.memory,
		Shelf:          b.shelf,
		Changed:        b.refresh,
		Administrators: b.settings.admins,
		Governs:        b.governs,
		Controller:     b.settings.control,
		Username:       b.username,
	}))
	return nil
}

// libraryVersion returns a string that differs whenever the plans that answers come
// from differ.
func (b *program) libraryVersion(ctx context.Context) (string, error) {
	kept, err := b.memory.Plans(ctx)
	if err != nil {
		return "", err
	}
	state := ""
	for _, k := range kept {
		if k.State == record.PlanDraft || k.State == record.PlanApproved {
			continue // not answered from
		}
		state += fmt.Sprintf("%d %s %s\n", k.ID, k.State, k.Settled)
	}
	return state, nil
}

// watchLibrary reloads the library whenever it changes, until the context ends.
func (b *program) watchLibrary(ctx context.Context) error {
	every := time.NewTicker(reloadInterval)
	defer every.Stop()
	for {
		b.refresh(ctx)
		select {
		case <-every.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// refresh puts plans into force whose day has come, and reloads. After an error the
// library stays as it was, and the next call tries again.
func (b *program) refresh(ctx context.Context) {
	_, err := b.memory.ActivatePlans(ctx, plan.DateOf(b.settings.clock.Now()))
	if err == nil {
		err = b.reload(ctx)
	}
	if err != nil && ctx.Err() == nil {
		b.log.Error("the library could not be reloaded", "error", err)
	}
}

// currentBot answers with the bot of the library that is loaded at the time.
type currentBot struct{ *program }

// Respond answers a message.
func (t currentBot) Respond(ctx context.Context, m chat.Message) (chat.Reply, error) {
	began := time.Now()
	reply, err := t.chat.Load().Respond(ctx, m)
	t.answered(began, reply, err)
	return reply, err
}

// Inquire answers what is typed behind the bot's name in any chat.
func (t currentBot) Inquire(ctx context.Context, i chat.Inquiry) ([]chat.Card, error) {
	return t.chat.Load().Inquire(ctx, i)
}

// DigestReply is a digest as it is sent.
func (t currentBot) DigestReply(ctx context.Context, d record.Digest) (chat.Reply, error) {
	return t.chat.Load().DigestReply(ctx, d)
}
