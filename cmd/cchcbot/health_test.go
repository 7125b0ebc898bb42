package main

import (
	"bytes"
	"context"
	"errors"
	"net"
	"strings"
	"sync/atomic"
	"testing"
)

func TestHealthIsToldToProbers(t *testing.T) {
	t.Parallel()
	var ill atomic.Bool
	address := freeAddress(t)
	stop, err := serveState(t.Context(), address, probes{ready: func(context.Context) (string, error) {
		if ill.Load() {
			return "", errors.New("database does not answer")
		}
		return "ok", nil
	}, live: func(context.Context) (string, error) { return "ok", nil }})
	if err != nil {
		t.Fatal(err)
	}
	probe := func() (string, error) {
		var out bytes.Buffer
		err := run(t.Context(), []string{"healthcheck", "--health", address}, environment(nil), nil, &out, &out)
		return out.String(), err
	}
	if words, err := probe(); err != nil || words != "ok\n" {
		t.Errorf("well: %q, %v", words, err)
	}
	ill.Store(true)
	if _, err := probe(); err == nil || !strings.Contains(err.Error(), "not well: database does not answer") {
		t.Errorf("ill: %v", err)
	}
	if got := get(t, "http://"+address+livePath); got != "ok\n" {
		t.Errorf("ill but live: %q", got)
	}
	stop()
	if _, err := probe(); err == nil {
		t.Error("stopped: no error")
	}
}

// freeAddress is a loopback address that nothing listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func TestListenedAddressesCanBeCalled(t *testing.T) {
	t.Parallel()
	for listened, want := range map[string]string{
		":8025":          "localhost:8025",
		"0.0.0.0:8025":   "localhost:8025",
		"[::]:8025":      "localhost:8025",
		"127.0.0.1:8025": "127.0.0.1:8025",
		"bot:8025":       "bot:8025",
	} {
		if got := dialable(listened); got != want {
			t.Errorf("%s: %s, want %s", listened, got, want)
		}
	}
}
