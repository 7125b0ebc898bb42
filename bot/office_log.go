package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"cchcbot/bot/export"
)

// topicFiles has a screen sent as files.
const topicFiles = "tai"

// logRows is how many entries of the log stand on a page.
const logRows = 5

// logScreen shows the last entries of the audit log, the newest first.
func (b *Bot) logScreen(ctx context.Context, _ turn, page int) (Reply, error) {
	some, err := b.records.RecentAudit(ctx, page*logRows, logRows+1)
	if err != nil {
		return Reply{}, fmt.Errorf("audit log: %w", err)
	}
	pages := page + 1
	if len(some) > logRows {
		some, pages = some[:logRows], page+2
	}
	reply := Reply{Text: Text{bold(textLog)}}
	reader := b.logReader()
	for _, c := range some {
		told, err := reader.read(ctx, c)
		if err != nil {
			return Reply{}, err
		}
		reply.Text = append(reply.Text, say(logLine(told)))
	}
	if len(some) == 0 {
		reply.Text = append(reply.Text, say(textNoLog))
	}
	reply.Buttons = append(b.pager(action{view: viewOffice, topic: officeLog, page: page}, pages),
		[]Button{b.button(buttonLogFiles, action{view: viewOffice, topic: officeLog + "." + topicFiles})}, b.officeBack())
	return reply, nil
}

// logLine tells an entry: when, who, what, and how it was and is.
func logLine(c export.Change) string {
	words := c.What
	if c.About != "" {
		words += ": " + cutWords(c.About, lineRunes)
	}
	change := cutWords(c.After, lineRunes)
	if c.Before != "" {
		change = cutWords(c.Before, nameRunes) + " → " + cutWords(c.After, nameRunes)
	}
	if change != "" {
		words += "\n" + change
	}
	return fmt.Sprintf(textLogLine, c.At.Format("02/01 15:04"), cutWords(c.Who, labelRunes), words)
}

// logTold sends the whole log as files, where that is asked for.
func (b *Bot) logTold(ctx context.Context, t turn, words string) (Reply, error) {
	if first, _ := cutWord(folded(words)); first != topicFiles {
		return b.logScreen(ctx, t, 0)
	}
	return b.logFiles(ctx, t)
}

// logFiles are the audit log as a table for people and as lines for machines.
func (b *Bot) logFiles(ctx context.Context, t turn) (Reply, error) {
	var table []export.Change
	var lines strings.Builder
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	reader := b.logReader()
	for after, more := int64(0), true; more; {
		page, err := b.records.Audit(ctx, after, auditPage)
		if err != nil {
			return Reply{}, fmt.Errorf("audit log: %w", err)
		}
		for _, c := range page {
			after = c.ID
			told, err := reader.read(ctx, c)
			if err != nil {
				return Reply{}, err
			}
			table = append(table, told)
			if err := encoder.Encode(c); err != nil {
				return Reply{}, fmt.Errorf("write audit log: %w", err)
			}
		}
		more = len(page) == auditPage
	}
	sheet, err := export.Log(table, t.now)
	if err != nil {
		return Reply{}, fmt.Errorf("write audit log: %w", err)
	}
	stamp := t.now.Format(time.DateOnly)
	reply := sentence(fmt.Sprintf(textLogFiles, len(table)))
	reply.Files = []File{
		{Name: "nhat-ky-" + stamp + ".xlsx", Bytes: sheet},
		{Name: "nhat-ky-" + stamp + ".jsonl", Bytes: []byte(lines.String())},
	}
	reply.Buttons = [][]Button{{b.button(buttonBack, action{view: viewOffice, topic: officeLog})}}
	return reply, nil
}
