package main

import (
	"context"
	"fmt"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
)

// tellSystemd tells a service manager that the program is ready and, as often as it
// wants to hear it, that it is alive; one that hangs goes silent and is restarted.
// Without a manager nothing is told. It returns when ctx ends.
func tellSystemd(ctx context.Context, live probe) error {
	every, err := daemon.SdWatchdogEnabled(false)
	if err != nil {
		return fmt.Errorf("read WATCHDOG_USEC: %w", err)
	}
	if _, err := daemon.SdNotify(false, daemon.SdNotifyReady); err != nil {
		return fmt.Errorf("tell systemd: %w", err)
	}
	if every == 0 {
		<-ctx.Done()
		return nil
	}
	tick := time.NewTicker(every / 3)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			_, _ = daemon.SdNotify(false, daemon.SdNotifyStopping) // it sees the end in any case
			return nil
		case <-tick.C:
			if _, err := live(ctx); err == nil {
				_, _ = daemon.SdNotify(false, daemon.SdNotifyWatchdog) // the next one tells it again
			}
		}
	}
}
