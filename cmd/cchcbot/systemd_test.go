package main

import (
	"context"
	"errors"
	"net"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

// Systemd hears that the program is ready, that it is alive while it is, and
// nothing more once it hangs.
func TestTellSystemd(t *testing.T) {
	address := &net.UnixAddr{Name: filepath.Join(t.TempDir(), "notify"), Net: "unixgram"}
	manager, err := net.ListenUnixgram("unixgram", address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = manager.Close() }()
	t.Setenv("NOTIFY_SOCKET", address.Name)
	t.Setenv("WATCHDOG_USEC", "30000")
	t.Setenv("WATCHDOG_PID", "")
	ctx, stop := context.WithCancel(t.Context())
	var hangs atomic.Bool
	var well atomic.Int64 // how often the program was found alive
	asked := make(chan struct{}, 1)
	ended := make(chan error)
	go func() {
		ended <- tellSystemd(ctx, func(context.Context) (string, error) {
			select {
			case asked <- struct{}{}:
			default:
			}
			if hangs.Load() {
				return "", errors.New("one answer hangs")
			}
			well.Add(1)
			return "ok", nil
		})
	}()
	hears := func() string {
		t.Helper()
		words := make([]byte, 64)
		if err := manager.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
			t.Fatal(err)
		}
		n, err := manager.Read(words)
		if err != nil {
			t.Fatal(err)
		}
		return string(words[:n])
	}
	for _, want := range []string{"READY=1", "WATCHDOG=1", "WATCHDOG=1"} {
		if got := hears(); got != want {
			t.Fatalf("systemd hears %q, want %q", got, want)
		}
	}
	hangs.Store(true)
	for range 3 { // of which the first may have begun before
		<-asked
	}
	stop()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	told := int64(2)
	for hears() != "STOPPING=1" {
		told++
	}
	if told != well.Load() {
		t.Errorf("systemd was told %d times that the program is alive, which it was %d times", told, well.Load())
	}
}
