package telegram

import (
	"encoding/json"
	"strings"
	"testing"

	"cchcbot/bot/chat"
)

func TestKeyboard(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		button chat.Button
		want   string // "" for a button that is left out
	}{
		{"action", chat.Button{Label: "Đã nộp", Action: "n:7"}, `{"text":"Đã nộp","callback_data":"n:7"}`},
		{"action of 64 bytes", chat.Button{Label: "a", Action: strings.Repeat("x", 64)}, `{"text":"a","callback_data":"` + strings.Repeat("x", 64) + `"}`},
		{"action of 65 bytes", chat.Button{Label: "a", Action: strings.Repeat("x", 65)}, ""},
		{"no action", chat.Button{Label: "a"}, ""},
		{"no words", chat.Button{Label: "\u200b ", Link: "https://tphcm.gov.vn"}, ""},
		{"share", chat.Button{Label: "Chia sẻ", Share: "6004 1.14"}, `{"text":"Chia sẻ","switch_inline_query":"6004 1.14"}`},
		{"link", chat.Button{Label: "Mở", Link: "https://t.me/cchc_bot?start=t_1_14"}, `{"text":"Mở","url":"https://t.me/cchc_bot?start=t_1_14"}`},
		{"person", chat.Button{Label: "Nhắn", Link: "tg://user?id=6"}, `{"text":"Nhắn","url":"tg://user?id=6"}`},
		{"address of mail", chat.Button{Label: "a", Link: "mailto:cchc.snv@tphcm.gov.vn"}, ""},
		{"half an address", chat.Button{Label: "a", Link: "tphcm.gov.vn"}, ""},
		{"broken address", chat.Button{Label: "a", Link: "http://[::1"}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, echo)
			want := "null"
			if tt.want != "" {
				want = `{"inline_keyboard":[[` + tt.want + `]]}`
			}
			if got, _ := json.Marshal(r.keyboard([][]chat.Button{{tt.button}, {}})); string(got) != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if told := strings.Contains(r.logged.String(), "button left out"); told != (tt.want == "") {
				t.Errorf("log: %s", r.logged.String())
			}
		})
	}
}
