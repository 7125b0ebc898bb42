package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// newFlags starts the flags of a subcommand. Nothing is printed on a bad flag:
// the error says it once.
func newFlags(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	return flags
}

// parse reads the flags of a subcommand; where help is asked for, it is printed.
func parse(flags *flag.FlagSet, args []string, p process) error {
	err := flags.Parse(args)
	if err == nil {
		return nil
	}
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(p.stdout, "usage: %s\n", usageLine(flags.Name()))
		flags.SetOutput(p.stdout)
		flags.PrintDefaults()
	}
	return fmt.Errorf("%s: %w", flags.Name(), err)
}

// usageOf makes a bad flag a usage error; asking for help is none.
func usageOf(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	return usageError{err}
}

func usageLine(name string) string {
	for _, c := range commands() {
		if c.name == name {
			return strings.TrimSpace("cchcbot " + c.name + " " + c.arguments)
		}
	}
	return "cchcbot " + name
}
