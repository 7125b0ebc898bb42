package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"cchcbot/bot/duty"
	"cchcbot/bot/export"
	"cchcbot/seeds/plan"
)

// campaignDays is how far back the report of what was sent looks.
const campaignDays = 30

// campaignsScreen tells of the last days what was due, sent and acknowledged,
// and why the rest failed.
func (b *Bot) campaignsScreen(ctx context.Context, t turn, page int) (Reply, error) {
	all, err := b.records.Campaigns(ctx, t.today().AddDays(-campaignDays), t.today())
	if err != nil {
		return Reply{}, fmt.Errorf("campaigns: %w", err)
	}
	slices.SortFunc(all, func(x, y duty.Campaign) int { return y.Day.Compare(x.Day) })
	var lines []string
	for _, c := range all {
		lines = append(lines, campaignWords(c))
	}
	reply := b.officePage(officeCampaigns, textCampaigns, textNoCampaigns, lines, page, pageItems)
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// campaignWords tell a day.
func campaignWords(c duty.Campaign) string {
	words := fmt.Sprintf(textCampaign, day(c.Day), c.Due, c.Sent, c.Nudges, c.Acknowledged)
	if n := c.Waiting(); n > 0 {
		words += fmt.Sprintf(textCampaignWaits, n)
	}
	if c.Dropped > 0 {
		words += fmt.Sprintf(textCampaignDropped, c.Dropped)
	}
	byReason := map[string]int{}
	for reason, n := range c.Failed {
		byReason[reasonWords(reason)] += n
	}
	for _, reason := range sortedKeys(byReason) {
		words += fmt.Sprintf(textCampaignFailed, byReason[reason], reason)
	}
	return words
}

func sortedKeys(m map[string]int) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// reasonWords tell why something did not arrive.
func reasonWords(reason string) string {
	low := strings.ToLower(reason)
	for _, r := range deliveryReasons {
		if strings.Contains(low, r.says) {
			return r.words
		}
	}
	return cutWords(firstLine(reason), nameRunes)
}

// logScreen sends the audit log: as a table for people, as lines for machines.
func (b *Bot) logScreen(ctx context.Context, t turn, _ int) (Reply, error) {
	var table []export.Change
	var lines strings.Builder
	encoder := json.NewEncoder(&lines)
	encoder.SetEscapeHTML(false)
	for after := int64(0); ; {
		page, err := b.records.Audit(ctx, after, auditPage)
		if err != nil {
			return Reply{}, fmt.Errorf("audit log: %w", err)
		}
		for _, c := range page {
			after = c.ID
			table = append(table, export.Change{
				At: c.At.In(vietnam), Who: calledBy(c.By), What: changeName(c.What), About: c.About, Before: c.Before, After: c.After,
			})
			if err := encoder.Encode(c); err != nil {
				return Reply{}, fmt.Errorf("write audit log: %w", err)
			}
		}
		if len(page) < auditPage {
			break
		}
	}
	sheet, err := export.Log(table, t.now)
	if err != nil {
		return Reply{}, fmt.Errorf("write audit log: %w", err)
	}
	stamp := t.now.Format(time.DateOnly)
	reply := sentence(fmt.Sprintf(textLog, len(table)))
	reply.Files = []File{
		{Name: "nhat-ky-" + stamp + ".xlsx", Bytes: sheet},
		{Name: "nhat-ky-" + stamp + ".jsonl", Bytes: []byte(lines.String())},
	}
	reply.Buttons = [][]Button{b.officeBack()}
	return reply, nil
}

// changeName is what a change of the log is called.
func changeName(what string) string {
	if name, ok := changeNames[what]; ok {
		return name
	}
	return what
}

// audience is to whom something is announced, and the words by which it is
// chosen.
type audience struct {
	topic string
	said  string
	label string
	in    func(duty.Subscription, plan.Agency) bool
}

func ofGroup(group string) func(duty.Subscription, plan.Agency) bool {
	return func(_ duty.Subscription, a plan.Agency) bool { return slices.Contains(a.Groups, group) }
}

// audiences are those that can be chosen.
var audiences = []audience{
	{"tatca", "tat ca", "Tất cả người theo dõi", func(duty.Subscription, plan.Agency) bool { return true }},
	{"daumoi", "dau moi", "Cán bộ đầu mối", func(s duty.Subscription, _ plan.Agency) bool { return s.Role == duty.FocalPerson }},
	{"lanhdao", "lanh dao", "Lãnh đạo đơn vị", func(s duty.Subscription, _ plan.Agency) bool { return s.Role == duty.Leader }},
	{"so-ban-nganh", "so ban nganh", "Sở, ban, ngành", ofGroup("so-ban-nganh")},
	{"quan-huyen", "quan huyen", "Quận, huyện, TP. Thủ Đức", ofGroup("quan-huyen")},
	{plan.WardGroup, "phuong xa", "Phường, xã", ofGroup(plan.WardGroup)},
}

func audienceOf(topic string) (audience, bool) {
	i := slices.IndexFunc(audiences, func(a audience) bool { return a.topic == topic })
	if i < 0 {
		return audience{}, false
	}
	return audiences[i], true
}

// announceScreen lets an administrator choose to whom to announce.
func (b *Bot) announceScreen(context.Context, turn, int) (Reply, error) {
	reply := Reply{Text: Text{bold(textAnnounce), say(textAnnounceHow)}}
	for _, a := range audiences {
		reply.Buttons = append(reply.Buttons, []Button{b.button(a.label, action{view: viewAnnouncement, topic: a.topic})})
	}
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// announceTold is "thong bao dau moi …": to whom, then the words.
func (b *Bot) announceTold(ctx context.Context, t turn, words string) (Reply, error) {
	for _, a := range audiences {
		if rest, ok := cutLead(words, a.said); ok {
			if rest == "" {
				return b.askAnnouncement(t, a), nil
			}
			return b.previewAnnouncement(ctx, t, a.topic, rest)
		}
	}
	return b.announceScreen(ctx, t, 0)
}

func (b *Bot) askAnnouncement(t turn, a audience) Reply {
	b.expect(t, expectation{use: useAnnounce, kept: a.topic})
	reply := sentence(fmt.Sprintf(textAnnounceWords, lowerFirst(a.label)))
	reply.Buttons = [][]Button{b.officeBack()}
	return reply
}

// announcementRunes is the length of an announcement.
const announcementRunes = 1000

// announcementPressed chooses an audience, or sends what was previewed.
func (b *Bot) announcementPressed(ctx context.Context, t turn, at action) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return Reply{Notice: reply.Text.Plain()}, err
	}
	if a, ok := audienceOf(at.topic); ok {
		return b.askAnnouncement(t, a), nil
	}
	draft, ok := b.expected.take(seatOf(t.Message))
	if at.topic != topicYes || !ok || draft.use != useSend {
		return oldButton(), nil
	}
	return b.announce(ctx, t, draft)
}

// previewAnnouncement shows what will be sent, and to how many.
func (b *Bot) previewAnnouncement(ctx context.Context, t turn, topic, words string) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return reply, err
	}
	a, ok := audienceOf(topic)
	if !ok {
		return b.announceScreen(ctx, t, 0)
	}
	chats, err := b.audienceChats(ctx, a)
	if err != nil {
		return Reply{}, err
	}
	if len(chats) == 0 {
		return sentence(fmt.Sprintf(textNobodyToTell, lowerFirst(a.label))), nil
	}
	draft := expectation{use: useSend, kept: topic, words: cutWords(words, announcementRunes)}
	b.expect(t, draft)
	reply := announcement(draft.words)
	reply.Text = append(Text{bold(fmt.Sprintf(textAnnouncePreview, len(chats), lowerFirst(a.label)))}, reply.Text...)
	reply.Text = append(reply.Text, say(textAnnounceConfirm))
	reply.Buttons = [][]Button{
		{b.button(fmt.Sprintf(buttonSend, len(chats)), action{view: viewAnnouncement, topic: topicYes})},
		b.officeBack(),
	}
	return reply, nil
}

// announcement is what an announcement looks like.
func announcement(words string) Reply {
	return Reply{Text: Text{bold(textAnnouncement), quote(words)}}
}

// audienceChats are the chats of an audience, each once.
func (b *Bot) audienceChats(ctx context.Context, a audience) ([]int64, error) {
	all, err := b.records.Subscribers(ctx)
	if err != nil {
		return nil, fmt.Errorf("subscribers: %w", err)
	}
	var chats []int64
	seen := map[int64]bool{}
	for _, s := range all {
		agency, ok := b.agencyByID(s.Agency)
		if ok && !seen[s.Chat] && a.in(s, agency) {
			seen[s.Chat] = true
			chats = append(chats, s.Chat)
		}
	}
	return chats, nil
}

// announce sends what was previewed.
func (b *Bot) announce(ctx context.Context, t turn, draft expectation) (Reply, error) {
	if may, reply, err := b.office(ctx, t); err != nil || !may {
		return reply, err
	}
	a, _ := audienceOf(draft.kept)
	chats, err := b.audienceChats(ctx, a)
	if err != nil {
		return Reply{}, err
	}
	all, err := letters(chats, 0, announcement(draft.words))
	if err != nil {
		return Reply{}, err
	}
	if err := b.records.Announce(ctx, a.topic+": "+draft.words, t.person(), all...); err != nil {
		return Reply{}, fmt.Errorf("announce: %w", err)
	}
	return sentence(fmt.Sprintf(textAnnounced, len(chats))), nil
}

// lowerFirst lets a label stand within a sentence.
func lowerFirst(s string) string {
	for _, r := range s {
		return strings.ToLower(string(r)) + s[len(string(r)):]
	}
	return s
}
