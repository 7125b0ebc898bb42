package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"cchcbot/bot/store"
)

// auditPage is how many entries of the audit log are read at once.
const auditPage = 1000

// exportAudit prints the audit log.
func exportAudit(ctx context.Context, args []string, p process) (err error) {
	s, err := readSettings("audit export", args, p)
	if err != nil {
		return usageOf(err)
	}
	memory, err := store.Open(ctx, string(s.database), store.WithNow(s.clock.Now))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
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
		more = len(page) == auditPage
	}
	return nil
}
