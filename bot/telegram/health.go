package telegram

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// pulse remembers when polling was last alive.
type pulse struct {
	now func() time.Time

	mu    sync.Mutex
	alive bool      // between start and stop
	last  time.Time // last poll that succeeded, or the start
}

func (p *pulse) start() { p.set(true) }
func (p *pulse) beat()  { p.set(true) }
func (p *pulse) stop()  { p.set(false) }

func (p *pulse) set(alive bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.alive, p.last = alive, p.now()
}

func (p *pulse) read() (alive bool, last time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.alive, p.last
}

// Live is nil unless something is stuck that only a new start would free: whether
// Telegram is reached does not count.
func (t *Transport) Live() error {
	if oldest := t.slots.oldest(); !oldest.IsZero() && t.now().Sub(oldest) > t.settings.Patience {
		return fmt.Errorf("an update is being handled for %s", t.now().Sub(oldest).Round(time.Second))
	}
	return nil
}

// Health is nil while updates come in and are handled: a poll has succeeded
// within Settings.Patience, and no update is worked on for longer than that; one
// that waits for its chat is not. A start while Telegram is away is healthy as long as patience lasts.
func (t *Transport) Health() error {
	alive, last := t.pulse.read()
	if !alive {
		return errors.New("telegram polling is not running")
	}
	now, patience := t.now(), t.settings.Patience
	if silence := now.Sub(last); silence > patience {
		return fmt.Errorf("telegram polling has not succeeded for %s", silence.Round(time.Second))
	}
	return t.Live()
}

// watch logs when health is lost and when it comes back.
func (t *Transport) watch(ctx context.Context) {
	healthy := true
	for sleep(ctx, t.settings.Patience/6) == nil {
		err := t.Health()
		switch {
		case err != nil && healthy:
			t.log.Error("telegram watchdog", "error", err)
		case err == nil && !healthy:
			t.log.Info("telegram watchdog: polling is back")
		}
		healthy = err == nil
	}
}
