package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"cchcbot/bot/simulator"
)

// A disk without room for one more byte: questions are answered, what was done is
// told as not recorded, and health is red. All is well again once there is room.
func TestAFullDisk(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	if _, err := exec.LookPath("prlimit"); err != nil {
		t.Skip("no prlimit to fill the disk with")
	}
	path := t.TempDir() + "/bot.db"
	s := newSiege(t, "sqlite:"+path, 1, 0, simulator.Options{})
	health := freeAddress(t)
	p := s.launch("--health", health)
	s.until("healthy", time.Minute, func() bool { return stateAt(health) == "ok" })
	said := func(words string) simulator.Message {
		asked, err := s.Say(1, words)
		if err != nil {
			t.Fatal(err)
		}
		m, err := s.AwaitMessage(t.Context(), 1, func(m simulator.Message) bool { return m.FromBot && m.ID > asked.ID })
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	room := func(bytes string) {
		if out, err := exec.CommandContext(t.Context(), "prlimit", "--pid", fmt.Sprint(p.Process.Pid), "--fsize="+bytes+":unlimited").CombinedOutput(); err != nil {
			t.Skipf("prlimit: %v %s", err, out)
		}
	}
	s.until("reminded", time.Minute, func() bool { return s.calls.Load() > 0 })
	notice := said("/theodoi sở y tế") // of personal data, before anything of theirs is kept
	if _, err := s.Press(1, 1, notice.ID, "Đã đọc, tiếp tục"); err != nil {
		t.Fatal(err)
	}
	room("1")
	s.until("health is red", time.Minute, func() bool { return strings.Contains(stateAt(health), errNoWrites.Error()) })
	if got := said("hạn nộp bài viết tuyên truyền?").Text; !strings.Contains(got, "quý") {
		t.Errorf("a question is answered by %q", got)
	}
	if got := said("đã nộp 1.14").Text; !strings.Contains(got, "chưa được ghi nhận") {
		t.Errorf("an act is answered by %q", got)
	}
	room("unlimited")
	s.until("healthy again", time.Minute, func() bool { return stateAt(health) == "ok" })
	if got := said("đã nộp 1.14").Text; !strings.Contains(got, "Đã ghi nhận") {
		t.Errorf("an act is answered by %q\n%s", got, p.log)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	p.stop()
}
