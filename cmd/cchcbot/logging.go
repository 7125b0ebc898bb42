package main

import (
	"bytes"
	"io"
	"log/slog"

	"cchcbot/bot/telegram"
)

// newLogger writes structured lines. Whatever a library puts into one, the
// token does not come through.
func newLogger(s settings, w io.Writer) *slog.Logger {
	w = maskingWriter{to: w, secret: []byte(s.token)}
	options := &slog.HandlerOptions{Level: s.logLevel}
	if s.logJSON {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}

// maskingWriter replaces a secret in what is written. A slog handler writes
// each line at once, so a secret is never cut in two.
type maskingWriter struct {
	to     io.Writer
	secret []byte
}

func (m maskingWriter) Write(line []byte) (int, error) {
	masked := line
	if len(m.secret) > 0 {
		masked = bytes.ReplaceAll(line, m.secret, []byte(telegram.Secret("").String()))
	}
	if _, err := m.to.Write(masked); err != nil {
		return 0, err //nolint:wrapcheck // the writer stands in for the one behind it
	}
	return len(line), nil
}
