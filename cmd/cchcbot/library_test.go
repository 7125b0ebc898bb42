package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds"
)

// nextYear is the embedded decision as if it were issued for another year.
func nextYear(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(house, "seeds", "6004-qd-ubnd-2024.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("6004/QĐ-UBND", "7007/QĐ-UBND", "năm 2024", "năm 2025").Replace(string(text))
}

// The newest plan comes first, and a file that is no plan is logged and left out.
func TestOperatorsAddPlans(t *testing.T) {
	t.Parallel()
	directory := t.TempDir()
	for name, text := range map[string]string{
		"2025.txt":   nextYear(t),
		"shopping":   "not looked at",
		"broken.txt": "no decision at all",
	} {
		if err := os.WriteFile(filepath.Join(directory, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var log bytes.Buffer
	library, err := loadLibrary(directory, slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"7007/QĐ-UBND", "6004/QĐ-UBND"}, numbers(library)); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(log.String(), "not a plan, left out") || strings.Contains(log.String(), "shopping") {
		t.Errorf("logged: %s", &log)
	}
}

func numbers(library *seeds.Library) []string {
	var numbers []string
	for _, p := range library.Plans {
		numbers = append(numbers, p.Number)
	}
	return numbers
}
