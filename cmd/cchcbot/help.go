package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"
)

// helpFlags are the ways to ask for help with a flag.
var helpFlags = []string{"-h", "-help", "--h", "--help"}

// version is set by the image's build; otherwise the build information tells.
var version = ""

func versionLine() string {
	v := version
	if info, ok := debug.ReadBuildInfo(); ok && v == "" {
		v = info.Main.Version
	}
	return strings.TrimSpace("cchcbot "+v) + " (" + runtime.Version() + ")"
}

// help prints what the program can do and all that can be set.
func help(_ context.Context, args []string, p process) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("help takes no arguments; for one command: cchcbot %s -h", strings.Join(args, " "))}
	}
	fmt.Fprintf(p.stdout, `cchcbot answers officials' questions about the city's administrative-reform plan.

Without a command it is "serve" where a token, a database, administrators or a
health address are given, else "try".

Commands:
%s
Settings of "serve" and "try": a flag wins over its environment variable.
A secret may be given as a file, whose name stands in the variable with %s added.

%s`, listOf(commands()), fileSuffix, settingList("serve", "try", "healthcheck"))
	return nil
}

// helpFamily tells what may follow the first word of a command: as an answer
// where help is asked for, else as what the call lacks.
func helpFamily(args []string, family []command, p process) error {
	if len(args) > 1 && slices.Contains(helpFlags, args[1]) {
		fmt.Fprintf(p.stdout, "usage:\n%s", listOf(family))
		return nil
	}
	return usageError{fmt.Errorf("%q needs a second word:\n%s", args[0], listOf(family))}
}

// listOf shows commands, one a line.
func listOf(list []command) string {
	var b strings.Builder
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, c := range list {
		fmt.Fprintf(table, "  cchcbot %s\t%s\n", strings.TrimSpace(c.name+" "+c.arguments), c.summary)
	}
	_ = table.Flush() // a strings.Builder takes everything
	return b.String()
}

// settingList describes the settings that any of the commands has.
func settingList(commands ...string) string {
	var b strings.Builder
	for _, one := range new(settings).list() {
		if one.belongsTo(commands...) {
			fmt.Fprintf(&b, "  %s\n        %s\n", strings.Join(one.names(), ", "), one.description())
		}
	}
	return b.String()
}
