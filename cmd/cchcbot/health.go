package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// Paths of the health server: liveness, readiness (healthPath is its older name)
// and metrics.
const (
	livePath      = "/livez"
	readyPath     = "/readyz"
	healthPath    = "/healthz"
	metricsPath   = "/metrics"
	healthTimeout = 3 * time.Second
)

// probe returns the state of the process, or an error that says what is wrong.
type probe func(ctx context.Context) (state string, err error)

// probes are what the health server calls.
type probes struct {
	live, ready probe
	metrics     func(ctx context.Context, w io.Writer)
}

// serveState serves the probes on an address until stop is called. With an empty
// address it serves nothing.
func serveState(ctx context.Context, address string, p probes) (stop func(), err error) {
	if address == "" {
		return func() {}, nil
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("serve health: %w", err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+livePath, p.live.serve)
	mux.HandleFunc("GET "+readyPath, p.ready.serve)
	mux.HandleFunc("GET "+healthPath, p.ready.serve)
	mux.HandleFunc("GET "+metricsPath, func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), healthTimeout)
		defer cancel()
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		p.metrics(ctx, w)
	})
	server := &http.Server{Handler: mux, ReadHeaderTimeout: healthTimeout}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(listener) // ends with Close, and says nothing else
	}()
	return func() {
		_ = server.Close() // a probe is not worth waiting for
		<-done
	}, nil
}

func (check probe) serve(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), healthTimeout)
	defer cancel()
	state, err := check(ctx)
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	_, _ = io.WriteString(w, state+"\n") // a prober that has gone needs no answer
}

// checkHealth asks a running bot on this machine whether it is well: the
// image has no other program that could.
func checkHealth(ctx context.Context, args []string, p process) error {
	s, err := readSettings("healthcheck", args, p)
	if err != nil {
		return usageOf(err)
	}
	if s.health == "" {
		return usageError{errors.New("healthcheck: no address; set CCHCBOT_HEALTH_ADDR as the running bot has it")}
	}
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+dialable(s.health)+healthPath, nil)
	if err != nil {
		return usageError{fmt.Errorf("healthcheck: %w", err)}
	}
	response, err := (&http.Client{Transport: &http.Transport{}}).Do(request)
	if err != nil {
		return fmt.Errorf("healthcheck: %w", err)
	}
	defer func() { _ = response.Body.Close() }()
	words, err := io.ReadAll(io.LimitReader(response.Body, 1<<10))
	if err != nil {
		return fmt.Errorf("healthcheck: %w", err)
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("not well: %s", strings.TrimSpace(string(words)))
	}
	fmt.Fprintf(p.stdout, "%s", words)
	return nil
}

// dialable turns an address that is listened on into one that can be called.
func dialable(address string) string {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return address
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
