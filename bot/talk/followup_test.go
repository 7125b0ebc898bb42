package talk

import (
	"strings"
	"sync"
	"testing"
	"time"

	"cchcbot/bot/answer"
	"cchcbot/bot/chat"
	"cchcbot/bot/question"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// spring is when the questions of these tests are asked.
var spring = time.Date(2024, 3, 5, 9, 0, 0, 0, chat.Vietnam)

func units(t *testing.T, ids ...string) []plan.Unit {
	t.Helper()
	var found []plan.Unit
	for _, id := range ids {
		u, ok := testAnswerer(t).Index.Unit(id)
		if !ok {
			t.Fatalf("no unit %s", id)
		}
		found = append(found, u)
	}
	return found
}

// gist is a completed question in one line.
func gist(q question.Question, how question.Completion) string {
	if how != question.Follows {
		return map[question.Completion]string{question.Alone: "alone", question.Unclear: "unclear"}[how]
	}
	parts := []string{string(q.Intent)}
	for _, p := range q.Places {
		parts = append(parts, p.Section+"."+p.Number)
	}
	if q.Agency != nil {
		parts = append(parts, q.Agency.ID)
	}
	if q.Own {
		parts = append(parts, "own")
	}
	if q.Role != "" {
		parts = append(parts, string(q.Role))
	}
	if q.Window != nil {
		parts = append(parts, q.Window.From.String()+".."+q.Window.To.String())
	}
	if q.Topical() && len(q.Places) == 0 {
		parts = append(parts, "topic")
	}
	return strings.Join(parts, " ")
}

func TestComplete(t *testing.T) {
	t.Parallel()
	read := func(text string) question.Question { return testAnswerer(t).Reader.Read(text, spring) }
	due, duties := read("sở tư pháp quý I có gì phải xong"), read("sở tư pháp chủ trì gì")
	card := question.Scene{Question: read("hạn nộp bài viết tuyên truyền"), Focus: units(t, "PL.1.14")}
	target := question.Scene{Question: read("chỉ tiêu số hóa hồ sơ bao nhiêu phần trăm"), Focus: units(t, "II.3.5")}
	narrative := question.Scene{Question: question.Question{Intent: question.Clause}, Focus: units(t, "III.3.6")}
	listed := units(t, "V.3.1", "PL.1.14", "PL.2.3", "PL.2.4", "PL.3.17", "PL.5.16")
	contexts := map[string]question.Scene{
		"card": card, "target": target, "narrative": narrative,
		"twins":  {Question: read("tập huấn"), Focus: units(t, "PL.5.4", "PL.5.5")},
		"due":    {Question: due, Listed: listed},
		"duties": {Question: duties},
		"opened": {Question: due, Focus: units(t, "PL.2.3"), Listed: listed},
		"none":   {},
		"few":    {Question: due, Listed: units(t, "PL.2.3", "PL.2.4")},
		"two":    {Focus: units(t, "PL.1.4.3"), Earlier: units(t, "PL.1.4.2")},
	}
	for _, test := range []struct{ before, next, want string }{
		// another fact of what was shown
		{"card", "ai chủ trì", "owner PL.1.14 lead"},
		{"card", "vậy ai chủ trì ạ", "owner PL.1.14 lead"},
		{"card", "don vi nao phoi hop", "support PL.1.14 support"},
		{"card", "hạn khi nào", "deadline PL.1.14"},
		{"card", "sản phẩm là gì?", "product PL.1.14"},
		{"card", "gửi về đâu", "contact PL.1.14"},
		{"card", "chi tiết hơn", "clause PL.1.14"},
		{"card", "noi ro hon giup em", "clause PL.1.14"},
		{"twins", "ai chủ trì", "owner PL.5.4 PL.5.5 lead"},
		{"opened", "ai phối hợp", "support PL.2.3 support"},
		// the topic finds what the shown unit does not state
		{"target", "ai chủ trì", "owner lead topic"},
		{"target", "hạn khi nào", "deadline topic"},
		{"narrative", "ai chủ trì", "owner III.3.6 lead"},
		// another time
		{"due", "còn quý II thì sao", "due so-tu-phap 2024-04-01..2024-06-30"},
		{"due", "con thang 10", "due so-tu-phap 2024-10-01..2024-10-31"},
		{"due", "quý II thì sao", "due so-tu-phap 2024-04-01..2024-06-30"},
		{"duties", "thế quý IV", "due so-tu-phap lead 2024-10-01..2024-12-31"},
		{"card", "còn quý II", "deadline PL.1.14 2024-04-01..2024-06-30"},
		{"card", "hạn là quý II phải không", "deadline PL.1.14 2024-04-01..2024-06-30"},
		{"due", "quý II có gì phải xong", "alone"},
		// another agency
		{"due", "của sở y tế thì sao", "due so-y-te 2024-01-01..2024-03-31"},
		{"due", "còn đơn vị em", "due own 2024-01-01..2024-03-31"},
		{"duties", "còn sở y tế", "responsibility so-y-te lead"},
		{"duties", "còn sở y tế phối hợp gì", "responsibility so-y-te support"},
		{"card", "còn sở y tế", "clause PL.1.14 so-y-te"},
		{"card", "sở y tế chủ trì phải không", "clause PL.1.14 so-y-te lead"},
		{"card", "sở y tế phải làm gì", "alone"},
		{"due", "còn sở y tế quý II", "due so-y-te 2024-04-01..2024-06-30"},
		{"narrative", "còn sở y tế", "alone"},
		// another role
		{"duties", "còn phối hợp thì sao", "responsibility so-tu-phap support"},
		{"due", "ai chủ trì", "unclear"},
		{"due", "chi tiết hơn", "unclear"},
		{"few", "hạn khi nào", "deadline PL.2.3 PL.2.4"},
		{"duties", "còn ai phối hợp", "alone"},
		// what is amended
		{"due", "không phải, ý tôi là quý II", "due so-tu-phap 2024-04-01..2024-06-30"},
		{"due", "à nhầm, sở y tế cơ", "due so-y-te 2024-01-01..2024-03-31"},
		{"due", "sang tháng 10", "due so-tu-phap 2024-10-01..2024-10-31"},
		{"due", "thêm quận 3", "due ubnd-quan-3 2024-01-01..2024-03-31"},
		{"due", "cái nào chủ trì", "due so-tu-phap lead 2024-01-01..2024-03-31"},
		{"due", "không, sở y tế kìa", "due so-y-te 2024-01-01..2024-03-31"},
		{"duties", "à phối hợp cơ, không phải chủ trì", "responsibility so-tu-phap support"},
		{"duties", "tháng 10 thôi", "due so-tu-phap lead 2024-10-01..2024-10-31"},
		{"due", "ủa lộn, quý II", "due so-tu-phap 2024-04-01..2024-06-30"},
		{"due", "ko phải sở tư pháp, sở y tế mà", "due so-y-te 2024-01-01..2024-03-31"},
		{"due", "với sở y tế", "due so-y-te 2024-01-01..2024-03-31"},
		{"due", "riêng chủ trì", "due so-tu-phap lead 2024-01-01..2024-03-31"},
		{"due", "xin lỗi vì không nộp", "alone"},
		{"card", "à không, 6.4 cơ", "deadline .6.4"},
		// what comes next
		{"none", "hạn gần nhất là gì", "alone"},
		{"due", "cái nào gần nhất", "due so-tu-phap 2024-01-01..2024-03-31"},
		{"two", "hạn có giống nhau không", "deadline PL.1.4.2 PL.1.4.3"},
		// what points at what was shown
		{"two", "mốc kế tiếp của hai việc đó", "deadline PL.1.4.2 PL.1.4.3"},
		{"card", "phần còn lại của việc này hạn khi nào", "deadline PL.1.14"},
		{"card", "san pham cua viec nay la gi", "product PL.1.14"},
		{"due", "không phải, quý II, còn quý I thì thôi", "due so-tu-phap 2024-04-01..2024-06-30"},
		{"duties", "nhầm sở rồi, sở y tế phối hợp cơ", "responsibility so-y-te support"},
		{"due", "cả kế hoạch quý II có gì", "due 2024-04-01..2024-06-30"},
		{"card", "kỳ sau khi nào", "deadline PL.1.14"},
		{"duties", "tháng 10 có gì trong đó", "due so-tu-phap lead 2024-10-01..2024-10-31"},
		// a topic, a number, a document of its own
		{"card", "ai chủ trì số hóa hồ sơ", "alone"},
		{"card", "còn số hóa hồ sơ thì sao", "alone"},
		{"card", "ai chủ trì nhiệm vụ 3.8", "alone"},
		{"card", "còn điều 2", "alone"},
		{"card", "nghị quyết 131/NQ-CP ai chủ trì", "alone"},
		{"card", "ai ký quyết định này", "alone"},
		{"card", "hướng dẫn sử dụng", "alone"},
		{"card", "cảm ơn ad", "alone"},
		// nothing was said before
		{"none", "ai chủ trì", "alone"},
		{"none", "còn quý II thì sao", "alone"},
		{"none", "còn sở y tế", "alone"},
		{"none", "chi tiết hơn", "alone"},
	} {
		q, how := question.Complete(contexts[test.before], read(test.next))
		if got := gist(q, how); got != test.want {
			t.Errorf("after %s, %q is %q, want %q", test.before, test.next, got, test.want)
		}
	}
}

var loadAnswerer = sync.OnceValues(func() (*answer.Answerer, error) {
	library, _, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	return answer.NewAnswerer(library)
})

func testAnswerer(t *testing.T) *answer.Answerer {
	t.Helper()
	a, err := loadAnswerer()
	if err != nil {
		t.Fatal(err)
	}
	return a
}
