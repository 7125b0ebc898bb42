package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// A line that is too long is named, and the lines before it are answered.
func TestLongLineIsNamed(t *testing.T) {
	t.Parallel()
	const longest = 1 << 20
	tests := []struct {
		name  string
		input string
		lines int
		err   string
	}{
		{"longest", "a\n" + strings.Repeat("x", longest) + "\nb", 3, ""},
		{"longest at the end", "a\n" + strings.Repeat("x", longest), 2, ""},
		{"too long", "a\nb\n" + strings.Repeat("x", longest+1) + "\nc\n", 2, "questions: line 3 is longer than 1 MiB"},
		{"too long at the end", "a\n" + strings.Repeat("x", longest+1), 1, "questions: line 2 is longer than 1 MiB"},
	}
	for _, test := range tests {
		var lines []string
		err := eachLine("questions", strings.NewReader(test.input), func(line string) error {
			lines = append(lines, line)
			return nil
		})
		if len(lines) != test.lines {
			t.Errorf("%s: %d lines, want %d", test.name, len(lines), test.lines)
		}
		if test.err == "" && err == nil {
			continue
		}
		if usage := (usageError{}); !errors.As(err, &usage) || err.Error() != test.err {
			t.Errorf("%s: error %v, want %q", test.name, err, test.err)
		}
	}
}

func TestQuestionsBeforeALongLineAreAnswered(t *testing.T) {
	t.Parallel()
	input := "Nhiệm vụ 1.14\n" + strings.Repeat("x", 1<<20+1) + "\nNhiệm vụ 1.1\n"
	var out, log bytes.Buffer
	err := run(t.Context(), []string{"ask", "--json", "-"}, environment(nil), strings.NewReader(input), &out, &log)
	if code := exitCode(err, &log); code != 2 {
		t.Errorf("exit status %d, want 2", code)
	}
	if want := "cchcbot: standard input: line 2 is longer than 1 MiB\n"; log.String() != want {
		t.Errorf("standard error %q, want %q", log.String(), want)
	}
	if got := out.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, `"id":"PL.1.14"`) {
		t.Errorf("standard output %.200s", got)
	}
}
