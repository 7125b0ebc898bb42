package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/dialog"
	"cchcbot/bot/question"
	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// handRead is what the document asks of an agency or of a group, read from it
// by a person: rows of the appendix by their STT, paragraphs of section V by
// their number.
type handRead struct{ lead, support, assigned string }

// namedByHand are the duties of agencies that the document names. Parties that
// are meant only if concerned (tasks 2.5, 4.3, 4.11, 5.7, 5.10) are none.
var namedByHand = map[string]handRead{
	"so-noi-vu": {
		lead: "1.1 1.2 1.3 1.4.1 1.6 1.7 1.8 1.9 1.11 1.12 2.5 4.1 4.2 4.3 4.8 4.9 4.10 4.11 " +
			"5.1 5.2 5.4 5.6 5.7 5.8 5.9 5.10 5.11 5.12 5.13 5.14 5.15 5.16",
		support:  "1.10 1.12 1.14 2.7 3.8 3.15 4.1 4.2 4.4 4.5 4.6 4.7 4.9 5.3 5.5 5.16 7.3",
		assigned: "4",
	},
	"van-phong-ubnd": {
		lead:     "3.1 3.2 3.5 3.7 3.17 3.18 3.19 7.1 7.8 7.16",
		support:  "1.2 1.3 1.12 2.6 3.3 3.4 3.6 3.8 3.9 3.12 3.13 3.14 3.16 6.11 7.2 7.5",
		assigned: "5",
	},
	"so-tu-phap":            {lead: "2.1 2.2 2.3 2.4 2.6 2.8 2.9 2.10", support: "1.2 1.3 4.10", assigned: "6"},
	"so-tai-chinh":          {lead: "2.5 4.8 6.1 6.4 6.9", support: "1.2 1.3 1.7 6.2 6.3 6.6 6.11 6.12 7.11", assigned: "7"},
	"so-ke-hoach-va-dau-tu": {lead: "2.5 3.10 3.14 6.5 6.7", support: "1.2 1.3 6.2", assigned: "10"},
	"so-thong-tin-va-truyen-thong": {
		lead:     "1.12 1.13 3.4 3.8 7.2 7.3 7.4 7.5 7.9 7.10 7.14 7.15 7.16 7.18",
		support:  "1.2 1.3 1.7 1.10 1.12 3.3 3.9 7.6 7.11 7.12 7.13",
		assigned: "8",
	},
	"so-khoa-hoc-va-cong-nghe":                {lead: "6.8 7.17", assigned: "9"},
	"so-y-te":                                 {lead: "3.15", assigned: "11"},
	"so-giao-duc-va-dao-tao":                  {lead: "3.15", assigned: "12"},
	"so-tai-nguyen-va-moi-truong":             {lead: "3.13 3.14"},
	"so-ngoai-vu":                             {support: "5.8", assigned: "14"},
	"so-cong-thuong":                          {lead: "2.5"},
	"thanh-tra-thanh-pho":                     {lead: "3.12 3.18 5.12"},
	"trung-tam-xuc-tien-thuong-mai-va-dau-tu": {lead: "3.11 6.10"},
	"hoc-vien-can-bo":                         {lead: "5.10"},
	"vien-nghien-cuu-phat-trien":              {assigned: "13"},
	"cuc-hai-quan":                            {lead: "6.1", assigned: "14"},
	"cuc-thue":                                {lead: "6.1", assigned: "14"},
	"cong-an-thanh-pho":                       {lead: "7.7", assigned: "14"},
	"kho-bac-nha-nuoc":                        {support: "6.2", assigned: "14"},
	"bao-hiem-xa-hoi":                         {assigned: "14"},
	"ngan-hang-nha-nuoc-chi-nhanh":            {assigned: "14"},
	"hdnd-thanh-pho":                          {assigned: "1"},
	"mttq-thanh-pho":                          {support: "1.12", assigned: "2 15"},
	"ban-tuyen-giao-thanh-uy":                 {support: "1.12", assigned: "15"},
	"ban-dan-van-thanh-uy":                    {support: "1.12", assigned: "15"},
	"ban-to-chuc-thanh-uy":                    {support: "5.6"},
	"van-phong-thanh-uy":                      {support: "5.10"},
	"cong-doan-vien-chuc":                     {support: "1.11", assigned: "15"},
	"thanh-doan":                              {support: "1.11"},
	"dai-truyen-hinh":                         {lead: "1.12"},
	"dai-tieng-noi-nhan-dan":                  {lead: "1.12"},
	"bao-sai-gon-giai-phong":                  {lead: "1.12"},
	"bao-tuoi-tre":                            {lead: "1.12"},
	"trung-tam-bao-chi":                       {lead: "1.12"},
	"hoi-dong-danh-gia-chi-so-cchc":           {lead: "1.5"},
	"to-kiem-tra-lien-nganh":                  {lead: "5.16"},
}

// groupsByHand are the duties that the document gives to whole groups.
var groupsByHand = map[string]handRead{
	"so-ban-nganh": {
		lead: "1.4.2 1.10 1.14 2.2 2.7 2.9 3.2 3.4 3.6 3.7 3.8 3.9 3.12 3.14 3.16 3.17 3.19 4.1 4.2 4.5 4.6 4.9 " +
			"5.3 5.9 5.16 6.2 6.3 6.6 6.11 6.12 7.6 7.7 7.11 7.12 7.13",
		support: "1.1 1.2 1.3 1.5 1.6 1.8 1.9 1.11 1.12 1.13 2.1 2.2 2.3 2.4 2.5 2.6 2.8 2.10 3.1 3.5 3.10 3.11 3.18 4.3 4.10 " +
			"5.1 5.2 5.4 5.6 5.8 5.9 5.10 5.11 5.12 5.13 5.14 5.15 6.1 6.4 6.5 6.7 6.8 6.9 6.10 " +
			"7.1 7.2 7.3 7.4 7.8 7.9 7.10 7.14 7.15 7.16 7.17 7.18",
		assigned: "3.1 3.2 3.3",
	},
	"quan-huyen": {
		lead: "1.4.3 1.10 1.14 2.7 2.9 3.2 3.3 3.4 3.6 3.7 3.8 3.9 3.12 3.14 3.15 3.16 3.17 3.19 4.1 4.2 4.4 4.5 4.6 4.9 " +
			"5.3 5.5 5.9 5.16 6.2 6.3 6.6 6.11 6.12 7.6 7.7 7.11 7.12 7.13",
		support: "1.2 1.3 1.5 1.6 1.8 1.9 1.11 1.12 1.13 2.1 2.2 2.3 2.4 2.5 2.6 2.8 2.10 3.1 3.5 3.10 3.11 3.18 4.10 " +
			"5.1 5.2 5.4 5.6 5.8 5.9 5.10 5.11 5.12 5.13 5.14 5.15 6.1 6.4 6.5 6.7 6.8 6.9 6.10 " +
			"7.1 7.2 7.3 7.4 7.5 7.8 7.9 7.10 7.14 7.15 7.16 7.17 7.18",
		assigned: "3.1 3.2 3.3",
	},
	"quan-thu-duc":     {lead: "4.7"},
	"huyen":            {support: "4.3"},
	"phuong-xa":        {lead: "3.3 7.6", support: "7.9 7.18"},
	"nganh-doc":        {support: "5.10", assigned: "14"},
	"don-vi-su-nghiep": {support: "4.8"},
	"doan-the":         {support: "1.12", assigned: "2 15"},
}

// byHand is the whole set of an agency: "PL.1.1 lead named". Where a unit
// addresses it in one role both by name and through a group, the name counts.
func byHand(a plan.Agency) []string {
	via := map[string]plan.Via{}
	add := func(read handRead, v plan.Via) {
		for _, part := range []struct {
			numbers, section string
			role             plan.Role
		}{{read.lead, "PL.", plan.RoleLead}, {read.support, "PL.", plan.RoleSupport}, {read.assigned, "V.", plan.RoleAssigned}} {
			for _, number := range strings.Fields(part.numbers) {
				via[part.section+number+" "+string(part.role)] = v
			}
		}
	}
	for _, g := range a.Groups {
		add(groupsByHand[g], plan.ViaGroup)
	}
	add(namedByHand[a.ID], plan.ViaNamed)
	set := make([]string, 0, len(via))
	for duty, v := range via {
		set = append(set, duty+" "+string(v))
	}
	slices.Sort(set)
	return set
}

// shorter names are asked for without marks where the full one, so typed, also
// says something else: "noi nhan" is "nơi nhận" as well.
var shorter = map[string]string{"dai-tieng-noi-nhan-dan": "dai tieng noi"}

// phrasings ask for an agency's duties in different words and typings.
func phrasings(a plan.Agency) []string {
	unmarked := vi.Fold(vi.Normalize(a.Name))
	if short, ok := shorter[a.ID]; ok {
		unmarked = short
	}
	asked := []string{
		a.Name + " phải làm gì?",
		unmarked + " phai lam gi",
		"cho em hỏi nhiệm vụ của " + a.Name + " trong kế hoạch cải cách hành chính",
	}
	if a.Head != "" {
		asked = append(asked, a.Head+" chịu trách nhiệm những gì")
	}
	return asked
}

func TestResponsibilityIsExact(t *testing.T) {
	a := testAnswerer(t)
	agencies := a.Register.Agencies()
	for _, g := range a.Register.Groups() {
		agencies = append(agencies, a.Register.Stand(g))
	}
	for _, agency := range agencies {
		want := byHand(agency)
		for _, asked := range phrasings(agency) {
			answer, err := a.Answer(context.Background(), asked, dialog.Situation{Now: at("2024-03-05")})
			if err != nil {
				t.Fatal(err)
			}
			if answer.Intent != question.Responsibility || answer.Agency.ID != agency.ID {
				t.Errorf("%q: intent %s, agency %v", asked, answer.Intent, answer.Agency)
				continue
			}
			if diff := cmp.Diff(want, answered(answer)); diff != "" {
				t.Errorf("%q (-read by hand +answered):\n%s", asked, diff)
			}
		}
	}
}

// TestWardsHaveTheirGroupsDuties holds wards, of which there is no list, to the
// set of their group.
func TestWardsHaveTheirGroupsDuties(t *testing.T) {
	a := testAnswerer(t)
	for _, name := range []string{"phường Bến Nghé", "xa tan thong hoi", "thị trấn Cần Thạnh", "UBND phường 5", "đặc khu Côn Đảo"} {
		ward, ok := a.Register.Ward(name)
		if !ok {
			t.Fatalf("%s is no ward", name)
		}
		answer := a.responsibility(question.Question{Agency: &ward}, dialog.Situation{Now: at("2024-03-05")})
		if diff := cmp.Diff(byHand(ward), answered(answer)); diff != "" {
			t.Errorf("%s (-read by hand +answered):\n%s", name, diff)
		}
	}
}

// answered is the set of an answer in the form of byHand.
func answered(answer Answer) []string {
	set := make([]string, len(answer.Units))
	for i, f := range answer.Units {
		set[i] = fmt.Sprintf("%s %s %s", f.Unit.ID, f.Role, f.Via)
	}
	slices.Sort(set)
	return set
}

// TestHandReadNamesAgencies guards the tables above against slips of typing.
func TestHandReadNamesAgencies(t *testing.T) {
	a := testAnswerer(t)
	for id := range namedByHand {
		if _, ok := a.Register.Agency(id); !ok {
			t.Errorf("no agency %s", id)
		}
	}
	for id := range groupsByHand {
		if _, ok := a.Register.Group(id); !ok {
			t.Errorf("no group %s", id)
		}
	}
}
