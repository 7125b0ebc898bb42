package telegram

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot"
)

func normal(words string) bot.Paragraph { return bot.Paragraph{Spans: []bot.Span{{Words: words}}} }

func TestRender(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		text bot.Text
		want []string
	}{
		{"nothing", nil, nil},
		{"only spaces and marks nobody sees", bot.Text{normal(" \n\u00a0"), normal("\u200b\ufeff"), {}}, nil},
		{"escaped", bot.Text{normal(`<b>"A & B"</b>`)}, []string{`&lt;b&gt;"A &amp; B"&lt;/b&gt;`}},
		{"styles", bot.Text{{Spans: []bot.Span{
			{Words: "Chủ trì: ", Style: bot.Bold}, {Words: "Sở Nội vụ"}, {Words: " (tổng hợp)", Style: bot.Italic},
			{Words: "", Style: bot.Bold}, {Words: " PL.1.1", Style: bot.Code}}}},
			[]string{"<b>Chủ trì: </b>Sở Nội vụ<i> (tổng hợp)</i><code> PL.1.1</code>"}},
		{"quote between paragraphs", bot.Text{normal("Điều 1"), {Quote: true, Spans: []bot.Span{{Words: "Ban hành\nkèm theo"}}}, normal("QĐ 6004")},
			[]string{"Điều 1\n\n<blockquote>Ban hành\nkèm theo</blockquote>\n\nQĐ 6004"}},
		{"broken bytes and control characters", bot.Text{normal("a\xffb\x00c\rd")}, []string{"a\ufffdbcd"}},
		{"two that just fit", bot.Text{normal(strings.Repeat("a", 2000)), normal(strings.Repeat("b", 2094))},
			[]string{strings.Repeat("a", 2000) + "\n\n" + strings.Repeat("b", 2094)}},
		{"two that do not fit by one", bot.Text{normal(strings.Repeat("a", 2000)), normal(strings.Repeat("b", 2095))},
			[]string{strings.Repeat("a", 2000), strings.Repeat("b", 2095)}},
		{"tags and escapes are not counted", bot.Text{{Spans: []bot.Span{{Words: strings.Repeat("&", 4096), Style: bot.Bold}}}},
			[]string{"<b>" + strings.Repeat("&amp;", 4096) + "</b>"}},
		{"an emoji counts two", bot.Text{normal(strings.Repeat("😀", 2049))},
			[]string{strings.Repeat("😀", 2048), "😀"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, render(tt.text, messageLimit)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCut(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		words string
		limit int
		want  []string
	}{
		{"whole", "Sở Nội vụ", 9, []string{"Sở Nội vụ"}},
		{"at a sentence", "Một hai. Ba bốn năm", 14, []string{"Một hai.", "Ba bốn năm"}},
		{"not at a sentence that is too early", "Một. Hai ba bốn năm", 16, []string{"Một. Hai ba bốn", "năm"}},
		{"at a line", "Một hai\nBa bốn năm", 12, []string{"Một hai", "Ba bốn năm"}},
		{"at a word", "Kế hoạch cải cách", 11, []string{"Kế hoạch", "cải cách"}},
		{"at the window's own end", "Kế hoạch cải cách", 8, []string{"Kế hoạch", "cải cách"}},
		{"not at a no-break space", "Kế hoạch\u00a0năm", 8, []string{"Kế", "hoạch\u00a0nă", "m"}},
		{"between letters", "abcdefgh", 3, []string{"abc", "def", "gh"}},
		{"not before a mark", "abe\u0302\u0301d", 4, []string{"ab", "e\u0302\u0301d"}},
		{"not inside a joined emoji", "ab👩\u200d💻", 5, []string{"ab", "👩\u200d💻"}},
		{"not inside a surrogate pair", "ab😀", 3, []string{"ab", "😀"}},
		{"marks without end", "e\u0301\u0301\u0301\u0301\u0301", 3, []string{"e\u0301\u0301"}},
		{"nothing to see", " \n ", 3, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range cut(normal(tt.words), tt.limit) {
				got = append(got, p.Plain())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCutKeepsStyles(t *testing.T) {
	t.Parallel()
	p := bot.Paragraph{Quote: true, Spans: []bot.Span{{Words: "Một hai", Style: bot.Bold}, {Words: " ba bốn"}}}
	want := []bot.Paragraph{
		{Quote: true, Spans: []bot.Span{{Words: "Một", Style: bot.Bold}}},
		{Quote: true, Spans: []bot.Span{{Words: "hai", Style: bot.Bold}, {Words: " ba"}}},
		{Quote: true, Spans: []bot.Span{{Words: "bốn"}}},
	}
	if diff := cmp.Diff(want, cut(p, 6)); diff != "" {
		t.Error(diff)
	}
}

// FuzzRender checks what Telegram demands of every message, and that no letter
// that a reader could see is lost.
func FuzzRender(f *testing.F) {
	f.Add("Chủ trì", "Sở Nội vụ", uint8(1), true, 1)
	f.Add("<&>\"'", "😀 e\u0302\u0301 \u200d", uint8(2), false, 900)
	f.Add("Kế hoạch số 1. ", "\x00\xff\n\n", uint8(3), true, 400)
	f.Add("\xd5", "\xb6", uint8('.'), false, 400)
	f.Fuzz(func(t *testing.T, first, second string, style uint8, quote bool, times int) {
		if times < 0 || times > 2000 || len(first)*times > 1<<17 {
			t.Skip()
		}
		text := bot.Text{
			{Quote: quote, Spans: []bot.Span{{Words: strings.Repeat(first, times), Style: bot.Style(style % 4)}, {Words: second}}},
			normal(second),
			{Quote: !quote, Spans: []bot.Span{{Words: first, Style: bot.Style(style / 4 % 4)}}},
		}
		var shown strings.Builder
		for _, message := range render(text, messageLimit) {
			plain := parseHTML(t, message)
			if n := units(plain); n > messageLimit || blank(plain) {
				t.Fatalf("message of %d units, blank: %v", n, blank(plain))
			}
			shown.WriteString(plain)
		}
		if got, want := visible(shown.String()), visible(spanBySpan(text)); got != want {
			t.Fatalf("words lost:\n got %q\nwant %q", got, want)
		}
	})
}

// spanBySpan is the text with each span cleaned by itself: halves of a rune in
// two spans are two broken runes.
func spanBySpan(text bot.Text) string {
	var words strings.Builder
	for _, p := range text {
		for _, s := range p.Spans {
			words.WriteString(clean(s.Words))
		}
	}
	return words.String()
}

// visible drops what a message may lose where it is cut.
func visible(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.M) {
			return -1
		}
		return r
	}, words)
}

// parseHTML is a strict reading of Telegram's HTML, as far as render writes it.
func parseHTML(t *testing.T, html string) string {
	t.Helper()
	var plain strings.Builder
	var open []string
	for html != "" {
		at := strings.IndexAny(html, "<>&")
		if at < 0 {
			plain.WriteString(html)
			break
		}
		plain.WriteString(html[:at])
		html = html[at:]
		end := strings.IndexAny(html, ">;")
		if html[0] == '>' || end < 0 {
			t.Fatalf("stray %q", html[0])
		}
		token := html[:end+1]
		html = html[end+1:]
		switch token {
		case "&lt;", "&gt;", "&amp;":
			plain.WriteString(map[string]string{"&lt;": "<", "&gt;": ">", "&amp;": "&"}[token])
		case "<b>", "<i>", "<code>", "<blockquote>":
			open = append(open, "</"+token[1:])
		default:
			if len(open) == 0 || open[len(open)-1] != token {
				t.Fatalf("unexpected %s", token)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Fatalf("not closed: %v", open)
	}
	return plain.String()
}
