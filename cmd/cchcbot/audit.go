package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"cchcbot/bot/store/database"
)

// auditPage is how many entries of the audit log are read at once.
const auditPage = 1000

// exportAudit prints the audit log.
func exportAudit(ctx context.Context, args []string, p process) (err error) {
	s, err := readSettings("audit export", args, p)
	if err != nil {
		return usageOf(err)
	}
	memory, err := openExisting(ctx, "audit export", s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	changes := 0
	for after, more := int64(0), true; more; {
		page, err := memory.Audit(ctx, after, auditPage)
		if err != nil {
			return err
		}
		for _, c := range page {
			after = c.ID
			if err := encoder.Encode(c); err != nil {
				return fmt.Errorf("print audit log: %w", err)
			}
		}
		changes += len(page)
		more = len(page) == auditPage
	}
	if changes == 0 {
		fmt.Fprintln(p.stderr, "audit export: nothing was changed yet")
	}
	return nil
}

// verifyAudit tells whether the audit log is what was written.
func verifyAudit(ctx context.Context, args []string, p process) (err error) {
	s, err := readSettings("audit verify", args, p)
	if err != nil {
		return usageOf(err)
	}
	memory, err := openExisting(ctx, "audit verify", s)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	v, err := memory.VerifyAudit(ctx)
	if broken, ok := errors.AsType[*database.BrokenChain](err); ok {
		fmt.Fprintf(p.stdout, "the audit log was changed at %v\n", broken)
		return errFound
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%d entries, none changed; %d from before the chain, %d of people who were forgotten\nlast: %s\n", v.Entries, v.Unchained, v.Forgotten, v.Last)
	return nil
}
