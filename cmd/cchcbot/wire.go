package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"cchcbot/bot"
	"cchcbot/bot/library"
	"cchcbot/bot/remind"
	"cchcbot/bot/store"
	"cchcbot/bot/store/database"
	"cchcbot/bot/telegram"
	"cchcbot/seeds/plan"
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
	return runBot(ctx, s, newLogger(s, p.stderr), hooks{purpose: store.ToServe})
}

// hooks are what a command adds to the running bot; a nil func adds nothing.
type hooks struct {
	purpose store.Purpose                                        // of the database
	prepare func(ctx context.Context, memory *store.Store) error // before the bot runs
	ready   func()                                               // once it answers
}

// program holds what lives as long as the process, whether it leads on its database
// or stands by.
type program struct {
	settings  settings
	log       *slog.Logger
	memory    *store.Store
	shelf     *library.Shelf
	rules     *remind.Rulebook
	chat      atomic.Pointer[bot.Bot]            // over the library as it is now
	reloading sync.Mutex                         // held while the library is compared and replaced
	version   string                             // of the library that is loaded
	telegram  atomic.Pointer[telegram.Transport] // nil while standing by
	counters  *metrics.Set
}

// runBot wires the rooms and runs until the context ends.
func runBot(ctx context.Context, s settings, log *slog.Logger, on hooks) (err error) {
	began := time.Now()
	base, err := loadLibrary(s.plans, plan.DateOf(s.clock.Now()), log)
	if err != nil {
		return err
	}
	counters := metrics.NewSet()
	memory, err := store.Open(ctx, string(s.database), store.WithNow(s.clock.Now), store.Exclusive(), store.WithTrace(traceInto(counters)))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	if err := memory.Dedicate(ctx, on.purpose); err != nil {
		return err
	}
	if on.prepare != nil {
		if err := on.prepare(ctx, memory); err != nil {
			return err
		}
	}
	b := &program{settings: s, log: log, memory: memory, shelf: library.NewShelf(base, memory), counters: counters}
	if err := b.reload(ctx); err != nil {
		return err
	}
	if _, err := b.newTransport(nil); err != nil { // checks the settings before a standby waits for the lease
		return usageError{err}
	}
	stopHealth, err := serveState(ctx, s.health, probes{live: b.live, ready: b.health, metrics: b.writeMetrics})
	if err != nil {
		return err
	}
	defer stopHealth()
	s.clock.OnSet(func(back bool) { b.clockMoved(ctx, back) })
	log.Info("ready", "version", versionLine(), "plan", b.chat.Load().Plan().Number, "after", time.Since(began).Round(time.Millisecond))
	if on.ready != nil {
		on.ready()
	}
	err = together(ctx, func(ctx context.Context) error { return runAsLeader(ctx, memory.Lead, log, b.work) }, b.watchLibrary,
		func(ctx context.Context) error { return tellSystemd(ctx, b.live) })
	log.Info("stopped")
	return err
}

// newTransport returns a transport for one time of leading.
func (b *program) newTransport(held func() bool) (*telegram.Transport, error) {
	return telegram.New(telegram.Settings{
		Token:    b.settings.token,
		Server:   b.settings.server,
		Proxy:    string(b.settings.proxy),
		Commands: bot.Commands(),
		Limits:   b.settings.limits,
		Quota:    b.settings.quota,
		Inquirer: currentBot{b},
		Held:     held,
		Count:    b.countUp,

		Administrators: b.settings.admins,
	}, currentBot{b}, b.memory, b.log)
}

// work runs the bot while this process leads: the leader alone polls Telegram and
// works the queue, so that the rate limits are kept in one place.
func (b *program) work(ctx context.Context, held func() bool) error {
	transport, err := b.newTransport(held)
	if err != nil {
		return err
	}
	ticker := remind.NewTicker(b.memory, b.rules, b.settings.clock.Now)
	sender := remind.NewSender(b.memory, b.memory, courier{currentBot{b}, transport}, b.rules, b.settings.clock.Now, b.log)
	runner, err := remind.NewRunner(remind.Queue{
		Driver: b.memory.Queue(), Digests: database.QueueDigests, Tick: database.TickOptions(),
	}, ticker, sender, b.log)
	if err != nil {
		return err
	}
	b.telegram.Store(transport)
	defer b.telegram.Store(nil)
	b.log.Info("active")
	return together(ctx, transport.Run, runner.Run, b.sweep)
}

// sweep deletes once a day what is past its retention period, and empties once a
// minute the log of the file, which still holds what was deleted.
func (b *program) sweep(ctx context.Context) error {
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	for minutes := 0; ; minutes++ {
		var err error
		if minutes%(24*60) == 0 {
			err = b.memory.Sweep(ctx, plan.DateOf(b.settings.clock.Now()), b.settings.keep)
		}
		if err = errors.Join(err, b.memory.Checkpoint(ctx)); err != nil && ctx.Err() == nil {
			b.log.Error("data past its retention period could not be deleted", "error", err)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-minute.C:
		}
	}
}

// live reports an error when the process is stuck and only a restart helps.
func (b *program) live(context.Context) (string, error) {
	if transport := b.telegram.Load(); transport != nil {
		return "ok", transport.Live()
	}
	return "standby", nil
}

// errNoWrites is what a probe returns; the database's own error, which may name its
// address, is logged.
var errNoWrites = errors.New("the database takes no writes")

// health returns the state of the process for /readyz.
func (b *program) health(ctx context.Context) (string, error) {
	state, err := "standby", error(nil)
	if transport := b.telegram.Load(); transport != nil {
		state, err = "ok", transport.Health()
	}
	if failure := b.memory.CheckWrite(ctx); failure != nil {
		b.log.Error("not well", "error", failure)
		err = errors.Join(err, errNoWrites)
	}
	return state, err
}

// username is the bot's name at Telegram, "" while it is not known.
func (b *program) username() string {
	if transport := b.telegram.Load(); transport != nil {
		return transport.Username()
	}
	return ""
}

// governs asks Telegram whether a person administers a group.
func (b *program) governs(ctx context.Context, chat, person int64) bool {
	transport := b.telegram.Load()
	return transport != nil && transport.Governs(ctx, chat, person)
}

// clockMoved wakes the reminders after the clock of a trial was set. After it was set
// back, the reminders of the days since are planned again.
func (b *program) clockMoved(ctx context.Context, back bool) {
	var err error
	if back {
		err = b.memory.Rewind(ctx, plan.DateOf(b.settings.clock.Now()))
	}
	b.refresh(ctx)
	if err = errors.Join(err, b.memory.InsertTick(ctx)); err != nil && ctx.Err() == nil {
		b.log.Error("the reminders could not be woken after the clock was set", "error", err)
	}
}
