package main

import (
	"context"
	"fmt"
	"io"
)

// command is one subcommand with the streams of its process.
type command func(ctx context.Context, args []string, p process) error

// process is what a subcommand may touch of the world.
type process struct {
	getenv func(string) string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

var commands = map[string]command{
	"ask":  ask,
	"eval": evaluate,
}

// run is the whole program: it picks the subcommand and runs it.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) error {
	p := process{getenv: getenv, stdin: stdin, stdout: stdout, stderr: stderr}
	name := "try"
	if len(args) > 0 {
		name, args = args[0], args[1:]
	}
	c, ok := commands[name]
	if !ok {
		return usageError{fmt.Errorf("unknown command %q", name)}
	}
	return c(ctx, args, p)
}
