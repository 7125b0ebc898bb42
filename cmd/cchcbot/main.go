// Command cchcbot answers officials' questions about an administrative-reform
// plan, on Telegram and on the terminal.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // containers carry no zone files
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	os.Exit(exitCode(err, os.Stderr))
}

// usageError is a call that cannot be understood: exit status 2.
type usageError struct{ error }

// errFound says that a check found something to report, which is printed
// already: exit status 1 without a further word.
var errFound = errors.New("problems were found")

func exitCode(err error, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFound):
		return 1
	case errors.As(err, &usage):
		fmt.Fprintln(stderr, "cchcbot:", err)
		return 2
	}
	fmt.Fprintln(stderr, "cchcbot:", err)
	return 1
}
