package follow

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/bot/record"
)

// The topics of the settings, as buttons and words name them.
const (
	TopicHour     = "gio"
	TopicQuiet    = "yenlang"
	topicOverview = "tomtat"
	topicSupports = "phoihop"
	topicMonday   = "thuhai"
)

// A switch carries what it sets.
const (
	switchOn  = 1
	switchOff = 2
)

// MinutesADay turns two minutes of the day into one number of a button.
const MinutesADay = 24 * 60

// hourChoices and quietChoices are what buttons offer; any other is typed.
var (
	hourChoices  = []int{7 * 60, 7*60 + 30, 8 * 60, 8*60 + 30, 9 * 60, 10 * 60, 13*60 + 30, 16 * 60}
	quietChoices = [][2]int{{18 * 60, 7 * 60}, {20 * 60, 7 * 60}, {21 * 60, 6 * 60}, {0, 0}}
)

// settingsCommand shows the settings, or sets one by words: "giờ 7:45".
func (h *preferences) settingsCommand(ctx context.Context, t dialog.Turn, args string) (chat.Reply, error) {
	if args == "" {
		return h.settings(ctx, t, "")
	}
	change, ok := ParseSetting(args)
	if !ok {
		return chat.Sentence(textSettingUnknown), nil
	}
	return h.set(ctx, t, change)
}

// ParseSetting reads which setting words change, and to what.
func ParseSetting(args string) (func(*record.Preferences), bool) {
	said := strings.NewReplacer("đ", "d", "–", "-").Replace(question.Folded(args))
	times := clockTimes(said)
	has := func(words string) bool { return strings.Contains(said, words) }
	last := said[strings.LastIndexByte(said, ' ')+1:]
	on, off := last == "bat" || last == "co", last == "tat" && said != "tom tat" || last == "khong"
	switch {
	case has("yen lang") && len(times) == 2:
		return func(p *record.Preferences) { p.QuietFrom, p.QuietTill = times[0], times[1] }, true
	case has("yen lang") && off:
		return func(p *record.Preferences) { p.QuietFrom, p.QuietTill = 0, 0 }, true
	case has("gio") && len(times) == 1:
		return func(p *record.Preferences) { p.Minute = times[0] }, true
	case on == off:
		return nil, false
	case has("tom tat"):
		return func(p *record.Preferences) { p.Digest = on }, true
	case has("phoi hop"):
		return func(p *record.Preferences) { p.Supports = on }, true
	case has("thu hai"):
		return func(p *record.Preferences) { p.Monday = on }, true
	}
	return nil, false
}

// clockWord is a time of the day: "7:45", "20h", "6g30", "8 gio 30 toi", "9 gio kem
// 15", "8 ruoi sang".
var clockWord = regexp.MustCompile(`\b(\d{1,2})(?: ?(?:gio\b|[:hg])(?: ?(\d{1,2})\b(?: ?phut\b)?| kem (\d{1,2})(?: phut)?\b)?)?( ruoi\b)?(?: ?(?:buoi )?(sang|trua|chieu|toi|dem)\b)?`)

// hourUnit stands behind a number that is an hour rather than the minutes of the
// one before.
var hourUnit = regexp.MustCompile(`^ ?(?:gio\b|[:hg])`)

// clockTimes reads times of the day, as minutes.
func clockTimes(said string) []int {
	var times []int
	for {
		at := clockWord.FindStringSubmatchIndex(said)
		if at == nil {
			return times
		}
		part := func(group int) string {
			if at[2*group] < 0 {
				return ""
			}
			return said[at[2*group]:at[2*group+1]]
		}
		number := func(group int) int {
			n, _ := strconv.Atoi(part(group)) // at most two digits
			return n
		}
		hour, minute, end := number(1), number(2), at[1]
		if at[4] >= 0 && hourUnit.MatchString(said[at[5]:]) {
			minute, end = 0, at[4]
		} else if of := part(5); of != "" {
			hour = hourIn(hour, of)
		}
		if part(4) != "" {
			minute = 30
		}
		if total := 60*hour + minute - number(3); hour < 24 && minute < 60 && total >= 0 {
			times = append(times, total)
		}
		said = said[end:]
	}
}

// hourIn is an hour of the clock in a part of the day.
func hourIn(hour int, part string) int {
	switch {
	case hour == 12 && part == "dem":
		return 0
	case hour >= 12 || part == "sang" || part == "trua" && hour > 9 || part == "dem" && hour < 6:
		return hour
	}
	return hour + 12
}

// settingPressed shows the choices of a setting, or sets it.
func (h *preferences) settingPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	n := int(at.Number)
	on := n == switchOn
	switch {
	case at.Topic == "" || n == 0:
		return h.settings(ctx, t, at.Topic)
	case n < 0 || n > MinutesADay*MinutesADay:
		return chat.OldButton(), nil
	}
	switch at.Topic {
	case TopicHour:
		return h.set(ctx, t, func(p *record.Preferences) { p.Minute = n % MinutesADay })
	case TopicQuiet:
		return h.set(ctx, t, func(p *record.Preferences) { p.QuietFrom, p.QuietTill = (n-1)/MinutesADay, (n-1)%MinutesADay })
	case topicOverview:
		return h.set(ctx, t, func(p *record.Preferences) { p.Digest = on })
	case topicSupports:
		return h.set(ctx, t, func(p *record.Preferences) { p.Supports = on })
	case topicMonday:
		return h.set(ctx, t, func(p *record.Preferences) { p.Monday = on })
	}
	return chat.OldButton(), nil
}

// set changes the preferences of the chat.
func (h *preferences) set(ctx context.Context, t dialog.Turn, change func(*record.Preferences)) (chat.Reply, error) {
	if !h.MaySet(ctx, t) {
		return dialog.Refusal(t, TextGroupAdministrators), nil
	}
	p, err := h.records.Preferences(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("preferences: %w", err)
	}
	change(&p)
	p.Chat = t.Chat
	if err := h.records.SetPreferences(ctx, p, t.Person()); err != nil {
		return chat.Reply{}, fmt.Errorf("set preferences: %w", err)
	}
	reply := h.settingsScreen(p, "")
	reply.Notice = textSet
	return reply, nil
}

func (h *preferences) settings(ctx context.Context, t dialog.Turn, topic string) (chat.Reply, error) {
	p, err := h.records.Preferences(ctx, t.Chat)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("preferences: %w", err)
	}
	return h.settingsScreen(p, topic), nil
}

// settingsScreen shows the preferences with a button for each, or the choices of
// one.
func (h *preferences) settingsScreen(p record.Preferences, topic string) chat.Reply {
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textSettings), chat.Say(strings.Join([]string{
		fmt.Sprintf(textHour, chat.Clock(p.Minute)),
		fmt.Sprintf(textQuiet, quietWords(p.QuietFrom, p.QuietTill)),
		fmt.Sprintf(textOverview, onOff(p.Digest)),
		fmt.Sprintf(textSupports, onOff(p.Supports)),
		fmt.Sprintf(textMonday, onOff(p.Monday)),
	}, "\n"))}}
	if p.Quiet(p.Minute) {
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textInQuiet, chat.Clock(p.QuietTill))))
	}
	reply.Text = append(reply.Text, chat.Say(textSettingsSaid))
	back := []chat.Button{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewSetting})}
	switch topic {
	case TopicHour:
		for _, minute := range hourChoices {
			reply.Buttons = chat.InRows(reply.Buttons, h.desk.Button(chat.Clock(minute), dialog.Action{View: dialog.ViewSetting, Topic: TopicHour, Number: int64(minute)}))
		}
		reply.Buttons = append(reply.Buttons, back)
	case TopicQuiet:
		for _, q := range quietChoices {
			reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(quietWords(q[0], q[1]),
				dialog.Action{View: dialog.ViewSetting, Topic: TopicQuiet, Number: int64(q[0]*MinutesADay + q[1] + 1)})})
		}
		reply.Buttons = append(reply.Buttons, back)
	default:
		reply.Buttons = [][]chat.Button{
			{h.desk.Button(buttonHour, dialog.Action{View: dialog.ViewSetting, Topic: TopicHour}), h.desk.Button(buttonQuiet, dialog.Action{View: dialog.ViewSetting, Topic: TopicQuiet})},
			{h.toggle(buttonOverview, topicOverview, p.Digest)},
			{h.toggle(buttonSupports, topicSupports, p.Supports)},
			{h.toggle(buttonMonday, topicMonday, p.Monday)},
		}
	}
	return reply
}

// toggle is a button that turns a setting over.
func (h *preferences) toggle(label, topic string, on bool) chat.Button {
	next, word := int64(switchOn), wordTurnOn
	if on {
		next, word = switchOff, wordTurnOff
	}
	return h.desk.Button(fmt.Sprintf(label, word), dialog.Action{View: dialog.ViewSetting, Topic: topic, Number: next})
}

func onOff(on bool) string {
	if on {
		return wordOn
	}
	return wordOff
}

func quietWords(from, till int) string {
	if from == till {
		return textNoQuiet
	}
	return chat.Clock(from) + " - " + chat.Clock(till)
}
