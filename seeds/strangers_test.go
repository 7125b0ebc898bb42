package seeds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// strangers are made-up documents of other issuers, in testdata/plans: each with
// what a person reads in it (NAME.gold), a task a line as
// "id|text|lead|support|product|begin|deadline|due dates", and behind them "? " and
// the words of what nobody can know without asking.
func TestStrangers(t *testing.T) {
	library := load(t)
	golds, err := filepath.Glob("testdata/plans/*.gold")
	if err != nil || len(golds) == 0 {
		t.Fatal("no documents", err)
	}
	for _, gold := range golds {
		name := strings.TrimSuffix(gold, ".gold")
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			files, _ := filepath.Glob(name + ".[a-fh-z]*") // a pattern without a fault
			if len(files) != 1 {
				t.Fatalf("%v, want one document", files)
			}
			data, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			words, err := os.ReadFile(gold)
			if err != nil {
				t.Fatal(err)
			}
			p, _, problems, err := library.Open("t", data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, lost := range dropped(t, data, p, problems) {
				t.Error("dropped in line", lost)
			}
			want := strings.Split(strings.TrimSpace(string(words)), "\n")
			got := tasksOf(p)
			for _, problem := range problems {
				if problem.Kind == plan.ProblemLead || problem.Kind == plan.ProblemDeadline || problem.Kind == plan.ProblemYear {
					got = append(got, "? "+problem.Words)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("tasks (-want +got):\n%s\n%v", diff, problems)
			}
		})
	}
}

// tasksOf lists the tasks of a plan, one a line.
func tasksOf(p *plan.Plan) []string {
	var all []string
	for _, u := range p.Units {
		if u.Kind == plan.KindTask {
			all = append(all, strings.ReplaceAll(strings.Join([]string{
				u.ID, u.Text, u.Lead, u.Support, u.Product, u.Begin, u.Deadline.Words, dueOf(u.Deadline),
			}, "|"), "\n", " / "))
		}
	}
	return all
}

// Whom the plans of other issuers address is in the register of reminders, beside
// everybody of the own.
func TestEverybody(t *testing.T) {
	library := load(t)
	own := len(library.Register.Agencies())
	for _, name := range []string{"huyen.txt", "phuong.docx", "tinh2.docx", "bo.txt", "so.docx"} {
		data, err := os.ReadFile("testdata/plans/" + name)
		if err != nil {
			t.Fatal(err)
		}
		p, _, _, err := library.Open(name, data, Options{Agencies: []plan.Agency{{ID: "ban-sao-mai", Name: "Ban Dữ liệu Sao Mai"}}})
		if err != nil {
			t.Fatal(err)
		}
		library.Beside = append(library.Beside, p)
	}
	all, err := library.Everybody()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"so-tu-phap", "ban-sao-mai", "phong-noi-vu", "phong-van-hoa-xa-hoi", "ban-tuyen-giao-va-dan-van-tinh-uy", "vu-phap-che", "van-phong-so"} {
		if _, ok := all.Agency(id); !ok {
			t.Errorf("%s is not there", id)
		}
	}
	if got := len(all.Agencies()); got <= own {
		t.Errorf("%d agencies, %d of them the own", got, own)
	}
}

// The year is that of the plan, not of what it cites; where nothing but what it
// carries out names one, that of the issue or the year behind.
func TestYears(t *testing.T) {
	t.Parallel()
	library := load(t)
	for title, want := range map[string]struct {
		from, to int
		seen     bool
	}{
		"Thực hiện Nghị quyết của HĐND tỉnh về nhiệm vụ phát triển kinh tế - xã hội năm 2026": {2026, 2026, true},
		"Thực hiện Nghị quyết số 01/NQ-CP của Chính phủ về nhiệm vụ, giải pháp năm 2025":      {2025, 2025, true},
		"Thực hiện Chương trình hành động năm 2021 của Tỉnh ủy":                               {2025, 2025, false},
		"Thực hiện Nghị quyết số 12-NQ/TW năm 2021 của Bộ Chính trị":                          {2025, 2025, false},
		"Triển khai thi hành Luật Đất đai năm 2024":                                           {2025, 2025, false},
		"Cải cách hành chính năm 2026":                                                        {2026, 2026, true},
		"Chuyển đổi số giai đoạn 2026 - 2030":                                                 {2026, 2030, true},
		"Phát triển hạ tầng đến năm 2030":                                                     {2025, 2030, true},
	} {
		text := "UBND TỈNH BÌNH AN\nSố: 1/KH-UBND\nBình An, ngày 20 tháng 12 năm 2025\nKẾ HOẠCH\n" + title + "\nTT\tNhiệm vụ\tChủ trì\n1\tViệc\tSở Y tế\n"
		_, profile, _, err := library.Open("t", []byte(text), Options{})
		if err != nil || profile.From != want.from || profile.To != want.to || profile.YearSeen != want.seen {
			t.Errorf("%s: %d to %d, %v, error %v", title, profile.From, profile.To, profile.YearSeen, err)
		}
	}
}
