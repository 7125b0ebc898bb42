package main

import (
	"strings"
	"testing"

	"cchcbot/bot/simulator"
)

// An administrator moves the ladder of quarterly duties, and the reminder moves
// with it; announces something in lines, which arrives so; and finds both in the
// log.
func TestTheOffice(t *testing.T) {
	t.Parallel()
	r := rehearse(t, "2024-03-04T09:00:00+07:00")
	const chief = simulator.Administrator
	says := func(words string, reads ...string) simulator.Message {
		t.Helper()
		said, err := r.world.Say(chief, words)
		if err != nil {
			t.Fatal(err)
		}
		return r.readsBehind(said.ID, chief, reads...)
	}
	press := func(under simulator.Message, label string) {
		t.Helper()
		if _, err := r.world.Press(chief, chief, under.ID, label); err != nil {
			t.Fatal(err)
		}
	}

	proposal := says("quantri thang hang quy 10 3 1 cuoi", "Xác nhận thay đổi", "Sau: 10, 3 và 1 ngày làm việc trước hạn, và ngày làm việc cuối cùng", "chuyển từ 08/03/2024 sang 15/03/2024")
	press(proposal, "Lưu")
	r.reads(chief, "Đã lưu thay đổi")
	r.answered(1)

	preview := says("quantri thong bao dau moi Kính gửi anh/chị,\nHọp lúc 14 giờ.", "Xem trước: sẽ gửi đến 2 người (cán bộ đầu mối)")
	press(preview, "Gửi đến 2 người")
	r.reads(simulator.FocalPerson, "Thông báo", "Kính gửi anh/chị,\nHọp lúc 14 giờ.", "Quản trị viên hệ thống nhắc việc CCHC")
	r.answered(2)
	says("quantri nhat ky", "thông báo: Cán bộ đầu mối", "mốc nhắc: Hàng quý\nmặc định → 10, 3 và 1 ngày làm việc trước hạn, và ngày làm việc cuối cùng")

	r.setNow("2024-03-08T08:30:00+07:00")
	r.setNow("2024-03-15T08:30:00+07:00")
	r.reads(simulator.FocalPerson, "Hàng quý gửi ít nhất 01 bài viết", "còn 16 ngày")
	for _, m := range r.world.Messages(simulator.FocalPerson) {
		if strings.Contains(m.Text, "01 bài viết") && !strings.Contains(m.Text, "còn 16 ngày") {
			t.Errorf("reminded by the old ladder:\n%s", m.Text)
		}
	}
}
