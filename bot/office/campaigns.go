package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
	"cchcbot/bot/record"
)

const (
	campaignDays = 30 // how far back the report of what was sent looks
	campaignRows = 5  // how many days stand on a page
	mostReasons  = 2  // of failure that are told by themselves
)

// campaignsScreen tells of the last days what was due, sent and acknowledged,
// and why the rest failed.
func (h *Handler) campaignsScreen(ctx context.Context, t dialog.Turn, page int) (chat.Reply, error) {
	all, err := h.records.Campaigns(ctx, t.Today().AddDays(-campaignDays), t.Today())
	if err != nil {
		return chat.Reply{}, fmt.Errorf("campaigns: %w", err)
	}
	slices.SortFunc(all, func(x, y record.Campaign) int { return y.Day.Compare(x.Day) })
	var lines []string
	for _, c := range all {
		lines = append(lines, campaignWords(c))
	}
	reply := h.officePage(officeCampaigns, textCampaigns, textNoCampaigns, lines, page, campaignRows)
	for _, c := range chat.PageOf(all, page, campaignRows) {
		if n := failed(c); n > 0 {
			reply.Buttons = append(reply.Buttons, []chat.Button{h.desk.Button(fmt.Sprintf(buttonFailures, chat.Day(c.Day), n),
				dialog.Action{View: dialog.ViewOffice, Topic: officeCampaigns + "." + c.Day.String()})})
		}
	}
	reply.Buttons = append(reply.Buttons, h.officeBack())
	return reply, nil
}

// mostFailures is how many of those whom a day's digest did not reach are named.
const mostFailures = 12

// campaignTold names those whom the digest of a day did not reach.
func (h *Handler) campaignTold(ctx context.Context, t dialog.Turn, words string) (chat.Reply, error) {
	of, ok := parseDay(strings.TrimSpace(words))
	if !ok {
		return h.campaignsScreen(ctx, t, 0)
	}
	all, err := h.records.Failures(ctx, of)
	if err != nil {
		return chat.Reply{}, fmt.Errorf("failures: %w", err)
	}
	var lines []string
	for _, d := range all[:min(len(all), mostFailures)] {
		name, err := h.chatName(ctx, d.Chat)
		if err != nil {
			return chat.Reply{}, err
		}
		lines = append(lines, fmt.Sprintf(textFailure, name, reasonWords(d.Reason)))
	}
	if n := len(all) - len(lines); n > 0 {
		lines = append(lines, fmt.Sprintf(textMoreFailures, n))
	}
	if len(all) == 0 {
		lines = []string{textNoFailures}
	}
	reply := chat.Reply{Text: chat.Text{chat.BoldText(fmt.Sprintf(textFailuresOf, chat.Day(of))), chat.Say(strings.Join(lines, "\n"))}}
	reply.Buttons = [][]chat.Button{{h.desk.Button(chat.ButtonBack, dialog.Action{View: dialog.ViewOffice, Topic: officeCampaigns})}}
	return reply, nil
}

// chatName is what a chat is called: by its person, else by its number.
func (h *Handler) chatName(ctx context.Context, where int64) (string, error) {
	p, err := h.records.Person(ctx, where)
	if err != nil {
		return "", fmt.Errorf("person: %w", err)
	}
	if p.Name == "" && p.Username == "" {
		return fmt.Sprintf(textChat, where), nil
	}
	return chat.CutWords(chat.CalledBy(p), chat.NameRunes), nil
}

// failed counts the digests of a day that did not arrive.
func failed(c record.Campaign) int {
	n := 0
	for _, some := range c.Failed {
		n += some
	}
	return n
}

// campaignWords tell a day.
func campaignWords(c record.Campaign) string {
	words := fmt.Sprintf(textCampaign, chat.Day(c.Day), c.Due, c.Sent, c.Nudges, c.Acknowledged)
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
	return words + failedWords(byReason)
}

// failedWords tell the most frequent reasons, and count the others together.
func failedWords(byReason map[string]int) string {
	reasons := sortedKeys(byReason)
	slices.SortStableFunc(reasons, func(x, y string) int { return byReason[y] - byReason[x] })
	words, others := "", 0
	for i, reason := range reasons {
		if i >= mostReasons {
			others += byReason[reason]
			continue
		}
		words += fmt.Sprintf(textCampaignFailed, byReason[reason], chat.CutWords(reason, chat.LabelRunes))
	}
	if others > 0 {
		words += fmt.Sprintf(textCampaignFailed, others, textOtherReasons)
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
	return chat.CutWords(chat.FirstLine(reason), chat.NameRunes)
}
