package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
)

// process is what a subcommand may touch of the world.
type process struct {
	getenv func(string) string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

// command is one subcommand. Its name may have two words.
type command struct {
	name      string
	arguments string // as the help shows them
	summary   string
	run       func(ctx context.Context, args []string, p process) error
}

// commands lists all subcommands, in the order of the help.
func commands() []command {
	return []command{
		{"try", "[FLAGS]", "run the bot against an embedded Telegram, with a chat page in the browser", try},
		{"serve", "[FLAGS]", "run the bot against Telegram; needs a token", serve},
		{"ask", "[FLAGS] QUESTION... | -", "answer a question on the terminal, or one a line from standard input", ask},
		{"plan check", "[FILE...]", "read documents (.docx, .xlsx, text) and print each problem as file:line: message", checkPlan},
		{"seeds check", "[FILE...]", "read documents, the old name of plan check", checkSeeds},
		{"plan load", "[FLAGS] FILE", "keep a document as a draft, to be settled and approved in the chat", loadPlan},
		{"plan export", "--json [FILE...]", "print the plans as they were read", exportPlans},
		{"plan diff", "[OLD] NEW", "print what is new, dropped, moved or changed from one plan to another", diffPlans},
		{"nudges preview", "--agency NAME --from DATE --to DATE", "print what an agency will be reminded of, day by day", previewNudges},
		{"nudges report", "[FLAGS]", "print what became of the reminders of each day: due, sent, failed and why, acknowledged", reportNudges},
		{"feedback export", "[FLAGS]", "print the answers that people found wrong, one relevance case a line", exportFeedback},
		{"audit export", "[FLAGS]", "print the audit log, one change a line as JSON, the oldest first", exportAudit},
		{"audit verify", "[FLAGS]", "check that nothing in the audit log was changed; exit status 1 if it was", verifyAudit},
		{"backup", "[FLAGS] FILE", "copy the SQLite database to a new file, also while the bot runs", backUp},
		{"doctor", "[FLAGS]", "check settings, token, database, disk, clock, plans and administrators, and say what to do; exit status 1 if something is wrong", examine},
		{"healthcheck", "[FLAGS]", "ask a running bot whether it is well; exit status 1 if not", checkHealth},
		{"help", "", "print this help", help},
	}
}

// run is the whole program: it picks the subcommand and runs it.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) error {
	p := process{getenv: getenv, stdin: stdin, stdout: stdout, stderr: stderr}
	if len(args) > 0 {
		switch {
		case slices.Contains(helpFlags, args[0]):
			return help(ctx, nil, p)
		case args[0] == "-version", args[0] == "--version":
			fmt.Fprintln(stdout, versionLine())
			return nil
		}
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		args = append([]string{defaultCommand(args, getenv)}, args...)
	}
	for _, c := range commands() {
		if rest, ok := afterName(c.name, args); ok {
			return c.run(ctx, rest, p)
		}
	}
	if family := commandsUnder(args[0]); len(family) > 0 && (len(args) == 1 || strings.HasPrefix(args[1], "-")) {
		return helpFamily(args, family, p)
	}
	return usageError{fmt.Errorf("unknown command %q; the commands are:\n%s", strings.Join(args, " "), listOf(commands()))}
}

// commandsUnder returns the commands of two words that begin with this one.
func commandsUnder(word string) []command {
	var family []command
	for _, c := range commands() {
		if strings.HasPrefix(c.name, word+" ") {
			family = append(family, c)
		}
	}
	return family
}

// defaultCommand is what the bare program does: try where nothing of a deployed
// bot is configured, else serve. A deployed bot needs no arguments, and one whose
// token is missing is told so instead of being tried on its own database.
func defaultCommand(args []string, getenv func(string) string) string {
	for _, one := range new(settings).list() {
		if !one.deploys {
			continue
		}
		asked := slices.ContainsFunc(args, func(arg string) bool { return one.flag != "" && isFlag(arg, one.flag) })
		if asked || getenv(one.env) != "" || getenv(one.env+fileSuffix) != "" {
			return "serve"
		}
	}
	return "try"
}

// isFlag reports whether an argument gives the flag, with one dash or two, and
// its value in the same argument or in the next.
func isFlag(arg, name string) bool {
	given, _, _ := strings.Cut(arg, "=")
	return given == "-"+name || given == "--"+name
}

// afterName cuts the words of a command's name off the arguments.
func afterName(name string, args []string) ([]string, bool) {
	words := strings.Fields(name)
	if len(args) < len(words) || strings.Join(args[:len(words)], " ") != name {
		return nil, false
	}
	return args[len(words):], true
}
