package simulator_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"cchcbot/bot/simulator"

	"github.com/google/go-cmp/cmp"
)

func TestParseHTML(t *testing.T) {
	t.Parallel()
	type entities = []simulator.Entity
	tests := []struct {
		in, text string
		entities entities
	}{
		{"chữ thường", "chữ thường", nil},
		{"<b>đậm</b> và <i>nghiêng</i>", "đậm và nghiêng", entities{{Type: "bold", Length: 3}, {Type: "italic", Offset: 7, Length: 7}}},
		{"<strong>a</strong><em>b</em><ins>c</ins><u>d</u>", "abcd", entities{
			{Type: "bold", Length: 1}, {Type: "italic", Offset: 1, Length: 1},
			{Type: "underline", Offset: 2, Length: 1}, {Type: "underline", Offset: 3, Length: 1},
		}},
		{"<s>a</s><strike>b</strike><del>c</del>", "abc", entities{
			{Type: "strikethrough", Length: 1}, {Type: "strikethrough", Offset: 1, Length: 1}, {Type: "strikethrough", Offset: 2, Length: 1},
		}},
		{`<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>`, "ab", entities{
			{Type: "spoiler", Length: 1}, {Type: "spoiler", Offset: 1, Length: 1},
		}},
		{"<b>a<i>b</i></b>", "ab", entities{{Type: "bold", Length: 2}, {Type: "italic", Offset: 1, Length: 1}}},
		{"<i><b>ab</b></i>", "ab", entities{{Type: "bold", Length: 2}, {Type: "italic", Length: 2}}},
		{"&lt;b&gt; &amp; &quot;x&quot;", `<b> & "x"`, nil},
		{"&#65;&#x42;&#x1F44B;<b>c</b>", "AB👋c", entities{{Type: "bold", Offset: 4, Length: 1}}},
		{"&lt &nbsp; &unknown; &#0; &", "< &nbsp; &unknown; &#0; &", nil},
		{"👋<code>x</code>", "👋x", entities{{Type: "code", Offset: 2, Length: 1}}},
		{`<a href="https://tphcm.gov.vn/?a=1&amp;b=2">trang</a>`, "trang", entities{
			{Type: "text_link", Length: 5, URL: "https://tphcm.gov.vn/?a=1&b=2"},
		}},
		{`<a href='tphcm.gov.vn'>trang</a>`, "trang", entities{{Type: "text_link", Length: 5, URL: "http://tphcm.gov.vn/"}}},
		{`<a>tphcm.gov.vn</a>`, "tphcm.gov.vn", entities{{Type: "text_link", Length: 12, URL: "http://tphcm.gov.vn/"}}},
		{`<a href="javascript:alert(1)">x</a>`, "x", nil},
		{`<a href="nothing">x</a>`, "x", nil},
		{"<pre>a</pre>", "a", entities{{Type: "pre", Length: 1}}},
		{`<pre><code class="language-go">a</code></pre>`, "a", entities{{Type: "pre", Length: 1, Language: "go"}}},
		{`<code class="language-go">a</code>`, "a", entities{{Type: "code", Length: 1}}},
		{"<blockquote>a</blockquote><blockquote expandable>b</blockquote>", "ab", entities{
			{Type: "blockquote", Length: 1}, {Type: "expandable_blockquote", Offset: 1, Length: 1},
		}},
		{`<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>`, "👍", entities{
			{Type: "custom_emoji", Length: 2, CustomEmojiID: "5368324170671202286"},
		}},
		{"<B>hoa</B >", "hoa", entities{{Type: "bold", Length: 3}}},
		{"<b></b>trống", "trống", nil},
		{"a > b", "a > b", nil},
		{"<b>a</>", "a", entities{{Type: "bold", Length: 1}}},
	}
	for _, tt := range tests {
		text, found, err := simulator.ParseHTML(tt.in)
		if err != nil {
			t.Errorf("ParseHTML(%q): %v", tt.in, err)
			continue
		}
		if text != tt.text {
			t.Errorf("ParseHTML(%q) = %q, want %q", tt.in, text, tt.text)
		}
		if diff := cmp.Diff(tt.entities, found); diff != "" {
			t.Errorf("ParseHTML(%q) entities (-want +got):\n%s", tt.in, diff)
		}
	}
}

// The words are those of Telegram's parser; byte offsets count from 0.
func TestParseHTMLRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"<b>a", `Can't find end tag corresponding to start tag "b"`},
		{"<b>a<i>b", `Can't find end tag corresponding to start tag "i"`},
		{"đ<br>", `Unsupported start tag "br" at byte offset 2`},
		{"<p>a</p>", `Unsupported start tag "p" at byte offset 0`},
		{"1 < 2", `Unsupported start tag "" at byte offset 2`},
		{"a <", `Unclosed start tag at byte offset 2`},
		{"<b", `Unclosed start tag at byte offset 0`},
		{"<b ", `Empty attribute name in the tag "b" at byte offset 0`},
		{"<a href", `Unclosed start tag "a" at byte offset 0`},
		{"<a href=", `Unclosed start tag "a" at byte offset 0`},
		{`<a href="x`, `Unclosed start tag at byte offset 0`},
		{"<a href=a/b>x</a>", `Unexpected end of name token at byte offset 8`},
		{"<a =x>", `Empty attribute name in the tag "a" at byte offset 0`},
		{"a</b>", `Unexpected end tag at byte offset 1`},
		{"<b>a</i></b>", `Unmatched end tag at byte offset 4, expected "</b>", found "</i>"`},
		{"<b>a</b", `Unclosed end tag at byte offset 4`},
		{"<b><i>a</b></i>", `Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`},
		{"<span>a</span>", `Tag "span" must have class "tg-spoiler" at byte offset 0`},
		{`<span class="red">a</span>`, `Tag "span" must have class "tg-spoiler" at byte offset 0`},
		{`<tg-emoji emoji-id="x">a</tg-emoji>`, `Invalid custom emoji identifier specified`},
		{"&#xD800;", `Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units`},
	}
	for _, tt := range tests {
		_, _, err := simulator.ParseHTML(tt.in)
		if err == nil || err.Error() != tt.want {
			t.Errorf("ParseHTML(%q) error %v, want %s", tt.in, err, tt.want)
		}
	}
}

func FuzzParseHTML(f *testing.F) {
	for _, seed := range []string{
		"<b>đậm</b>", "<a href=\"https://a.b/?x=1&amp;y\">👋</a>", "&#x1F44B;&lt;&quot", "<pre><code class=\"language-go\">x</code></pre>",
		"<blockquote expandable>a\nb</blockquote>", "<b", "<a href='", "</", "<tg-emoji emoji-id=1>a</tg-emoji>", "<span class=tg-spoiler>a</span>", "\x00<b>\xff</b>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		text, entities, err := simulator.ParseHTML(in)
		if err != nil {
			return
		}
		if !strings.ContainsAny(in, "<&") && text != strings.ToValidUTF8(in, "\uFFFD") && !strings.Contains(text, "\uFFFD") {
			t.Errorf("ParseHTML(%q) = %q: plain words changed", in, text)
		}
		units := len(utf16.Encode([]rune(text)))
		last := 0
		for _, e := range entities {
			if e.Type == "" || e.Length <= 0 || e.Offset < last || e.Offset+e.Length > units {
				t.Errorf("ParseHTML(%q): entity %+v does not lie in %q, in order", in, e, text)
			}
			last = e.Offset
		}
		escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
		if again, marks, err := simulator.ParseHTML(escaped); err != nil || again != text || len(marks) != 0 {
			t.Errorf("ParseHTML(%q) = %q, %v, %v: escaped words do not come back", escaped, again, marks, err)
		}
	})
}
