package bot

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"cchcbot/bot/record"
)

// The topics of the settings, as buttons and words name them.
const (
	topicHour     = "gio"
	topicQuiet    = "yenlang"
	topicOverview = "tomtat"
	topicSupports = "phoihop"
	topicMonday   = "thuhai"
)

// A switch carries what it sets.
const (
	switchOn  = 1
	switchOff = 2
)

// minutesADay turns two minutes of the day into one number of a button.
const minutesADay = 24 * 60

// hourChoices and quietChoices are what buttons offer; any other is typed.
var (
	hourChoices  = []int{7 * 60, 7*60 + 30, 8 * 60, 8*60 + 30, 9 * 60, 10 * 60, 13*60 + 30, 16 * 60}
	quietChoices = [][2]int{{18 * 60, 7 * 60}, {20 * 60, 7 * 60}, {21 * 60, 6 * 60}, {0, 0}}
)

// settingsCommand shows the settings, or sets one by words: "giờ 7:45".
func (b *followHandler) settingsCommand(ctx context.Context, t turn, args string) (Reply, error) {
	if args == "" {
		return b.settings(ctx, t, "")
	}
	change, ok := settingSaid(args)
	if !ok {
		return sentence(textSettingUnknown), nil
	}
	return b.set(ctx, t, change)
}

// settingSaid reads which setting words change, and to what.
func settingSaid(args string) (func(*record.Preferences), bool) {
	said := strings.NewReplacer("đ", "d", "–", "-").Replace(folded(args))
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

var clockWord = regexp.MustCompile(`\b(\d{1,2})(?:[:hg](\d{2})?)?\b`)

// clockTimes reads times of the day, as minutes: "7:45", "20h", "6g30".
func clockTimes(said string) []int {
	var times []int
	for _, m := range clockWord.FindAllStringSubmatch(said, -1) {
		hour, _ := strconv.Atoi(m[1])
		minute, _ := strconv.Atoi(m[2])
		if hour < 24 && minute < 60 {
			times = append(times, 60*hour+minute)
		}
	}
	return times
}

// settingPressed shows the choices of a setting, or sets it.
func (b *followHandler) settingPressed(ctx context.Context, t turn, at action) (Reply, error) {
	n := int(at.number)
	on := n == switchOn
	switch {
	case at.topic == "" || n == 0:
		return b.settings(ctx, t, at.topic)
	case n < 0 || n > minutesADay*minutesADay:
		return oldButton(), nil
	}
	switch at.topic {
	case topicHour:
		return b.set(ctx, t, func(p *record.Preferences) { p.Minute = n % minutesADay })
	case topicQuiet:
		return b.set(ctx, t, func(p *record.Preferences) { p.QuietFrom, p.QuietTill = (n-1)/minutesADay, (n-1)%minutesADay })
	case topicOverview:
		return b.set(ctx, t, func(p *record.Preferences) { p.Digest = on })
	case topicSupports:
		return b.set(ctx, t, func(p *record.Preferences) { p.Supports = on })
	case topicMonday:
		return b.set(ctx, t, func(p *record.Preferences) { p.Monday = on })
	}
	return oldButton(), nil
}

// set changes the preferences of the chat.
func (b *followHandler) set(ctx context.Context, t turn, change func(*record.Preferences)) (Reply, error) {
	p, err := b.records.Preferences(ctx, t.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("preferences: %w", err)
	}
	change(&p)
	p.Chat = t.Chat
	if err := b.records.SetPreferences(ctx, p, t.person()); err != nil {
		return Reply{}, fmt.Errorf("set preferences: %w", err)
	}
	reply := b.settingsScreen(p, "")
	reply.Notice = textSet
	return reply, nil
}

func (b *followHandler) settings(ctx context.Context, t turn, topic string) (Reply, error) {
	p, err := b.records.Preferences(ctx, t.Chat)
	if err != nil {
		return Reply{}, fmt.Errorf("preferences: %w", err)
	}
	return b.settingsScreen(p, topic), nil
}

// settingsScreen shows the preferences with a button for each, or the choices of
// one.
func (b *followHandler) settingsScreen(p record.Preferences, topic string) Reply {
	reply := Reply{Text: Text{bold(textSettings), say(strings.Join([]string{
		fmt.Sprintf(textHour, clock(p.Minute)),
		fmt.Sprintf(textQuiet, quietWords(p.QuietFrom, p.QuietTill)),
		fmt.Sprintf(textOverview, onOff(p.Digest)),
		fmt.Sprintf(textSupports, onOff(p.Supports)),
		fmt.Sprintf(textMonday, onOff(p.Monday)),
	}, "\n"))}}
	if p.Quiet(p.Minute) {
		reply.Text = append(reply.Text, say(fmt.Sprintf(textInQuiet, clock(p.QuietTill))))
	}
	reply.Text = append(reply.Text, say(textSettingsSaid))
	back := []Button{b.desk.button(buttonBack, action{view: viewSetting})}
	switch topic {
	case topicHour:
		for _, minute := range hourChoices {
			reply.Buttons = inRows(reply.Buttons, b.desk.button(clock(minute), action{view: viewSetting, topic: topicHour, number: int64(minute)}))
		}
		reply.Buttons = append(reply.Buttons, back)
	case topicQuiet:
		for _, q := range quietChoices {
			reply.Buttons = append(reply.Buttons, []Button{b.desk.button(quietWords(q[0], q[1]),
				action{view: viewSetting, topic: topicQuiet, number: int64(q[0]*minutesADay + q[1] + 1)})})
		}
		reply.Buttons = append(reply.Buttons, back)
	default:
		reply.Buttons = [][]Button{
			{b.desk.button(buttonHour, action{view: viewSetting, topic: topicHour}), b.desk.button(buttonQuiet, action{view: viewSetting, topic: topicQuiet})},
			{b.toggle(buttonOverview, topicOverview, p.Digest)},
			{b.toggle(buttonSupports, topicSupports, p.Supports)},
			{b.toggle(buttonMonday, topicMonday, p.Monday)},
		}
	}
	return reply
}

// toggle is a button that turns a setting over.
func (b *followHandler) toggle(label, topic string, on bool) Button {
	next, word := int64(switchOn), wordTurnOn
	if on {
		next, word = switchOff, wordTurnOff
	}
	return b.desk.button(fmt.Sprintf(label, word), action{view: viewSetting, topic: topic, number: next})
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
	return clock(from) + " - " + clock(till)
}
