package office

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/export"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// The words that have a screen sent as a file, and as one for machines.
const (
	topicFiles = "tai"
	topicLines = "json"
)

const (
	logRows  = 5  // entries of the log on a page
	logRunes = 90 // of what one is about, and of how that was and is
	logAlike = 8  // words in which that begins alike
)

// logScreen shows the last entries of the audit log, the newest first.
func (h *Handler) logScreen(ctx context.Context, _ dialog.Turn, page int) (chat.Reply, error) {
	some, err := h.records.RecentAudit(ctx, page*logRows, logRows+1)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("audit log: %w", err)
	}
	pages := page + 1
	if len(some) > logRows {
		some, pages = some[:logRows], page+2
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textLog)}}
	reader := h.NewLogReader()
	for _, c := range some {
		told, err := reader.Read(ctx, c)
		if err != nil {
			return chat.Reply{}, err
		}
		reply.Text = append(reply.Text, chat.Say(logLine(told)))
	}
	if len(some) == 0 {
		reply.Text = append(reply.Text, chat.Say(textNoLog))
	}
	reply.Buttons = append(h.desk.Pager(dialog.Action{View: dialog.ViewOffice, Topic: officeLog, Page: page}, pages),
		[]chat.Button{h.desk.Button(buttonLogTable, dialog.Action{View: dialog.ViewOffice, Topic: officeLog + "." + topicFiles})}, h.officeBack())
	return reply, nil
}

// logLine tells an entry: when, who, what, and how it was and is.
func logLine(c export.Change) string {
	words := c.What
	if c.About != "" {
		words += ": " + chat.CutWords(c.About, logRunes)
	}
	switch before, after := apart(c.Before, c.After); {
	case before != "" && utf8.RuneCountInString(before+after) <= logRunes:
		words += "\n" + before + " → " + after
	case before != "":
		words += fmt.Sprintf(textLogChange, before, after)
	case after != "":
		words += "\n" + after
	}
	return fmt.Sprintf(textLogLine, c.At.Format("02/01 15:04"), chat.CutWords(c.Who, chat.LabelRunes), words)
}

// apart cuts two texts to what a line of the log has room for, without the many
// words in which they begin alike.
func apart(before, after string) (cutBefore, cutAfter string) {
	x, y, same := strings.Fields(before), strings.Fields(after), 0
	for same < min(len(x), len(y)) && x[same] == y[same] {
		same++
	}
	if from := same - logAlike; from > 0 {
		x, y = append([]string{"…"}, x[from:]...), append([]string{"…"}, y[from:]...)
	}
	return chat.CutWords(strings.Join(x, " "), logRunes), chat.CutWords(strings.Join(y, " "), logRunes)
}

// logTold sends the whole log where that is asked for: as a table, or as lines
// for machines.
func (h *Handler) logTold(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	switch question.Folded(words) {
	case topicFiles:
		return h.logTable(ctx, t)
	case topicFiles + " " + topicLines:
		return h.logLines(ctx, t)
	}
	return h.logScreen(ctx, t, 0)
}

// logTable is the audit log as a table for people.
func (h *Handler) logTable(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	var table []export.Change
	reader := h.NewLogReader()
	err := h.eachChange(ctx, func(c record.Change) error {
		told, err := reader.Read(ctx, c)
		table = append(table, told)
		return err
	})
	if err != nil {
		return chat.Reply{}, err
	}
	sheet, err := export.Log(table, t.Now)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("write audit log: %w", err)
	}
	return h.logFile(t, "xlsx", sheet, len(table), h.desk.Button(buttonLogLines, dialog.Action{View: dialog.ViewOffice, Topic: officeLog + "." + topicFiles + "." + topicLines})), nil
}

// logLines is the audit log as lines for machines.
func (h *Handler) logLines(ctx context.Context, t dialog.Turn) (chat.Reply, error) {
	var lines strings.Builder
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	changes := 0
	err := h.eachChange(ctx, func(c record.Change) error {
		changes++
		return encoder.Encode(c)
	})
	if err != nil {
		return chat.Reply{}, err
	}
	return h.logFile(t, "jsonl", []byte(lines.String()), changes, h.desk.Button(buttonLogTable, dialog.Action{View: dialog.ViewOffice, Topic: officeLog + "." + topicFiles})), nil
}

// logFile sends the log in a file, with the way to the other file and back
// under it; the screen of the button stays.
func (h *Handler) logFile(t dialog.Turn, ending string, content []byte, changes int, other chat.Button) chat.Reply {
	reply := chat.Reply{
		Files:   []chat.File{{Name: "nhat-ky-" + t.Now.Format(time.DateOnly) + "." + ending, Bytes: content, Caption: chat.Text{chat.Say(fmt.Sprintf(textLogFile, changes))}}},
		Buttons: [][]chat.Button{{other}, {h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: officeLog})}},
	}
	if t.Action != "" {
		reply.Notice = chat.TextFileSent
	}
	return reply
}

// eachChange reads the whole audit log, the oldest change first.
func (h *Handler) eachChange(ctx context.Context, do func(record.Change) error) error {
	for after, more := int64(0), true; more; {
		page, err := h.records.Audit(ctx, after, auditPage)
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

// auditPage is how many entries of the log are read at once.
const auditPage = 500
