package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cchcbot/bot/record"
	"cchcbot/seeds/plan"
)

// audience is to whom something is announced, and the words by which it is
// chosen.
type audience struct {
	topic string
	said  string
	label string
	in    func(record.Subscription, plan.Agency) bool
}

func ofGroup(group string) func(record.Subscription, plan.Agency) bool {
	return func(_ record.Subscription, a plan.Agency) bool { return slices.Contains(a.Groups, group) }
}

// audiences are those that can be chosen.
var audiences = []audience{
	{"tatca", "tat ca", "Tất cả người theo dõi", func(record.Subscription, plan.Agency) bool { return true }},
	{"daumoi", "dau moi", "Cán bộ đầu mối", func(s record.Subscription, _ plan.Agency) bool { return s.Role == record.FocalPerson }},
	{"lanhdao", "lanh dao", "Lãnh đạo đơn vị", func(s record.Subscription, _ plan.Agency) bool { return s.Role == record.Leader }},
	{"so-ban-nganh", "so ban nganh", "Sở, ban, ngành", ofGroup("so-ban-nganh")},
	{"quan-huyen", "quan huyen", "Quận, huyện, TP. Thủ Đức", ofGroup("quan-huyen")},
	{plan.WardGroup, "phuong xa", "Phường, xã", ofGroup(plan.WardGroup)},
	{"nganh-doc", "nganh doc", "Cơ quan ngành dọc", ofGroup("nganh-doc")},
	{"doan-the", "doan the", "Đoàn thể chính trị - xã hội", ofGroup("doan-the")},
}

func audienceOf(topic string) (audience, bool) {
	i := slices.IndexFunc(audiences, func(a audience) bool { return a.topic == topic })
	if i < 0 {
		return audience{}, false
	}
	return audiences[i], true
}

// announceScreen lets an administrator choose to whom to announce.
func (b *officeHandler) announceScreen(context.Context, turn, int) (Reply, error) {
	reply := Reply{Text: Text{bold(textAnnounce), say(textAnnounceHow)}}
	for _, a := range audiences {
		reply.Buttons = append(reply.Buttons, []Button{b.desk.button(a.label, action{view: viewAnnouncement, topic: a.topic})})
	}
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// announceTold is "thong bao dau moi …": to whom, then the words.
func (b *officeHandler) announceTold(ctx context.Context, t turn, words string) (Reply, error) {
	for _, a := range audiences {
		if rest, ok := cutLead(words, a.said); ok {
			if rest == "" {
				return b.askAnnouncement(t, a), nil
			}
			return b.previewAnnouncement(ctx, t, a.topic, lastWords(linesOf(t.typed), len(strings.Fields(rest))))
		}
	}
	return b.announceScreen(ctx, t, 0)
}

func (b *officeHandler) askAnnouncement(t turn, a audience) Reply {
	b.desk.expect(t, expectation{use: useAnnounce, kept: a.topic})
	reply := sentence(fmt.Sprintf(textAnnounceWords, lowerFirst(a.label)))
	reply.Buttons = [][]Button{{b.desk.button(buttonBack, action{view: viewOffice, topic: officeAnnounce})}}
	return reply
}

// announcementRunes is the length of an announcement.
const announcementRunes = 1000

// announcementPressed chooses an audience, or sends what was previewed.
func (b *officeHandler) announcementPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return Reply{Notice: reply.Text.Plain()}, err
	}
	draft, drafted := b.desk.expected.take(seatOf(t.Message))
	if a, ok := audienceOf(at.topic); ok {
		return b.askAnnouncement(t, a), nil
	}
	if !drafted || draft.use != useSend || at.topic != topicYes+"."+draft.stamp() {
		return oldButton(), nil
	}
	return b.announce(ctx, t, draft)
}

// previewAnnouncement shows what will be sent, and to how many.
func (b *officeHandler) previewAnnouncement(ctx context.Context, t turn, topic, words string) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return reply, err
	}
	a, ok := audienceOf(topic)
	if !ok {
		return b.announceScreen(ctx, t, 0)
	}
	if n := utf8.RuneCountInString(words); n > announcementRunes || !hasLetters(words) {
		reply := b.askAnnouncement(t, a)
		if n > announcementRunes {
			reply.Text = Text{say(fmt.Sprintf(textAnnounceTooLong, n, announcementRunes))}
		}
		return reply, nil
	}
	chats, missed, err := b.audienceChats(ctx, a)
	if err != nil {
		return Reply{}, err
	}
	if len(chats) == 0 {
		reply := sentence(fmt.Sprintf(textNobodyToTell, lowerFirst(a.label)))
		reply.Buttons = [][]Button{{b.desk.button(buttonBack, action{view: viewOffice, topic: officeAnnounce})}}
		return reply, nil
	}
	draft := expectation{use: useSend, kept: topic, words: words}
	b.desk.expect(t, draft)
	reply := announcement(draft.words, t.person())
	reply.Text = append(Text{bold(fmt.Sprintf(textAnnouncePreview, headcount(chats), lowerFirst(a.label)))}, reply.Text...)
	if len(missed) > 0 {
		reply.Text = append(reply.Text, say(fmt.Sprintf(textAnnounceMisses, headcount(missed))))
	}
	reply.Text = append(reply.Text, say(textAnnounceConfirm))
	reply.Buttons = [][]Button{
		{b.desk.button(fmt.Sprintf(buttonSend, headcount(chats)), action{view: viewAnnouncement, topic: topicYes + "." + draft.stamp()})},
		{b.desk.button(buttonBack, action{view: viewOffice, topic: officeAnnounce})},
	}
	return reply, nil
}

// announcement is what an announcement looks like: it tells whose it is.
func announcement(words string, by record.Person) Reply {
	from := textAnnouncer
	if by.Name != "" {
		from = cutWords(by.Name, nameRunes) + "\n" + textAnnouncer
	}
	return Reply{Text: Text{bold(textAnnouncement), quote(words), say(from)}}
}

// headcount counts chats as people and as groups, whose numbers are below zero.
func headcount(chats []int64) string {
	groups := 0
	for _, chat := range chats {
		if chat < 0 {
			groups++
		}
	}
	people := len(chats) - groups
	switch {
	case groups == 0:
		return fmt.Sprintf(textPeople, people)
	case people == 0:
		return fmt.Sprintf(textGroups, groups)
	}
	return fmt.Sprintf(textPeople, people) + textAnd + fmt.Sprintf(textGroups, groups)
}

// audienceChats are the chats of an audience, each once; missed are those among
// them to which nothing can be sent.
func (b *officeHandler) audienceChats(ctx context.Context, a audience) (chats, missed []int64, err error) {
	all, err := b.records.Subscribers(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("subscribers: %w", err)
	}
	lost := map[int64]bool{}
	if b.rounds != nil {
		unreached, err := b.rounds.Unreachable(ctx)
		if err != nil {
			return nil, nil, fmt.Errorf("unreachable people: %w", err)
		}
		for _, u := range unreached {
			lost[u.Chat] = true
		}
	}
	seen := map[int64]bool{}
	for _, s := range all {
		agency, ok := b.agencies.agencyByID(s.Agency)
		if !ok || seen[s.Chat] || !a.in(s, agency) {
			continue
		}
		seen[s.Chat] = true
		if lost[s.Chat] {
			missed = append(missed, s.Chat)
			continue
		}
		chats = append(chats, s.Chat)
	}
	return chats, missed, nil
}

// announce sends what was previewed.
func (b *officeHandler) announce(ctx context.Context, t turn, draft expectation) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return reply, err
	}
	a, _ := audienceOf(draft.kept)
	chats, _, err := b.audienceChats(ctx, a)
	if err != nil {
		return Reply{}, err
	}
	all, err := letters(chats, 0, announcement(draft.words, t.person()))
	if err != nil {
		return Reply{}, err
	}
	if err := b.records.Announce(ctx, a.topic+": "+draft.words, t.person(), all...); err != nil {
		return Reply{}, fmt.Errorf("announce: %w", err)
	}
	reply := sentence(fmt.Sprintf(textAnnounced, headcount(chats), lowerFirst(a.label)))
	reply.Buttons = [][]Button{b.officeBack()}
	return reply, nil
}

// linesOf is a text as it was typed, cleaned line by line; empty lines stand
// alone.
func linesOf(typed string) string {
	var lines []string
	for _, line := range strings.Split(strings.ReplaceAll(typed, "\r\n", "\n"), "\n") {
		line = cleaned(line)
		if line != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// lastWords is the end of a text, from so many words before it.
func lastWords(text string, n int) string {
	for skip := len(strings.Fields(text)) - n; skip > 0; skip-- {
		_, text = cutWord(text)
	}
	return text
}

// lowerFirst lets a label stand within a sentence.
func lowerFirst(s string) string {
	for _, r := range s {
		return strings.ToLower(string(r)) + s[len(string(r)):]
	}
	return s
}
