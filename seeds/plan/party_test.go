package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/unicode/norm"

	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

func named(agency, words string) plan.Party {
	return plan.Party{Via: plan.ViaNamed, Agency: agency, Words: words}
}

func grouped(group, words string) plan.Party {
	return plan.Party{Via: plan.ViaGroup, Group: group, Words: words}
}

func outside(words string) plan.Party {
	return plan.Party{Via: plan.ViaOutside, Words: words}
}

func qualified(p plan.Party, qualifier string) plan.Party {
	p.Qualifier = qualifier
	return p
}

func ifConcerned(p plan.Party, condition string) plan.Party {
	p.Conditional = true
	return qualified(p, condition)
}

func concerned(words, condition string) plan.Party { return ifConcerned(outside(words), condition) }

func of(parties ...plan.Party) []plan.Party { return parties }

// Those that the document addresses over and over.
var (
	departments = grouped("so-ban-nganh", "Thủ trưởng sở, ban, ngành")
	districts   = grouped("quan-huyen", "Chủ tịch UBND quận, huyện, thành phố Thủ Đức")
	wards       = grouped("phuong-xa", "Chủ tịch UBND phường, xã, thị trấn")
	office      = named("van-phong-ubnd", "Chánh Văn phòng UBND Thành phố")
	interior    = named("so-noi-vu", "Giám đốc Sở Nội vụ")
	justice     = named("so-tu-phap", "Giám đốc Sở Tư pháp")
	finance     = named("so-tai-chinh", "Giám đốc Sở Tài chính")
	investment  = named("so-ke-hoach-va-dau-tu", "Giám đốc Sở Kế hoạch và Đầu tư")
	information = named("so-thong-tin-va-truyen-thong", "Giám đốc Sở Thông tin và Truyền thông")
	environment = named("so-tai-nguyen-va-moi-truong", "Giám đốc Sở Tài nguyên và Môi trường")
	inspector   = named("thanh-tra-thanh-pho", "Chánh Thanh tra Thành phố")
)

const bothGroups = "Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố Thủ Đức"

// anyRole leaves the role out of a comparison.
var anyRole = cmpopts.IgnoreFields(plan.Party{}, "Role")

func TestParseParties(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	// The same cell as the parser hands it over, as the scan prints its list in
	// one line, and as other programs write Vietnamese.
	spellings := []struct {
		name  string
		spell func(string) string
	}{
		{"items", func(s string) string { return s }},
		{"one line", func(s string) string { return "- " + strings.ReplaceAll(s, "\n", " - ") }},
		{"decomposed", norm.NFD.String},
		{"no-break spaces", func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }},
	}
	for _, spelling := range spellings {
		for role, cells := range map[plan.Role][]cellCase{plan.RoleLead: leadCells, plan.RoleSupport: supportCells} {
			for _, tt := range cells {
				got, err := r.ParseParties(spelling.spell(tt.cell), role)
				if err != nil {
					t.Errorf("%s, %s of %s: %v", spelling.name, role, tt.task, err)
				}
				if diff := cmp.Diff(tt.want, got, anyRole, cmpopts.EquateEmpty()); diff != "" {
					t.Errorf("%s, %s of %s (-want +got):\n%s", spelling.name, role, tt.task, diff)
				}
				for _, p := range got {
					if p.Role != role {
						t.Errorf("%s of %s: role %s", role, tt.task, p.Role)
					}
				}
			}
		}
	}
}

// The tables hold every cell of the document and no other.
func TestPartyTablesCoverTheDocument(t *testing.T) {
	t.Parallel()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	leads, supports := map[string]string{}, map[string]string{}
	for _, u := range library.Plans[len(library.Plans)-1].Units {
		if u.Kind != plan.KindTask {
			continue
		}
		for cells, words := range map[*map[string]string]string{&leads: u.Lead, &supports: u.Support} {
			if _, known := (*cells)[words]; !known {
				(*cells)[words] = u.Number
			}
		}
	}
	if diff := cmp.Diff(leads, byCell(leadCells)); diff != "" {
		t.Errorf("lead cells (-document +table):\n%s", diff)
	}
	if diff := cmp.Diff(supports, byCell(supportCells)); diff != "" {
		t.Errorf("support cells (-document +table):\n%s", diff)
	}
}

func byCell(cells []cellCase) map[string]string {
	m := make(map[string]string, len(cells))
	for _, c := range cells {
		m[c.cell] = c.task
	}
	return m
}

// Words that nobody understands are reported, and kept.
func TestParsePartiesKeepsWhatItCannotRead(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	tests := []struct {
		cell    string
		want    []plan.Party
		unclear string
	}{
		{"Xyz abc", of(outside("Xyz abc")), "Xyz abc"},
		{"Giám đốc Sở Nội vụ\n12345", of(interior, outside("12345")), "12345"},
		{"Sở Không gian vũ trụ", of(outside("Sở Không gian vũ trụ")), "Sở Không gian vũ trụ"},
		{"Công an quận 1; Sở Nội vụ", of(outside("Công an quận 1"), named("so-noi-vu", "Sở Nội vụ")), ""},
		{"Thành tra thành phố", of(named("thanh-tra-thanh-pho", "Thành tra thành phố")), ""},
		{"UBND Quận 1, UBND huyện Củ Chi", of(named("ubnd-quan-1", "UBND Quận 1"), named("ubnd-huyen-cu-chi", "UBND huyện Củ Chi")), ""},
		{"---", nil, ""},
	}
	for _, tt := range tests {
		got, err := r.ParseParties(tt.cell, plan.RoleLead)
		if diff := cmp.Diff(tt.want, got, anyRole); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.cell, diff)
		}
		switch {
		case tt.unclear == "" && err != nil:
			t.Errorf("%q: %v", tt.cell, err)
		case tt.unclear != "" && (err == nil || !strings.Contains(err.Error(), tt.unclear)):
			t.Errorf("%q: error %v, want one with %q", tt.cell, err, tt.unclear)
		}
	}
}
