package plan_test

import (
	"strings"
	"testing"

	"cchcbot/seeds/plan"
)

const goodGroups = "groups: [{id: g, name: nhóm, head: Thủ trưởng nhóm}]"

func TestLoadRegisterIsStrict(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, agencies, groups, want string }{
		{"no id", "agencies: [{name: Sở A}]", goodGroups, "entry 1"},
		{"unknown field", "agencies: [{id: a, name: Sở A, chief: X}]", goodGroups, "field chief not found"},
		{"unknown field of a group", "agencies: []", "groups: [{id: g, name: nhóm, members: []}]", "field members not found"},
		{"duplicate id", "agencies: [{id: a, name: Sở A}, {id: a, name: Sở B}]", goodGroups, "a: duplicate id"},
		{"duplicate group", "agencies: []", "groups: [{id: g, name: x}, {id: g, name: y}]", "g: duplicate id"},
		{"unknown group", "agencies: [{id: a, name: Sở A, groups: [h]}]", goodGroups, `a: unknown group "h"`},
		{"unknown successor", "agencies: [{id: a, name: Sở A, successor: b}]", goodGroups, `a: unknown successor "b"`},
		{
			"circle", "agencies: [{id: a, name: Sở A, successor: b}, {id: b, name: Sở B, successor: a}]",
			goodGroups, "a: its successors lead in a circle",
		},
		{
			"own successor", "agencies: [{id: a, name: Sở A, successor: a}]",
			goodGroups, "a: its successors lead in a circle",
		},
		{
			"shared alias", "agencies: [{id: a, name: Sở A, aliases: [SX]}, {id: b, name: Sở B, aliases: [sx]}]",
			goodGroups, `b: alias "sx" is also that of a`,
		},
		{
			"ambiguous for one only",
			"agencies: [{id: a, name: Sở A, aliases: [SX]}, {id: b, name: Sở B}]\nambiguous: [{alias: SX, agencies: [a, b]}]",
			goodGroups, `ambiguous "SX"`,
		},
		{"alias of a group", "agencies: [{id: a, name: Sở A, aliases: [Nhóm]}]", goodGroups, `a: alias "Nhóm": already means g`},
		{"no words", "agencies: [{id: a, name: '---'}]", goodGroups, `a: alias "---" has no words`},
		{"wrong date", "agencies: [{id: a, name: Sở A, valid_to: 30/6/2025}]", goodGroups, "want YYYY-MM-DD"},
		{
			"dates upside down", "agencies: [{id: a, name: Sở A, valid_from: 2025-07-01, valid_to: 2025-06-30}]",
			goodGroups, "a: valid_to 2025-06-30 is before valid_from 2025-07-01",
		},
		{"no YAML", "agencies: [", goodGroups, "agencies:"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := plan.LoadRegister([]byte(tt.agencies), []byte(tt.groups))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestLoadRegisterAllowsWhatIsListedAsAmbiguous(t *testing.T) {
	t.Parallel()
	agencies := "agencies: [{id: a, name: Sở A, aliases: [SX]}, {id: b, name: Sở B, aliases: [SX]}]\n" +
		"ambiguous: [{alias: SX, agencies: [a, b]}]"
	r, err := plan.LoadRegister([]byte(agencies), []byte(goodGroups))
	if err != nil {
		t.Fatal(err)
	}
	if got := ids(r.Find("SX")); got != "a b" {
		t.Errorf("Find(SX) = %q, want both", got)
	}
}
