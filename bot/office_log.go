package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"cchcbot/bot/export"
	"cchcbot/bot/record"
)

// The words that have a screen sent as a file, and as one for machines.
const (
	topicFiles = "tai"
	topicLines = "json"
)

const (
	logRows  = 5  // entries of the log on a page
	logRunes = 70 // of what one is about, and of how that was and is
)

// logScreen shows the last entries of the audit log, the newest first.
func (b *officeHandler) logScreen(ctx context.Context, _ turn, page int) (Reply, error) {
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
	reply.Buttons = append(b.desk.pager(action{view: viewOffice, topic: officeLog, page: page}, pages),
		[]Button{b.desk.button(buttonLogTable, action{view: viewOffice, topic: officeLog + "." + topicFiles})}, b.officeBack())
	return reply, nil
}

// logLine tells an entry: when, who, what, and how it was and is.
func logLine(c export.Change) string {
	words := c.What
	if c.About != "" {
		words += ": " + cutWords(c.About, logRunes)
	}
	change := cutWords(c.After, lineRunes)
	if c.Before != "" {
		change = cutWords(c.Before, logRunes) + " → " + cutWords(c.After, logRunes)
	}
	if change != "" {
		words += "\n" + change
	}
	return fmt.Sprintf(textLogLine, c.At.Format("02/01 15:04"), cutWords(c.Who, labelRunes), words)
}

// logTold sends the whole log where that is asked for: as a table, or as lines
// for machines.
func (b *officeHandler) logTold(ctx context.Context, t turn, words string) (Reply, error) {
	switch folded(words) {
	case topicFiles:
		return b.logTable(ctx, t)
	case topicFiles + " " + topicLines:
		return b.logLines(ctx, t)
	}
	return b.logScreen(ctx, t, 0)
}

// logTable is the audit log as a table for people.
func (b *officeHandler) logTable(ctx context.Context, t turn) (Reply, error) {
	var table []export.Change
	reader := b.logReader()
	err := b.eachChange(ctx, func(c record.Change) error {
		told, err := reader.read(ctx, c)
		table = append(table, told)
		return err
	})
	if err != nil {
		return Reply{}, err
	}
	sheet, err := export.Log(table, t.now)
	if err != nil {
		return Reply{}, fmt.Errorf("write audit log: %w", err)
	}
	return b.logFile(t, "xlsx", sheet, len(table), b.desk.button(buttonLogLines, action{view: viewOffice, topic: officeLog + "." + topicFiles + "." + topicLines})), nil
}

// logLines is the audit log as lines for machines.
func (b *officeHandler) logLines(ctx context.Context, t turn) (Reply, error) {
	var lines strings.Builder
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	changes := 0
	err := b.eachChange(ctx, func(c record.Change) error {
		changes++
		return encoder.Encode(c)
	})
	if err != nil {
		return Reply{}, err
	}
	return b.logFile(t, "jsonl", []byte(lines.String()), changes, b.desk.button(buttonLogTable, action{view: viewOffice, topic: officeLog + "." + topicFiles})), nil
}

// logFile sends the log in a file, with the way to the other file and back
// under it; the screen of the button stays.
func (b *officeHandler) logFile(t turn, ending string, content []byte, changes int, other Button) Reply {
	reply := Reply{
		Files:   []File{{Name: "nhat-ky-" + t.now.Format(time.DateOnly) + "." + ending, Bytes: content, Caption: Text{say(fmt.Sprintf(textLogFile, changes))}}},
		Buttons: [][]Button{{other}, {b.desk.button(buttonBack, action{view: viewOffice, topic: officeLog})}},
	}
	if t.Action != "" {
		reply.Notice = textFileSent
	}
	return reply
}

// eachChange reads the whole audit log, the oldest change first.
func (b *officeHandler) eachChange(ctx context.Context, do func(record.Change) error) error {
	for after, more := int64(0), true; more; {
		page, err := b.records.Audit(ctx, after, auditPage)
		if err != nil {
			return fmt.Errorf("audit log: %w", err)
		}
		for _, c := range page {
			after = c.ID
			if err := do(c); err != nil {
				return err
			}
		}
		more = len(page) == auditPage
	}
	return nil
}
