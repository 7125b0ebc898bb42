package office

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/export"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// LogReader tells entries of the audit log, which hold ids, in words. What it
// cannot read it leaves as it is.
type LogReader struct {
	bot   *Handler
	names map[int64]string
}

// NewLogReader makes a reader of the audit log, for one screen.
func (h *Handler) NewLogReader() *LogReader { return &LogReader{bot: h, names: map[int64]string{}} }

// Read tells an entry.
func (l *LogReader) Read(ctx context.Context, c record.Change) (export.Change, error) {
	told := export.Change{
		At: c.At.In(chat.Vietnam), Who: chat.CalledBy(c.By), What: c.What, About: c.About, Before: c.Before, After: c.After,
	}
	if name, known := changeNames[c.What]; known {
		told.What = name
	}
	var err error
	switch c.What {
	case "administrator", "person", "preferences":
		told.About, err = l.name(ctx, c.About)
		told.Before, told.After = standingName(c.Before), standingName(c.After)
		if c.What == "preferences" {
			told.Before, told.After = preferenceWords(c.Before), preferenceWords(c.After)
		}
	case "absence":
		told.About, err = l.name(ctx, c.About)
		told.Before, told.After = l.absence(ctx, c.Before), l.absence(ctx, c.After)
	case "subscription":
		told.About, err = l.tie(ctx, c.About)
		told.Before, told.After = standingName(c.Before), standingName(c.After)
	case "feedback":
		told.After = standingName(c.After)
	case "occurrence", "explanation":
		told.About = l.bot.occurrenceName(c.About)
		told.Before, told.After = standingName(c.Before), standingName(c.After)
	case "report":
		told.About = l.bot.occurrenceName(c.About)
		told.Before, told.After = reportStanding(c.Before), reportStanding(c.After)
	case "ladder":
		told.About = ladderName(c.About)
		told.Before, told.After = ladderWords(c.Before), ladderWords(c.After)
	case "calendar":
		told.Before, told.After = correctionWords(c.About, c.Before), correctionWords(c.About, c.After)
		if d, err := plan.ParseDate(c.About); err == nil {
			told.About = chat.Day(d)
		}
	case "internal_due":
		told.Before, told.After = internalKept(c.Before), internalKept(c.After)
		key, unit, keyed := strings.Cut(c.About, "|")
		if !keyed {
			key, unit = l.bot.answers.Plan().Key(), c.About
		}
		if u, ok := l.bot.answers.UnitOf(key, unit); ok {
			told.About = chat.UnitName(u)
		}
	case "announcement":
		topic, words, _ := strings.Cut(c.After, ": ")
		if a, ok := l.bot.audienceOf(topic); ok {
			told.About, told.After = a.label, words
		}
	}
	if told.After == "" && told.Before != "" {
		told.After = textDropped
	}
	return told, err
}

// name tells who or which chat an id is.
func (l *LogReader) name(ctx context.Context, id string) (string, error) {
	chat, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return id, nil //nolint:nilerr // what is no id stays as it is
	}
	if name, known := l.names[chat]; known {
		return name, nil
	}
	l.names[chat], err = l.bot.chatName(ctx, chat)
	return l.names[chat], err
}

// absence tells "2024-07-01 2024-07-15 8": from when, until when, who is there.
func (l *LogReader) absence(ctx context.Context, kept string) string {
	parts := strings.Fields(kept)
	if len(parts) != 3 {
		return kept
	}
	from, wrong := plan.ParseDate(parts[0])
	to, alsoWrong := plan.ParseDate(parts[1])
	who, err := l.name(ctx, parts[2])
	switch {
	case wrong != nil || alsoWrong != nil || err != nil:
		return kept
	case parts[2] == "0":
		return fmt.Sprintf(chat.TextInDays, chat.Day(from), chat.Day(to))
	}
	return fmt.Sprintf(chat.TextInDays, chat.Day(from), chat.Day(to)) + fmt.Sprintf(textStandIn, who)
}

// tie tells "8 so-tu-phap focal".
func (l *LogReader) tie(ctx context.Context, about string) (string, error) {
	chat, rest, _ := strings.Cut(about, " ")
	i := strings.LastIndexByte(rest, ' ')
	if i < 0 {
		return about, nil
	}
	who, err := l.name(ctx, chat)
	return fmt.Sprintf(textTie, who, follow.RoleNames[record.Role(rest[i+1:])], l.bot.agencies.NameOf(rest[:i])), err
}

// occurrenceName tells the key of an occurrence: plan, unit, agency, kind, due
// date and what may follow.
func (h *Handler) occurrenceName(key string) string {
	parts := strings.Split(key, "|")
	if len(parts) < 5 {
		return key
	}
	due, err := plan.ParseDate(parts[4])
	if err != nil {
		return key
	}
	place := parts[1]
	if u, ok := h.answers.UnitOf(parts[0], place); ok {
		place = chat.UnitName(u)
	}
	return fmt.Sprintf(textOccurrence, place, h.agencies.NameOf(parts[2]), chat.Day(due))
}

// standingName tells how something stood, with the note behind it.
func standingName(kept string) string {
	first, note, noted := strings.Cut(kept, " ")
	name, known := standingNames[first]
	switch {
	case !known:
		return kept
	case noted:
		return name + ": " + note
	}
	return name
}

// reportStanding tells how a report stood: an open one is not a duty that is open.
func reportStanding(kept string) string {
	if kept == string(record.Open) {
		return textUnsettled
	}
	return standingName(kept)
}

func ladderName(kind string) string {
	for _, k := range LadderKinds {
		if string(k.Kind) == kind {
			return k.name
		}
	}
	return kind
}

func ladderWords(kept string) string {
	if kept == "" {
		return textDefault
	}
	var rungs []string
	if json.Unmarshal([]byte(kept), &rungs) != nil {
		return kept
	}
	return rungWords(rungs)
}

// correctionWords tell "2026-11-24 off Ngày Văn hóa": until when, whether it is
// worked, why; since is its first day.
func correctionWords(since, kept string) string {
	if kept == "" {
		return textAsPublished
	}
	until, rest := question.CutWord(kept)
	state, reason := question.CutWord(rest)
	to, err := plan.ParseDate(until)
	if err != nil {
		return kept
	}
	words := entryWords(plan.CalendarEntry{Working: state == "working", Reason: reason})
	if until == since {
		return words
	}
	return fmt.Sprintf(textUntil, words, chat.Day(to))
}

func internalKept(kept string) string {
	set, err := strconv.Atoi(kept)
	if err != nil {
		set = 0
	}
	return internalWords(set)
}

func preferenceWords(kept string) string {
	var p record.Preferences
	if json.Unmarshal([]byte(kept), &p) != nil {
		return kept
	}
	return fmt.Sprintf(textPreferencesKept, chat.Clock(p.Minute), chat.Clock(p.QuietFrom), chat.Clock(p.QuietTill),
		onOrOff[p.Digest], onOrOff[p.Supports], onOrOff[p.Monday])
}
