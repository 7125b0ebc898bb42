package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cchcbot/bot/record"
)

const (
	campaignDays = 30 // how far back the report of what was sent looks
	campaignRows = 5  // how many days stand on a page
	mostReasons  = 2  // of failure that are told by themselves
)

// campaignsScreen tells of the last days what was due, sent and acknowledged,
// and why the rest failed.
func (b *officeHandler) campaignsScreen(ctx context.Context, t turn, page int) (Reply, error) {
	all, err := b.records.Campaigns(ctx, t.today().AddDays(-campaignDays), t.today())
	if err != nil {
		return Reply{}, fmt.Errorf("campaigns: %w", err)
	}
	slices.SortFunc(all, func(x, y record.Campaign) int { return y.Day.Compare(x.Day) })
	var lines []string
	for _, c := range all {
		lines = append(lines, campaignWords(c))
	}
	reply := b.officePage(officeCampaigns, textCampaigns, textNoCampaigns, lines, page, campaignRows)
	for _, c := range pageOf(all, page, campaignRows) {
		if n := failed(c); n > 0 {
			reply.Buttons = append(reply.Buttons, []Button{b.desk.button(fmt.Sprintf(buttonFailures, day(c.Day), n),
				action{view: viewOffice, topic: officeCampaigns + "." + c.Day.String()})})
		}
	}
	reply.Buttons = append(reply.Buttons, b.officeBack())
	return reply, nil
}

// mostFailures is how many of those whom a day's digest did not reach are named.
const mostFailures = 12

// campaignTold names those whom the digest of a day did not reach.
func (b *officeHandler) campaignTold(ctx context.Context, t turn, words string) (Reply, error) {
	of, ok := daySaid(strings.TrimSpace(words))
	if !ok {
		return b.campaignsScreen(ctx, t, 0)
	}
	all, err := b.records.Failures(ctx, of)
	if err != nil {
		return Reply{}, fmt.Errorf("failures: %w", err)
	}
	var lines []string
	for _, d := range all[:min(len(all), mostFailures)] {
		name, err := b.chatName(ctx, d.Chat)
		if err != nil {
			return Reply{}, err
		}
		lines = append(lines, fmt.Sprintf(textFailure, name, reasonWords(d.Reason)))
	}
	if n := len(all) - len(lines); n > 0 {
		lines = append(lines, fmt.Sprintf(textMoreFailures, n))
	}
	if len(all) == 0 {
		lines = []string{textNoFailures}
	}
	reply := Reply{Text: Text{bold(fmt.Sprintf(textFailuresOf, day(of))), say(strings.Join(lines, "\n"))}}
	reply.Buttons = [][]Button{{b.desk.button(buttonBack, action{view: viewOffice, topic: officeCampaigns})}}
	return reply, nil
}

// chatName is what a chat is called: by its person, else by its number.
func (b *officeHandler) chatName(ctx context.Context, chat int64) (string, error) {
	p, err := b.records.Person(ctx, chat)
	if err != nil {
		return "", fmt.Errorf("person: %w", err)
	}
	if p.Name == "" && p.Username == "" {
		return fmt.Sprintf(textChat, chat), nil
	}
	return cutWords(calledBy(p), nameRunes), nil
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
		words += fmt.Sprintf(textCampaignFailed, byReason[reason], cutWords(reason, labelRunes))
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
	return cutWords(firstLine(reason), nameRunes)
}
