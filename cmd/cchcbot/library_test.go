package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// nextYear is the embedded decision as if it were issued for another year.
func nextYear(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(house, "seeds", "6004-qd-ubnd-2024.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("6004/QĐ-UBND", "7007/QĐ-UBND", "năm 2024", "năm 2025").Replace(string(text))
}

// loaded is the library that a directory of these files makes on a day, with
// what was logged.
func loaded(t *testing.T, files map[string]string, today string) (*seeds.Library, string, error) {
	t.Helper()
	directory := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(directory, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	day, err := plan.ParseDate(today)
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	library, err := loadLibrary(directory, day, slog.New(slog.NewTextHandler(&log, nil)))
	return library, log.String(), err
}

// The newest plan whose day has come is in force. What is no plan, and a plan
// in which something is open, is logged and left out.
func TestOperatorsAddPlans(t *testing.T) {
	t.Parallel()
	next := strings.NewReplacer("29 tháng 12 năm 2023", "30 tháng 12 năm 2024").Replace(nextYear(t))
	const without = "KẾ HOẠCH\nSố: 8/KH-UBND\n"
	for _, c := range []struct {
		name, today string
		files       map[string]string
		want        []string
		logged      string
	}{
		{"next year's", "2025-01-02", map[string]string{"2025.txt": next, "shopping": "not looked at"}, []string{"7007/QĐ-UBND", "6004/QĐ-UBND"}, ""},
		{"before its day", "2024-12-29", map[string]string{"2025.txt": next}, []string{"6004/QĐ-UBND"}, "not in force before its day"},
		{"no plan", "2025-01-02", map[string]string{"broken.txt": "no decision at all"}, []string{"6004/QĐ-UBND"}, "left out"},
		{"without a year", "2025-01-02", map[string]string{"a.txt": without + "I. NHIỆM VỤ\n1. Việc A\n"}, []string{"6004/QĐ-UBND"}, "left out"},
		{"unknown lead", "2025-01-02", map[string]string{"2025.txt": openLead}, []string{"6004/QĐ-UBND"}, `open=lead unit=PL.1`},
		{"in place of an embedded one", "2025-01-02", map[string]string{"a.txt": strings.ReplaceAll(next, "năm 2025", "năm 2024")}, []string{"7007/QĐ-UBND"}, "embedded plan replaced"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			library, log, err := loaded(t, c.files, c.today)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, numbers(library)); diff != "" {
				t.Error(diff, log)
			}
			if !strings.Contains(log, c.logged) || strings.Contains(log, "shopping") {
				t.Errorf("logged: %s", log)
			}
		})
	}
}

// openLead is a plan with a lead that no register knows.
const openLead = `ỦY BAN NHÂN DÂN
TỈNH BÌNH AN
Số: 7/KH-UBND
Bình An, ngày 30 tháng 12 năm 2024
KẾ HOẠCH
Cải cách hành chính năm 2025
PHỤ LỤC
STT	Nhiệm vụ	Cơ quan chủ trì	Thời hạn
1	Sửa quy chế	Sở Không Có	Quý I/2025
2	Rà soát	Sở Tư pháp	Quý II/2025
`

// Of two plans for one year nobody could tell which is in force.
func TestTwoPlansOfAYear(t *testing.T) {
	t.Parallel()
	next := nextYear(t)
	_, _, err := loaded(t, map[string]string{"a.txt": next, "b.txt": strings.ReplaceAll(next, "7007/", "7008/")}, "2025-01-02")
	if err == nil || !strings.Contains(err.Error(), "7007/QĐ-UBND") || !strings.Contains(err.Error(), "7008/QĐ-UBND") {
		t.Errorf("error %v", err)
	}
}

func numbers(library *seeds.Library) []string {
	var numbers []string
	for _, p := range library.Plans {
		numbers = append(numbers, p.Number)
	}
	return numbers
}
