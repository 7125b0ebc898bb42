package question

import (
	"slices"
)

// settleStates decides about the words for states: they are conditions where the
// question is for the asker's own duties, for a numbered unit or a set, and words
// of the topic otherwise.
func (c *composer) settleStates() {
	ours := c.q.Own || len(c.q.Places) > 0 || c.q.Set() || !c.worded()
	for _, s := range c.states {
		if s.said.state == StateLate && s.to-s.from == 1 && c.worded() {
			continue // "hồ sơ trễ" is a topic
		}
		if s.from > 0 && c.words[s.from-1].oneOf("sơ tờ tục lỗi hẹn dân") || !ours && (len(c.q.About.Parties) == 0 || c.worded()) {
			if s.said.ask == AskState {
				mark(c.words[s.from:s.to], general)
			}
			continue
		}
		if s.said.ask == AskWhoDone && !c.q.Own && len(c.q.Places) == 0 {
			c.add(AskOwner)
			continue
		}
		take(c.words[s.from:s.to])
		c.add(s.said.ask)
		if s.said.state != "" {
			c.q.About.State = s.said.state
		}
	}
}

// settleHints takes the words that name what is asked anyway, and of what is only
// named what is asked where nothing else is.
func (c *composer) settleHints() {
	q := c.q
	for i := 0; q.Own && i+1 < len(c.words); i++ {
		if c.words[i].oneOf("tình") && c.words[i+1].oneOf("hình") && !c.wordedBeside([][2]int{{i, i + 2}}) {
			c.add(AskState) // "tình hình đơn vị tôi sao rồi"
			take(c.words[i : i+2])
		}
	}
	if i := c.whoBeside("nộp gửi gởi báo xác"); i >= 0 && q.Own && q.Asked(AskOwner) {
		q.Asks = slices.DeleteFunc(q.Asks, func(a Ask) bool { return a == AskOwner })
		c.add(AskWhoDone)
		take(c.words[i : i+1])
	}
	if len(q.Asks) == 0 && c.conditioned() && (c.namesTasks() || q.By == ByHeading) {
		c.add(AskList)
	}
	nothing := len(q.Asks) == 0
	for _, h := range c.hints {
		inRole := (h.ask == AskOwner || h.ask == AskSupport) && slices.ContainsFunc(q.About.Parties, func(p Party) bool { return p.Role != "" })
		if nothing && h.ask == AskOwner && h.use == general && len(q.About.Parties) > 0 && asksForThing(c.words) {
			c.add(AskList) // "A được giao khảo sát gì"
			take(c.words[h.from:h.to])
			continue
		}
		sent := h.ask == AskContact && slices.ContainsFunc(c.words, func(w word) bool { return w.oneOf("gửi gởi nộp nhận") })
		if nothing && !inRole || sent {
			c.add(h.ask)
		}
		if h.ask == AskDocument && len(q.Documents) > 0 || h.ask == AskDeadline && q.Asked(AskCountdown) {
			take(c.words[h.from:h.to])
		}
		if q.Asked(h.ask) || h.ask == AskDeadline && (len(q.About.Windows) > 0 || q.Set()) {
			take(c.words[h.from:h.to])
		}
		if h.ask != AskContact { // "xài email theo quyết định nào" is about e-mail
			mark(c.words[h.from:h.to], h.use)
		}
	}
}

// whoBeside finds one of some verbs close behind "ai", -1 where there is none.
func (c *composer) whoBeside(verbs string) int {
	for i, w := range c.words {
		if !w.oneOf("ai") {
			continue
		}
		for j := i + 1; j < len(c.words) && j <= i+4; j++ {
			if c.words[j].oneOf("phải") {
				break
			}
			if c.words[j].oneOf(verbs) {
				return j
			}
		}
	}
	return -1
}

// worded reports whether words are left that nothing took and that are no filling.
func (c *composer) worded() bool {
	var at [][2]int
	for _, s := range c.states {
		at = append(at, [2]int{s.from, s.to})
	}
	return c.wordedBeside(at)
}

// wordedBeside is the same with some stretches left aside.
func (c *composer) wordedBeside(at [][2]int) bool {
	for i, w := range c.words {
		if w.use != taken && !slices.ContainsFunc(at, func(s [2]int) bool { return s[0] <= i && i < s[1] }) {
			if _, filling := c.fillers.longest(c.words, i); filling == 0 {
				return true
			}
		}
	}
	return false
}

// covered marks the words that belong to a phrase of the plan.
func (c *composer) covered() []bool {
	in := make([]bool, len(c.words))
	for i := range c.words {
		for j := i; j < i+c.topicLength(c.words, i); j++ {
			in[j] = true
		}
	}
	return in
}
