package bot

import (
	"strings"
	"testing"

	"cchcbot/bot/chat"
	"cchcbot/bot/dialog"
)

// TestLeads tells commands without a slash from questions that begin with the
// same words.
func TestLeads(t *testing.T) {
	p := newPlayer(t)
	for words, want := range map[string]string{
		"theo doi so tu phap":  "theodoi",
		"Theo dõi UBND Quận 1": "theodoi",
		"theo dõi":             "theodoi",
		"theo dõi việc thi hành pháp luật do ai chủ trì": "",
		"theo dõi tình hình thi hành pháp luật":          "",
		"dang ky dau moi so tu phap":                     "dangky",
		"đăng ký làm đầu mối cho Sở Tư pháp":             "dangky",
		"đăng ký kinh doanh qua mạng":                    "",
		"đăng ký đất đai":                                "",
		"huy dang ky":                                    "huy",
		"hủy theo dõi sở tư pháp":                        "huy",
		"huy":                                            "huy",
		"lich so tu phap":                                "lich",
		"xuat UBND Quận 1":                               "xuat",
		"huy dong nguon luc xa hoi":                      "",
		"lich tiep cong dan":                             "",
		"xuat ban an pham":                               "",
		"xoa du lieu cua toi":                            "xoadulieu",
		"xóa dữ liệu của tôi và của mọi người":           "",
		"da nop 1.14":                                    "",
		"đã nộp nhiệm vụ 1.14 quý I":                     "",
		"đã nộp 1.14 chưa?":                              "",
		"đã nộp hồ sơ trực tuyến thì sao":                "",
		"nhac lai 1.14 3 ngay":                           "",
		"nhắc lại giúp em thời hạn":                      "",
		"không phải việc của đơn vị 1.14":                "",
		"hoàn tác 1.14":                                  "",
		"xem trước":                                      "xemtruoc",
		"xem truoc so noi vu":                            "xemtruoc",
		"xem trước quý II":                               "xemtruoc",
		"tien do so tu phap":                             "tiendo",
		"tiến độ quý I":                                  "tiendo",
		"tiến độ xây dựng văn bản quy phạm pháp luật":    "",
		"ai chưa nộp 1.14 quý I":                         "chuanop",
		"cai dat gio 7:45":                               "caidat",
		"cài đặt phần mềm":                               "",
		"quan tri lich":                                  "quantri",
		"quản trị mạng là việc của ai":                   "",
		"giai trinh 1.14: đang chờ":                      "",
		"trách nhiệm giải trình của cơ quan nhà nước":    "",
		"giải trình với người dân là nhiệm vụ nào":       "",
	} {
		got, _, ok := p.bot.prefixes.byPrefix(dialog.Turn{Message: chat.Message{Text: words}, Said: p.bot.answers.Reader.Hear(words, p.now), Now: p.now})
		if got != want || ok != (want != "") {
			t.Errorf("%q leads to %q (%v), want %q", words, got, ok, want)
		}
	}
}

// TestLongestLead holds the leads to the length that is looked at.
func TestLongestLead(t *testing.T) {
	for _, l := range newPlayer(t).bot.prefixes.list {
		if n := len(strings.Fields(l.lead)); n > longestPrefix {
			t.Errorf("%q has %d words", l.lead, n)
		}
	}
}
