package main

import (
	"context"
	"flag"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"cchcbot/bot/simulator"
	"cchcbot/bot/simulator/botapitest"
)

// pictures makes the test below visit on every screen, and keep what it sees.
var pictures = flag.String("pictures", "", "directory for pictures of the chat page")

// TestVisit plays in a browser what an official, a focal person, a leader and
// an administrator do: the whole program, from the document to the phone.
func TestVisit(t *testing.T) {
	screens := []screen{{"phone-light", 390, 844, "light"}}
	if *pictures != "" {
		screens = append(screens,
			screen{"phone-dark", 390, 844, "dark"},
			screen{"desktop-light", 1280, 800, "light"},
			screen{"desktop-dark", 1280, 800, "dark"})
	}
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			chromium(t) // first of all, as the test skips without one
			world, page := trial(t)
			v := visit(t, page, s)
			v.keeps("welcome")
			v.greets()
			v.looksThroughDuties()
			v.asks()
			v.opensTheMenu()
			v.speaksInTheGroup()
			v.sharesACard()
			v.getsFiles()
			v.isReminded()
			v.overseesTheAgency()
			v.administers()
			keepsTheRules(t, world)
		})
	}
}

// keepsTheRules demands that every request was as the Bot API wants it. A
// message may be drawn anew as it is: whoever reports a duty done sees the change
// as the presser and as one of those reminded of it.
func keepsTheRules(t *testing.T, world *simulator.Server) {
	t.Helper()
	if problems := world.Problems(); len(problems) > 0 {
		t.Errorf("requests that the Bot API does not know: %q", problems)
	}
	for _, r := range world.Requests() {
		if r.Status >= http.StatusBadRequest && !strings.Contains(string(r.Response), "message is not modified") {
			t.Errorf("%s was refused: %s", r.Method, r.Response)
		}
	}
}

// trial runs the program as `cchcbot try` does, in a world that checks every
// request, and returns that world and the address of its page.
func trial(t *testing.T) (*simulator.Server, string) {
	t.Helper()
	out, in := io.Pipe()
	log := new(buffer)
	p := process{getenv: environment(nil), stdin: strings.NewReader(""), stdout: in, stderr: log}
	s, err := readSettings("try", []string{"--addr", "127.0.0.1:0", "--now", "2024-03-18T08:30:00+07:00"}, p)
	if err != nil {
		t.Fatal(err)
	}
	options := trialOptions(s)
	options.Check, options.KeepAllRequests = botapitest.Read(t).Request, true
	world := simulator.New(options)
	ctx, cancel := context.WithCancel(context.Background())
	bot := &started{stop: cancel, ended: make(chan error, 1), stderr: log}
	go func() { bot.ended <- runTrial(ctx, world, s, p) }()
	t.Cleanup(func() {
		bot.stopped(t)
		if t.Failed() {
			t.Logf("log:\n%s", log)
		}
	})
	return world, pageAddress(t, out)
}

// greets begins as a stranger does, and tells the agency.
func (v *visitor) greets() {
	v.t.Helper()
	v.click("#suggestions .start")
	v.reads("Xin chào anh/chị!", "6004/QĐ-UBND", "Anh/chị công tác ở cơ quan nào?")
	v.keeps("start")
	v.says("so tu phap")
	v.reads("Đã ghi nhớ đơn vị của anh/chị: Sở Tư pháp.")
	v.keeps("told")
}

// looksThroughDuties goes from the overview to a task and back.
func (v *visitor) looksThroughDuties() {
	v.t.Helper()
	v.says("so tu phap phai lam gi")
	v.reads("Sở Tư pháp có", "nhiệm vụ theo QĐ 6004/QĐ-UBND")
	v.keeps("overview")
	v.presses("Chủ trì (theo khối)")
	v.reads("trang 1/")
	v.keeps("list")
	v.presses("Sau ›")
	v.reads("trang 2/")
	v.keeps("next")
	v.presses("Quay lại")
	v.reads("Sở Tư pháp có")
	v.presses("Chủ trì (đích danh)")
	v.reads("PL 2.1", "PL 2.9")
	v.presses("PL 2.9")
	v.reads("Thường xuyên tổ chức đào tạo, bồi dưỡng", "Phối hợp: văn bản không ghi", "Phụ lục, STT 2.9 - QĐ 6004/QĐ-UBND")
	v.keeps("task")
	v.presses("Quay lại")
	v.reads("PL 2.1", "PL 2.9")
	v.presses("Quay lại")
	v.reads("Sở Tư pháp có")
}

// asks asks in free words, with marks and without, and for what is not there.
func (v *visitor) asks() {
	v.t.Helper()
	v.says("ai chủ trì số hóa hồ sơ")
	v.reads("Chủ trì:", "Số hóa kết quả và hồ sơ giải quyết TTHC", "Phụ lục, STT 3.8")
	v.keeps("owner")
	v.says("hạn nộp bài viết cchc")
	v.reads("Thời hạn: Hàng quý", "31/03, 30/06, 30/09, 31/12", "Phụ lục, STT 1.14")
	v.keeps("deadline")
	v.says("lịch nghỉ tết")
	v.reads("không có nội dung trả lời câu hỏi này")
	v.keeps("silent")
}

// opensTheMenu finds the commands under the button beside the line.
func (v *visitor) opensTheMenu() {
	v.t.Helper()
	v.click("#open-menu")
	v.await(`!document.querySelector("#popup").hidden && document.querySelector("#popup").innerText.includes("/denhan")`)
	v.keeps("menu")
	v.click("#open-menu")
}

// speaksInTheGroup calls the bot by its name among colleagues.
func (v *visitor) speaksInTheGroup() {
	v.t.Helper()
	v.becomes(simulator.TeamGroup)
	v.keeps("group-welcome")
	v.says("/coquan@cchc_thu_bot Sở Tư pháp")
	v.reads("Sở Tư pháp có", "nhiệm vụ theo QĐ 6004/QĐ-UBND")
	v.keeps("group")
}

// sharesACard types the bot's name in the group, sends a card from there, and
// follows the link in it.
func (v *visitor) sharesACard() {
	v.t.Helper()
	v.do(chromedp.SendKeys(chromedp.CSS("#words"), "@cchc_thu_bot 1.14"), chromedp.WaitVisible(chromedp.CSS("#popup.results")))
	v.await(`document.querySelector("#popup").innerText.includes("1.14")`)
	v.keeps("inline")
	v.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	v.await(`document.querySelector("#messages .mine:last-child .via")?.innerText === "qua @cchc_thu_bot"`)
	v.keeps("shared")
	v.click("#messages .mine:last-child .keys a")
	v.await(`location.hash === "#1001"`)
	v.reads("Phụ lục, STT 1.14 - QĐ 6004/QĐ-UBND")
	v.keeps("linked")
}

// getsFiles asks for the calendar and the table of an agency.
func (v *visitor) getsFiles() {
	v.t.Helper()
	v.says("/xuat Sở Tư pháp")
	v.await(newest + `?.querySelector(".file")?.innerText.includes(".xlsx")`)
	v.keeps("table")
	v.says("/lich Sở Tư pháp")
	v.await(newest + `?.querySelector(".file")?.innerText.includes(".ics")`)
	v.keeps("calendar")
}

// isReminded reads as a focal person what is due, says that it was handed in,
// and sees on a later day that it is not asked for again.
func (v *visitor) isReminded() {
	v.t.Helper()
	v.becomes(simulator.FocalPerson)
	v.reads("Nhắc việc cải cách hành chính: Sở Tư pháp", "còn 13 ngày", "Hàng quý gửi ít nhất 01 bài viết")
	v.keeps("reminder")
	v.presses("✓ Đã nộp 1.14")
	v.await(`document.querySelector("#messages").innerText.includes("✓ Đã nộp: Đầu mối - Sở Tư pháp")`)
	v.keeps("done")
	v.click("#open-clock")
	v.do(chromedp.WaitVisible(chromedp.CSS("#clock-box")), chromedp.SetValue(chromedp.CSS("[name=day]"), "2024-03-22"),
		chromedp.SetValue(chromedp.CSS("[name=hour]"), "08:30"))
	v.keeps("clock")
	v.click(`#clock-box [value="set"]`)
	v.await(`document.querySelector("#clock").innerText.includes("Thứ Sáu, 22/03/2024 · 08:3")`)
	v.reads("Nhắc việc", "còn 9 ngày")
	v.await(newest + `.innerText.includes("01 bài viết") === false`)
	v.keeps("later")
}

// overseesTheAgency looks as a leader how the agency stands, and asks why what is
// late is late: on 22 March 2024 that is section V's 3.1, due on 28 January.
func (v *visitor) overseesTheAgency() {
	v.t.Helper()
	v.becomes(simulator.Leader)
	v.says("/tiendo")
	v.reads("Sở Tư pháp: tiến độ trong quý I năm 2024", "✓ Đã nộp: 1/7", "Quá hạn: 1", "28/01/2024")
	v.keeps("progress")
	v.presses("Xem biểu đồ")
	v.await(newest + `?.querySelector("img") !== null`)
	v.keeps("chart")
	v.says("đề nghị giải trình V.3.1")
	v.reads("Đã gửi đề nghị giải trình đến 1 cán bộ đầu mối của Sở Tư pháp.")
	v.becomes(simulator.FocalPerson)
	v.reads("Đề nghị giải trình", "Mục V.3.1. Xây dựng và tổ chức thực hiện Kế hoạch CCHC")
	v.keeps("asked-why")
}

// administers looks as the administrator what was sent on the day.
func (v *visitor) administers() {
	v.t.Helper()
	v.becomes(simulator.Administrator)
	v.says("/quantri")
	v.reads("Đăng ký chờ duyệt: 0", "22/03/2024")
	v.keeps("office")
	v.presses("Kết quả gửi")
	v.reads("22/03/2024", "18/03/2024")
	v.keeps("campaigns")
}
