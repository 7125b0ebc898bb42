package answer

import (
	"fmt"
	"strings"

	"cchcbot/bot/question"
	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// understood says in half a line of which units a composed question was taken to
// be.
func (c set) understood() string {
	var parts []string
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	for _, p := range c.parties {
		words := map[plan.Role]string{plan.RoleLead: wordLeads, plan.RoleSupport: wordSupports, plan.RoleAssigned: wordAssigned, "": wordTakesPart}[p.Role]
		switch {
		case p.Not:
			words = wordNot + " " + words
		case p.Only:
			words = wordOnly + " " + words
		case p.Alone:
			words = wordAlone + " " + words
		}
		add("%s %s", p.Agency.Name, words)
	}
	if h := c.q.About.Heading; h != nil {
		for _, id := range c.under {
			if u, ok := c.Index.Unit(id); ok {
				add("%s", u.Place())
			}
		}
	}
	if c.topic != nil {
		add(textAboutTopic, topicWords(c.q))
	}
	for _, w := range c.windows {
		if c.q.About.Stated {
			add(textStatedIn, w.Label)
			continue
		}
		if bound, ok := strings.CutPrefix(w.Label, "thời gian "); ok && !strings.HasPrefix(bound, "đến") {
			add(textDueBound, bound)
			continue
		}
		add(textDueIn, w.Label)
	}
	if len(c.q.About.Product) > 0 {
		var products []string
		for _, part := range c.q.About.Product {
			products = append(products, tonedWords(part))
		}
		add(textProduces, strings.Join(products, " và "))
	}
	if words, ok := recurrenceWords[c.q.About.Recurs]; ok {
		add("%s", words)
	}
	for _, f := range c.q.About.Lacks {
		add("%s %s", wordWithout, lackWords[f])
	}
	switch {
	case len(c.q.About.Documents) > 0:
		add(textCitesThis, c.q.About.Documents[0].Number)
	case c.q.About.Cites:
		add("%s", textCitesAny)
	}
	if c.leftOut != "" {
		add(textLeftOut, c.leftOut)
	}
	if len(parts) == 0 {
		return textAllTasks
	}
	return strings.Join(parts, "; ")
}

// topicWords are the words of the topic, and those of a heading that no title has.
func topicWords(q question.Question) string {
	var words []string
	for _, t := range q.About.Topic {
		words = append(words, t.Toned)
	}
	if h := q.About.Heading; h != nil && h.Section == "" && h.Number == "" && len(words) == 0 {
		for _, w := range h.Words {
			words = append(words, w.Toned)
		}
	}
	return strings.Join(words, " ")
}

func tonedWords(words []index.Word) string {
	toned := make([]string, len(words))
	for i, w := range words {
		toned[i] = w.Toned
	}
	return strings.Join(toned, " ")
}

var recurrenceWords = map[question.Recurrence]string{
	question.Monthly: "hàng tháng", question.Quarterly: "hàng quý", question.HalfYearly: "06 tháng một lần",
	question.OnEvent: "khi phát sinh hoặc theo hướng dẫn", question.Beyond: "kéo dài sang các năm sau",
	question.Yearly: "hàng năm", question.Always: "thường xuyên", question.Periodic: "định kỳ", question.Once: "một lần",
}

var lackWords = map[index.Fact]string{
	index.FactDeadline: "thời gian hoàn thành", index.FactSupport: "cơ quan phối hợp", index.FactLead: "cơ quan chủ trì", index.FactProduct: "sản phẩm",
}
