package main

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
