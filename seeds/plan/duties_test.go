package plan_test

import (
	_ "embed"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

//go:embed testdata/parties.tsv
var parties string

// handRead is what the table says of one unit.
type handRead struct {
	id    string
	roles map[plan.Role][]string
	due   []string
}

func readByHand() []handRead {
	var all []handRead
	for _, row := range fields(parties, "\t") {
		first := plan.RoleLead
		if strings.HasPrefix(row[0], "V.") {
			first = plan.RoleAssigned
		}
		all = append(all, handRead{
			id:    row[0],
			roles: map[plan.Role][]string{first: listed(row[1]), plan.RoleSupport: listed(row[2])},
			due:   listed(row[3]),
		})
	}
	return all
}

func listed(cell string) []string {
	if cell == "-" {
		return nil
	}
	return strings.Fields(cell)
}

// byHand is the set of an agency by the table: "PL.1.1 lead named". By name
// beats by group; prefix is "?" for what is meant only if concerned.
func byHand(a plan.Agency, prefix string) []string {
	var set []string
	for _, unit := range readByHand() {
		for role, parties := range unit.roles {
			via := plan.Via("")
			for _, p := range parties {
				group, grouped := strings.CutPrefix(p, prefix+"@")
				switch {
				case p == a.ID && prefix == "":
					via = plan.ViaNamed
				case grouped && via == "" && slices.Contains(a.Groups, group):
					via = plan.ViaGroup
				}
			}
			if via != "" {
				set = append(set, unit.id+" "+string(role)+" "+string(via))
			}
		}
	}
	slices.Sort(set)
	return set
}

func told(duties []plan.Duty) []string {
	var set []string
	for _, d := range duties {
		set = append(set, d.Unit.ID+" "+string(d.Role)+" "+string(d.Via))
	}
	slices.Sort(set)
	return set
}

// everyone are the agencies of the register, each group as an agency of its
// own, and bodies of the lowest level, which are known by the form of their
// names.
func everyone(t *testing.T) []plan.Agency {
	t.Helper()
	register := seedRegister(t)
	all := slices.Clone(register.Agencies())
	for _, g := range register.Groups() {
		all = append(all, plan.Agency{ID: g.ID, Name: g.Name, Groups: []string{g.ID}})
	}
	for _, name := range []string{"phường Bến Nghé", "xã Tân Thông Hội", "thị trấn Cần Thạnh"} {
		ward, ok := register.Ward(name)
		if !ok {
			t.Fatalf("%s is no ward", name)
		}
		all = append(all, ward)
	}
	return all
}

func TestDutiesAreThoseReadByHand(t *testing.T) {
	t.Parallel()
	p := decision6004(t)
	for _, a := range everyone(t) {
		if diff := cmp.Diff(byHand(a, ""), told(p.Duties(a))); diff != "" {
			t.Errorf("%s (-document +index):\n%s", a.Name, diff)
		}
	}
}

// Task 4.11 is supported, task 5.10 led, by those departments that it concerns,
// and the closing paragraph binds those who see a need: the document does not
// say which they are.
func TestConditionalDutiesAreApart(t *testing.T) {
	t.Parallel()
	p := decision6004(t)
	for _, a := range everyone(t) {
		certain := byHand(a, "")
		want := slices.DeleteFunc(byHand(a, "?"), func(duty string) bool {
			unitAndRole, _, _ := strings.Cut(duty, " group")
			return slices.Contains(certain, unitAndRole+" named") || slices.Contains(certain, duty)
		})
		if diff := cmp.Diff(want, told(p.ConditionalDuties(a)), cmpEmpty); diff != "" {
			t.Errorf("%s (-document +index):\n%s", a.Name, diff)
		}
	}
}

// cmpEmpty takes no list and an empty list for the same.
var cmpEmpty = cmp.FilterValues(func(a, b []string) bool { return len(a)+len(b) == 0 }, cmp.Ignore())

func TestDutiesOfOneAgency(t *testing.T) {
	t.Parallel()
	p := decision6004(t)
	for _, c := range []struct {
		agency string
		duty   string // as told writes it
		has    bool
		why    string
	}{
		{"so-noi-vu", "PL.5.16 lead named", true, "đích danh"},
		{"so-noi-vu", "PL.5.16 lead group", false, "by name counts, not the group beside it"},
		{"so-noi-vu", "PL.4.1 support named", true, "one unit, two roles"},
		{"so-noi-vu", "V.4 assigned named", true, ""},
		{"so-noi-vu", "V.13 support named", false, "section V only assigns, to those before the colon"},
		{"so-du-lich", "PL.1.14 lead group", true, "never named, but one of the sở, ban, ngành"},
		{"ubnd-quan-1", "PL.4.7 lead group", true, "one of the 16 quận"},
		{"ubnd-huyen-cu-chi", "PL.4.7 lead group", false, "a huyện is no quận"},
		{"ubnd-huyen-cu-chi", "PL.4.3 support group", true, "Chủ tịch UBND các huyện"},
		{"ubnd-quan-1", "PL.4.3 support group", false, ""},
		{"so-ngoai-vu", "V.14 assigned named", true, "V.14 lists it among the vertical agencies"},
		{"cuc-thong-ke", "V.14 assigned group", true, "ngành dọc that V.14 does not list"},
		{"so-cong-thuong", "PL.2.5 lead named", true, "named in brackets"},
		{"so-thong-tin-va-truyen-thong", "PL.1.12 lead named", true, "named in brackets"},
		{"so-tu-phap", "PL.5.10 lead group", false, "only those concerned"},
		{"mttq-thanh-pho", "V.15 assigned named", true, "before the colon"},
	} {
		a, ok := seedRegister(t).Agency(c.agency)
		if !ok {
			t.Errorf("no agency %s", c.agency)
			continue
		}
		if slices.Contains(told(p.Duties(a)), c.duty) != c.has {
			t.Errorf("%s has %q: %v, want %v; %s", c.agency, c.duty, !c.has, c.has, c.why)
		}
	}
}

func TestDutiesCarryTheirQualifier(t *testing.T) {
	t.Parallel()
	p := decision6004(t)
	agency, _ := seedRegister(t).Agency("so-ke-hoach-va-dau-tu")
	u, ok := p.Unit("PL.6.2")
	if !ok {
		t.Fatal("no PL.6.2")
	}
	duties := u.DutiesOf(agency)
	// "Giám đốc Sở Kế hoạch và Đầu tư (tổng hợp)"; as one of the sở, ban,
	// ngành it leads as well.
	if len(duties) != 2 || duties[0].Role != plan.RoleLead || duties[1].Role != plan.RoleSupport || duties[1].Qualifier != "tổng hợp" {
		t.Errorf("PL.6.2 of %s: %+v", agency.Name, duties)
	}
}

func TestNobodysDuties(t *testing.T) {
	t.Parallel()
	p := decision6004(t)
	stranger := plan.Agency{ID: "ubnd-tinh-long-an", Name: "UBND tỉnh Long An"}
	if d := append(p.Duties(stranger), p.ConditionalDuties(stranger)...); len(d) > 0 {
		t.Errorf("duties of a stranger: %v", told(d))
	}
}
