package bot

import (
	"testing"

	"cchcbot/bot/progress"
)

func TestLateSaid(t *testing.T) {
	for _, c := range []struct {
		text, rest string
		ok         bool
	}{
		{"Quận 1 còn việc nào quá hạn", "Quận 1", true},
		{"viec gi tre han", "", true},
		{"đơn vị em còn nợ gì?", "đơn vị em", true},
		{"Sở Tư pháp có nhiệm vụ nào bị chậm hạn không", "Sở Tư pháp", true},
		{"hồ sơ trễ hạn thì ai xin lỗi", "", false},
		{"nợ công", "", false},
		{"", "", false},
	} {
		rest, ok := progress.ParseLate(c.text)
		if ok != c.ok || ok && rest != c.rest {
			t.Errorf("lateSaid(%q) = %q, %v, want %q, %v", c.text, rest, ok, c.rest, c.ok)
		}
	}
}

func FuzzLateSaid(f *testing.F) {
	f.Add("Quận 1 còn việc nào quá hạn")
	f.Add("nợ gì")
	f.Fuzz(func(t *testing.T, text string) {
		if rest, _ := progress.ParseLate(text); len(rest) > len(text) {
			t.Errorf("lateSaid(%q) leaves more than was said: %q", text, rest)
		}
	})
}
