package question

import (
	"fmt"
	"strings"
	"testing"
)

// composed writes the composed part of a question in one line: "list; lead
// so-noi-vu; in 2024-10-01..2024-12-31; topic chuyen doi so".
func composed(q Question) string {
	var parts []string
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	var asks []string
	for _, a := range q.Asks {
		asks = append(asks, string(a))
	}
	add("%s", strings.Join(asks, " "))
	if q.By != ByNothing {
		add("by %s", q.By)
	}
	for _, p := range q.About.Parties {
		id := idOf(p.Agency)
		if p.Own {
			id = strings.TrimSpace("own " + id)
		}
		if p.Not {
			id = "not " + id
		}
		add("%s", strings.TrimSpace(strings.Join([]string{string(p.Role), string(p.Via), id}, " ")))
	}
	if h := q.About.Heading; h != nil {
		words := h.Section + h.Number
		for _, w := range h.Words {
			words += " " + w.Folded
		}
		add("under %s", strings.TrimSpace(words))
	}
	for _, w := range q.About.Windows {
		switch {
		case w.Impossible:
			add("impossible %s", w.Label)
		case w.Unread:
			add("unread %s", w.Label)
		default:
			add("in %s..%s", w.From, w.To)
		}
	}
	if q.About.Recurs != "" {
		add("every %s", q.About.Recurs)
	}
	for _, f := range q.About.Lacks {
		add("no %s", f)
	}
	for _, d := range q.About.Documents {
		add("cites %s", d.Number)
	}
	if q.About.State != "" {
		add("is %s", q.About.State)
	}
	for _, p := range q.About.Places {
		add("at %s", strings.TrimPrefix(p.Section+"."+p.Number, "."))
	}
	if q.Over.Year != 0 || q.Over.Number != "" {
		add("of %d %s", q.Over.Year, q.Over.Number)
	}
	topic := ""
	for _, t := range q.About.Topic {
		topic += " " + t.Folded
	}
	if topic != "" {
		add("topic%s", topic)
	}
	return strings.Join(strings.Fields(strings.Join(parts, "; ")), " ")
}

func TestComposed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"VPUB chủ trì gì về chuyển đổi số trong quý IV": "list; lead van-phong-ubnd; in 2024-10-01..2024-12-31; topic chuyen doi so",
		"SNV chủ trì mấy việc về tổ chức bộ máy":        "count; lead so-noi-vu; topic to chuc bo may",
		"việc nào STTTT chủ trì mà VPUB phối hợp":       "list; lead so-thong-tin-va-truyen-thong; support van-phong-ubnd",
		"nhóm nào nhiều việc nhất":                      "most; by heading",
		"việc nào không ghi thời hạn":                   "list; no deadline",
		"6 tháng báo cáo một lần là việc nào":           "list; every half-yearly; topic bao cao",
		"3.10 và 6.7 cái nào xong trước":                "first; at 3.10; at 6.7",
		"quý I và quý II khác gì":                       "difference; in 2024-01-01..2024-03-31; in 2024-04-01..2024-06-30",
		"phụ lục có bao nhiêu nhiệm vụ":                 "count; under PL",
		"năm 2024 sở tư pháp làm gì":                    "list; so-tu-phap; of 2024",
		"QĐ 6004 nhiệm vụ 2.5":                          "text; at 2.5; of 0 6004",
	} {
		if got := composed(ask(t, text)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}
