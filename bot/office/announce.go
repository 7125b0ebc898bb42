package office

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/follow"
	"cchcbot/bot/question"
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

// words name an audience within a sentence; an agency keeps its capital.
func (a audience) words() string {
	if a.said == "" {
		return a.label
	}
	return chat.LowerFirst(a.label)
}

func ofGroup(group string) func(record.Subscription, plan.Agency) bool {
	return func(_ record.Subscription, a plan.Agency) bool { return slices.Contains(a.Groups, group) }
}

// audiences are those that can be chosen.
var audiences = []audience{
	{"tatca", "tat ca", "Tất cả người theo dõi", func(record.Subscription, plan.Agency) bool { return true }},
	{"daumoi", "dau moi", "Cán bộ đầu mối", func(s record.Subscription, _ plan.Agency) bool { return s.Role == record.FocalPerson }},
	{audienceLate, "qua han", "Đầu mối, lãnh đạo đơn vị có việc quá hạn", nil},
	{"lanhdao", "lanh dao", "Lãnh đạo đơn vị", func(s record.Subscription, _ plan.Agency) bool { return s.Role == record.Leader }},
	{"so-ban-nganh", "so ban nganh", "Sở, ban, ngành", ofGroup("so-ban-nganh")},
	{"quan-huyen", "quan huyen", "Quận, huyện, TP. Thủ Đức", ofGroup("quan-huyen")},
	{plan.WardGroup, "phuong xa", "Phường, xã", ofGroup(plan.WardGroup)},
	{"nganh-doc", "nganh doc", "Cơ quan ngành dọc", ofGroup("nganh-doc")},
	{"doan-the", "doan the", "Đoàn thể chính trị - xã hội", ofGroup("doan-the")},
}

// audienceLate are the people of agencies that are late; who they are is looked up
// when it is sent.
const audienceLate = "quahan"

// audienceOf is the audience of a topic: one of those, or those of one agency.
func (h *Handler) audienceOf(topic string) (audience, bool) {
	i := slices.IndexFunc(audiences, func(a audience) bool { return a.topic == topic })
	if i >= 0 {
		return audiences[i], true
	}
	a, ok := h.agencies.AgencyByID(topic)
	return audience{topic: topic, label: a.Name, in: func(s record.Subscription, _ plan.Agency) bool { return s.Agency == topic }}, ok && !h.agencies.IsGroup(a)
}

// addressed is the agency that words begin with, "so tu phap mai hop", with the
// words behind it; false where they name none.
func (h *Handler) addressed(t dialog.Turn, words string) (a plan.Agency, rest string, ok bool) {
	fields := strings.Fields(words)
	for n := min(len(fields), mostNamed); n > 0; n-- {
		if same := plan.OfToday(h.agencies.Named(strings.Trim(strings.Join(fields[:n], " "), ":,-")), t.Now); len(same) == 1 {
			return same[0], strings.Join(fields[n:], " "), true
		}
	}
	return plan.Agency{}, words, false
}

// mostNamed is how many words the name of an agency has at most.
const mostNamed = 10

// announceScreen lets an administrator choose to whom to announce, and tells what
// became of the last announcements.
func (h *Handler) announceScreen(ctx context.Context, t dialog.Turn, _ int) (chat.Reply, error) {
	reply := chat.Reply{Text: chat.Text{chat.BoldText(textAnnounce), chat.Say(textAnnounceHow)}}
	last, err := h.lastAnnouncements(ctx, t)
	if err != nil {
		return chat.Reply{}, err
	}
	if len(last) > 0 {
		reply.Text = append(reply.Text, chat.Say(strings.Join(last, "\n")))
	}
	for _, a := range audiences {
		reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(a.label, dialog.Action{View: dialog.ViewAnnouncement, Topic: a.topic})})
	}
	reply.Buttons = append(reply.Buttons, h.officeBack())
	return reply, nil
}

// announceTold is "thong bao dau moi …": to whom, then the words.
func (h *Handler) announceTold(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	for _, a := range audiences {
		if rest, ok := question.CutPrefix(words, a.said); ok {
			if rest == "" {
				return h.askAnnouncement(t, a), nil
			}
			return h.PreviewAnnouncement(ctx, t, a.topic, lastWords(question.LinesOf(t.Typed), len(strings.Fields(rest))))
		}
	}
	to, _ := question.CutPrefix(words, "cho")
	if to == "" {
		to = words
	}
	if a, rest, ok := h.addressed(t, to); ok {
		if rest == "" {
			aud, _ := h.audienceOf(plan.KeyOf(a))
			return h.askAnnouncement(t, aud), nil
		}
		return h.PreviewAnnouncement(ctx, t, plan.KeyOf(a), lastWords(question.LinesOf(t.Typed), len(strings.Fields(rest))))
	}
	return h.announceScreen(ctx, t, 0)
}

// The announcements whose result is told: the last few, among so many changes.
const (
	mostAnnounced = 3
	lookedThrough = 200
)

// lastAnnouncements are lines: when, to whom, and who could not be reached since.
func (h *Handler) lastAnnouncements(ctx context.Context, t dialog.Turn) ([]string, error) {
	changes, err := h.records.RecentAudit(ctx, 0, lookedThrough)
	if err != nil {
		return nil, fmt.Errorf("audit log: %w", err)
	}
	var lines []string
	for _, c := range changes {
		topic, words, _ := strings.Cut(c.After, ": ")
		a, ok := h.audienceOf(topic)
		if c.What != "announcement" || !ok || len(lines) == mostAnnounced {
			continue
		}
		reached, missed, err := h.audienceChats(ctx, t, a)
		if err != nil {
			return nil, err
		}
		line := fmt.Sprintf(textAnnouncedOn, c.At.In(chat.Vietnam).Format("02/01 15:04"), a.words(), chat.CutWords(words, chat.LabelRunes), headcount(reached))
		if len(missed) > 0 {
			line += fmt.Sprintf(textMissed, headcount(missed))
		}
		lines = append(lines, line)
	}
	return lines, nil
}

func (h *Handler) askAnnouncement(t dialog.Turn, a audience) chat.Reply {
	h.desk.Expect(t, dialog.Expectation{Use: dialog.UseAnnounce, Kept: a.topic})
	reply := chat.Sentence(fmt.Sprintf(textAnnounceWords, a.words()))
	reply.Buttons = [][]chat.Button{{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: officeAnnounce})}}
	return reply
}

// announcementRunes is the length of an announcement.
const announcementRunes = 1000

// announcementPressed chooses an audience, or sends what was previewed.
func (h *Handler) announcementPressed(ctx context.Context, t dialog.Turn, at dialog.Action) (chat.Reply, error) {
	if may, reply, err := h.Authorize(ctx, t); err != nil || !may {
		return chat.Reply{Notice: reply.Text.Plain()}, err
	}
	draft, drafted := h.desk.Expected.Take(dialog.ParticipantOf(t.Message))
	if a, ok := h.audienceOf(at.Topic); ok {
		return h.askAnnouncement(t, a), nil
	}
	if !drafted || draft.Use != dialog.UseSend || at.Topic != dialog.TopicYes+"."+draft.Stamp() {
		return chat.OldButton(), nil
	}
	return h.Announce(ctx, t, draft)
}

// PreviewAnnouncement shows what will be sent, and to how many.
func (h *Handler) PreviewAnnouncement(ctx context.Context, t dialog.Turn, topic, words string) (chat.Reply, error) {
	if may, reply, err := h.Authorize(ctx, t); err != nil || !may {
		return reply, err
	}
	a, ok := h.audienceOf(topic)
	if !ok {
		return h.announceScreen(ctx, t, 0)
	}
	if n := utf8.RuneCountInString(words); n > announcementRunes || !question.HasLetters(words) {
		reply := h.askAnnouncement(t, a)
		if n > announcementRunes {
			reply.Text = chat.Text{chat.Say(fmt.Sprintf(textAnnounceTooLong, n, announcementRunes))}
		}
		return reply, nil
	}
	chats, missed, err := h.audienceChats(ctx, t, a)
	if err != nil {
		return chat.Reply{}, err
	}
	if len(chats) == 0 {
		reply := chat.Sentence(fmt.Sprintf(textNobodyToTell, a.words()))
		reply.Buttons = [][]chat.Button{{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: officeAnnounce})}}
		return reply, nil
	}
	draft := dialog.Expectation{Use: dialog.UseSend, Kept: topic, Words: words}
	h.desk.Expect(t, draft)
	reply := announcement(draft.Words, t.Person())
	reply.Text = append(chat.Text{chat.BoldText(fmt.Sprintf(textAnnouncePreview, headcount(chats), a.words()))}, reply.Text...)
	if len(missed) > 0 {
		reply.Text = append(reply.Text, chat.Say(fmt.Sprintf(textAnnounceMisses, headcount(missed))))
	}
	reply.Text = append(reply.Text, chat.Say(textAnnounceConfirm))
	reply.Buttons = [][]chat.Button{
		{h.desk.Button(fmt.Sprintf(buttonSend, headcount(chats)), dialog.Action{View: dialog.ViewAnnouncement, Topic: dialog.TopicYes + "." + draft.Stamp()})},
		{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: officeAnnounce})},
	}
	return reply, nil
}

// announcement is what an announcement looks like: it tells whose it is.
func announcement(words string, by record.Person) chat.Reply {
	from := textAnnouncer
	if by.Name != "" {
		from = chat.CutWords(by.Name, chat.NameRunes) + "\n" + textAnnouncer
	}
	return chat.Reply{Text: chat.Text{chat.BoldText(textAnnouncement), chat.Quote(words), chat.Say(from)}}
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
func (h *Handler) audienceChats(ctx context.Context, t dialog.Turn, a audience) (chats, missed []int64, err error) {
	all, err := h.records.Subscribers(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("subscribers: %w", err)
	}
	if a.topic == audienceLate {
		_, late, err := h.progress.Agencies(ctx, t.Today())
		if err != nil {
			return nil, nil, err
		}
		a.in = func(s record.Subscription, _ plan.Agency) bool {
			return late[s.Agency] && (s.Role == record.FocalPerson || s.Role == record.Leader)
		}
	}
	lost := map[int64]bool{}
	if h.rounds != nil {
		unreached, err := h.rounds.Unreachable(ctx)
		if err != nil {
			return nil, nil, fmt.Errorf("unreachable people: %w", err)
		}
		for _, u := range unreached {
			lost[u.Chat] = true
		}
	}
	seen := map[int64]bool{}
	for _, s := range all {
		agency, ok := h.agencies.AgencyByID(s.Agency)
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

// Announce sends what was previewed.
func (h *Handler) Announce(ctx context.Context, t dialog.Turn, draft dialog.Expectation) (chat.Reply, error) {
	if may, reply, err := h.Authorize(ctx, t); err != nil || !may {
		return reply, err
	}
	a, _ := h.audienceOf(draft.Kept)
	chats, _, err := h.audienceChats(ctx, t, a)
	if err != nil {
		return chat.Reply{}, err
	}
	all, err := follow.Letters(chats, 0, announcement(draft.Words, t.Person()))
	if err != nil {
		return chat.Reply{}, err
	}
	if err := h.records.Announce(ctx, a.topic+": "+draft.Words, t.Person(), all...); err != nil {
		return chat.Reply{}, fmt.Errorf("announce: %w", err)
	}
	reply := chat.Sentence(fmt.Sprintf(textAnnounced, headcount(chats), a.words()))
	reply.Buttons = [][]chat.Button{{h.desk.Button(buttonResult, dialog.Action{View: dialog.ViewOffice, Topic: officeAnnounce})}, h.officeBack()}
	return reply, nil
}

// lastWords is the end of a text, from so many words before it.
func lastWords(text string, n int) string {
	for skip := len(strings.Fields(text)) - n; skip > 0; skip-- {
		_, text = question.CutWord(text)
	}
	return text
}
