package main

import (
	"time"

	"cchcbot/bot/simulator"
)

// What the program says to people who try the bot stands in this file; the
// bot's own sentences stand in its room.

// textPage tells where the chat page is.
const textPage = `Mở trang trò chuyện trong trình duyệt: %s
Open the chat page in a browser:         %s
Nhấn Ctrl+C để dừng. Press Ctrl+C to stop.
`

// suggestions are the first questions that the chat page offers.
func suggestions() []string {
	return []string{
		"Sở Tư pháp phải làm gì?",
		"ai chu tri so hoa ho so",
		"Hạn nộp bài viết CCHC?",
		"Quý I có gì phải xong?",
		"Nhiệm vụ 1.14",
	}
}

// moments are times at which a trial has something to show, to be visited one
// after the other: 31/03/2024, the end of the quarter, is a Sunday.
func moments(zone *time.Location) []simulator.Moment {
	at := func(month time.Month, day int) time.Time { return time.Date(2024, month, day, 8, 30, 0, 0, zone) }
	return []simulator.Moment{
		{Name: "Trước hạn quý I", At: at(time.March, 18)},
		{Name: "Ngày làm việc cuối", At: at(time.March, 29)},
		{Name: "Nhắc việc quá hạn", At: at(time.April, 3)},
		{Name: "Báo lãnh đạo đơn vị", At: at(time.April, 4)},
	}
}
