package telegram

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
)

// masked is what stands for a secret wherever it would be shown.
const masked = "***"

// Secret is a token that no formatting, logging or marshalling shows. Its
// words are had by a plain conversion, string(s), and nowhere else.
type Secret string

// String returns "***".
func (s Secret) String() string { return masked }

// GoString returns "***".
func (s Secret) GoString() string { return masked }

// Format writes "***" for every verb: String alone leaves verbs such as %d to
// print the value.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, masked) }

// LogValue returns "***".
func (s Secret) LogValue() slog.Value { return slog.StringValue(masked) }

// MarshalText returns "***".
func (s Secret) MarshalText() ([]byte, error) { return []byte(masked), nil }

// hide replaces the secret in words. The half behind the colon is the part
// that opens the door, and is replaced where it stands alone, too.
func (s Secret) hide(words string) string {
	if s == "" {
		return words
	}
	words = strings.ReplaceAll(words, string(s), masked)
	if _, half, found := strings.Cut(string(s), ":"); found && half != "" {
		words = strings.ReplaceAll(words, half, masked)
	}
	return words
}
