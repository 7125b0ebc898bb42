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

// reloadInterval is how often a running program looks whether the library is another:
// another process may have changed it, or the day of a plan may have come.
const reloadInterval = 10 * time.Second

// reload makes the library as it is kept the one that is spoken of, where it is
// another than before. What is being answered is answered from the one before.
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
	if b.version, err = b.libraryVersion(ctx); err != nil { // which now holds what comes with the program
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
		Username:       b.username,
	}))
	return nil
}

// libraryVersion tells one state of the library from another.
func (b *program) libraryVersion(ctx context.Context) (string, error) {
	kept, err := b.memory.Plans(ctx)
	if err != nil {
		return "", err
	}
	state := ""
	for _, k := range kept {
		if k.State == record.PlanDraft || k.State == record.PlanApproved {
			continue // nobody is answered from it
		}
		state += fmt.Sprintf("%d %s %s\n", k.ID, k.State, k.Settled)
	}
	return state, nil
}

// follow takes up what changes in the library until the context ends.
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

// turn takes plans into force whose day has come. What fails is tried again, and
// the library stays as it was.
func (b *program) refresh(ctx context.Context) {
	_, err := b.memory.TurnPlans(ctx, plan.DateOf(b.settings.clock.Now()))
	if err == nil {
		err = b.reload(ctx)
	}
	if err != nil && ctx.Err() == nil {
		b.log.Error("the library could not be taken up", "error", err)
	}
}

// talk hands what arrives to the bot over the library as it is then.
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
