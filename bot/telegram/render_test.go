package telegram

import (
	"strings"
	"testing"
	"unicode"

	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
)

func normal(words string) chat.Paragraph { return chat.Paragraph{Spans: []chat.Span{{Words: words}}} }

// entityAt is a part of a text that looks other than the rest.
func entityAt(kind models.MessageEntityType, offset, length int) models.MessageEntity {
	return models.MessageEntity{Type: kind, Offset: offset, Length: length}
}

func TestRender(t *testing.T) {
	t.Parallel()
	const bold, italic, code, quote = models.MessageEntityTypeBold, models.MessageEntityTypeItalic, models.MessageEntityTypeCode, models.MessageEntityTypeBlockquote
	type entities = []models.MessageEntity
	tests := []struct {
		name string
		text chat.Text
		want []marked
	}{
		{"nothing", nil, nil},
		{"only spaces and marks nobody sees", chat.Text{normal(" \n\u00a0"), normal("\u200b\ufeff"), {}}, nil},
		{"nothing is markup", chat.Text{normal(`<b>"A & B"</b>`)}, []marked{{text: `<b>"A & B"</b>`}}},
		{"styles", chat.Text{{Spans: []chat.Span{
			{Words: "Chủ trì: ", Style: chat.Bold}, {Words: "Sở Nội vụ"}, {Words: " (tổng hợp)", Style: chat.Italic},
			{Words: "", Style: chat.Bold}, {Words: " PL.1.1", Style: chat.Code}}}},
			[]marked{{"Chủ trì: Sở Nội vụ (tổng hợp) PL.1.1", entities{entityAt(bold, 0, 9), entityAt(italic, 18, 11), entityAt(code, 29, 7)}}}},
		{"quote between paragraphs", chat.Text{normal("Điều 1"), {Quote: true, Spans: []chat.Span{{Words: "Ban hành\n"}, {Words: "kèm theo", Style: chat.Bold}}}, normal("QĐ 6004")},
			[]marked{{"Điều 1\n\nBan hành\nkèm theo\n\nQĐ 6004", entities{entityAt(quote, 8, 17), entityAt(bold, 17, 8)}}}},
		{"behind an emoji, which counts two", chat.Text{{Spans: []chat.Span{{Words: "👍 "}, {Words: "đậm", Style: chat.Bold}}}},
			[]marked{{"👍 đậm", entities{entityAt(bold, 3, 3)}}}},
		{"spaces at the ends go, entities follow", chat.Text{{Spans: []chat.Span{{Words: "\n  Hạn: ", Style: chat.Bold}, {Words: "31/03 \n"}}}},
			[]marked{{"Hạn: 31/03", entities{entityAt(bold, 0, 5)}}}},
		{"broken bytes and control characters", chat.Text{normal("a\xffb\x00c\rd")}, []marked{{text: "a\ufffdbcd"}}},
		{"two that just fit", chat.Text{normal(strings.Repeat("a", 2000)), normal(strings.Repeat("b", 2094))},
			[]marked{{text: strings.Repeat("a", 2000) + "\n\n" + strings.Repeat("b", 2094)}}},
		{"two that do not fit by one", chat.Text{normal(strings.Repeat("a", 2000)), normal(strings.Repeat("b", 2095))},
			[]marked{{text: strings.Repeat("a", 2000)}, {text: strings.Repeat("b", 2095)}}},
		{"entities begin anew in each piece", chat.Text{{Quote: true, Spans: []chat.Span{{Words: strings.Repeat("a", 4090) + " dài", Style: chat.Bold}, {Words: " ra"}}}},
			[]marked{{strings.Repeat("a", 4090) + " dài", entities{entityAt(quote, 0, 4094), entityAt(bold, 0, 4094)}}, {"ra", entities{entityAt(quote, 0, 2)}}}},
		{"an emoji counts two", chat.Text{normal(strings.Repeat("😀", 2049))},
			[]marked{{text: strings.Repeat("😀", 2048)}, {text: "😀"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, render(tt.text, messageLimit), cmp.AllowUnexported(marked{})); diff != "" {
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
	p := chat.Paragraph{Quote: true, Spans: []chat.Span{{Words: "Một hai", Style: chat.Bold}, {Words: " ba bốn"}}}
	want := []chat.Paragraph{
		{Quote: true, Spans: []chat.Span{{Words: "Một", Style: chat.Bold}}},
		{Quote: true, Spans: []chat.Span{{Words: "hai", Style: chat.Bold}, {Words: " ba"}}},
		{Quote: true, Spans: []chat.Span{{Words: "bốn"}}},
	}
	if diff := cmp.Diff(want, cut(p, 6)); diff != "" {
		t.Error(diff)
	}
}

// FuzzRender checks what Telegram demands of every message, and that each
// letter that a reader could see is shown, and looks as it should.
func FuzzRender(f *testing.F) {
	f.Add("Chủ trì", "Sở Nội vụ", uint8(1), true, 1)
	f.Add("<&>\"'", "😀 e\u0302\u0301 \u200d", uint8(2), false, 900)
	f.Add("Kế hoạch số 1. ", "\x00\xff\n\n", uint8(3), true, 400)
	f.Add("\xd5", "\xb6", uint8('.'), false, 400)
	f.Fuzz(func(t *testing.T, first, second string, style uint8, quote bool, times int) {
		if times < 0 || times > 2000 || len(first)*times > 1<<17 {
			t.Skip()
		}
		text := chat.Text{
			{Quote: quote, Spans: []chat.Span{{Words: strings.Repeat(first, times), Style: chat.Style(style % 4)}, {Words: second}}},
			normal(second),
			{Quote: !quote, Spans: []chat.Span{{Words: first, Style: chat.Style(style / 4 % 4)}}},
		}
		var shown []letter
		for _, message := range render(text, messageLimit) {
			if n := units(message.text); n > messageLimit || blank(message.text) {
				t.Fatalf("message of %d units, blank: %v", n, blank(message.text))
			}
			checkNesting(t, message)
			shown = append(shown, lettersOf(message)...)
		}
		if diff := cmp.Diff(lettersIn(text), shown, cmp.AllowUnexported(letter{})); diff != "" {
			t.Fatalf("letters (-want +got):\n%s", diff)
		}
	})
}

// letter is one character that a reader sees, and how it looks.
type letter struct {
	rune  rune
	looks string // the types of the entities over it, outer ones first
}

// seen reports whether a reader sees the character; spaces and marks may go
// where a message is cut.
func seen(r rune) bool { return !unicode.IsSpace(r) && !unicode.In(r, unicode.C, unicode.M) }

// lettersIn are the letters of a text, each span cleaned by itself: halves of a
// rune in two spans are two broken runes.
func lettersIn(text chat.Text) []letter {
	var letters []letter
	for _, p := range text {
		for _, s := range p.Spans {
			looks := string(entityType(s.Style))
			if p.Quote {
				looks = strings.TrimSuffix("blockquote "+looks, " ")
			}
			for _, r := range clean(s.Words) {
				if seen(r) {
					letters = append(letters, letter{r, looks})
				}
			}
		}
	}
	return letters
}

// lettersOf are the letters of a message, as Telegram would show them.
func lettersOf(m marked) []letter {
	var letters []letter
	unit := 0
	for _, r := range m.text {
		if seen(r) {
			var looks []string
			for _, e := range m.entities {
				if e.Offset <= unit && unit < e.Offset+e.Length {
					looks = append(looks, string(e.Type))
				}
			}
			letters = append(letters, letter{r, strings.Join(looks, " ")})
		}
		unit += units(string(r))
	}
	return letters
}

// checkNesting demands that entities lie in the text, in order, and that two
// which overlap lie one in the other.
func checkNesting(t *testing.T, m marked) {
	t.Helper()
	for i, e := range m.entities {
		if e.Length <= 0 || e.Offset < 0 || e.Offset+e.Length > units(m.text) {
			t.Fatalf("entity %+v lies outside of %d units", e, units(m.text))
		}
		for _, later := range m.entities[i+1:] {
			end := e.Offset + e.Length
			if later.Offset < e.Offset || later.Offset < end && later.Offset+later.Length > end {
				t.Fatalf("entities %+v and %+v", e, later)
			}
		}
	}
}
