package plan_test

import (
	"testing"

	"cchcbot/seeds/plan"
)

// What has the form of an agency of the city and is in no register is named:
// a duty that nobody is found to have would be lost in silence.
func TestAgenciesInNoRegisterAreNamed(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	tests := []struct{ cell, unknown string }{
		{"Giám đốc Sở Không gian vũ trụ", `"Giám đốc Sở Không gian vũ trụ"`},
		{"Sở Không gian vũ trụ", `"Sở Không gian vũ trụ"`},
		{"Giám đốc Sở Nội vụ; Sở Không gian vũ trụ", `"Sở Không gian vũ trụ"`},
		{"Giám đốc Sở Nội vụ Cục Thủy triều", `"Cục Thủy triều"`},
		{"Sở Nội vụ (Sở Không gian vũ trụ)", `"Sở Không gian vũ trụ"`},
		{"Sở Không gian vũ trụ (nếu có)", `"Sở Không gian vũ trụ (nếu có)"`},
		{"Mời Ban Quản lý Sao Hỏa", `"Mời Ban Quản lý Sao Hỏa"`},
		{"Trưởng ban Ban Quản lý Sao Hỏa", `"Trưởng ban Ban Quản lý Sao Hỏa"`},
		{"Cục Thủy triều Thành phố", `"Cục Thủy triều Thành phố"`},
		{"Cục trưởng Cục Thủy triều", `"Cục trưởng Cục Thủy triều"`},
		{"Chi cục Mây mưa", `"Chi cục Mây mưa"`},
		{"UBND Quận 15", `"UBND Quận 15"`},
		{"Ủy ban nhân dân huyện Mây Trời", `"Ủy ban nhân dân huyện Mây Trời"`},
		{"Chủ tịch UBND quận Mây Trời", `"Chủ tịch UBND quận Mây Trời"`},
		{"Thủ trưởng các đơn vị trên mây", `"Thủ trưởng các đơn vị trên mây"`},
	}
	for _, tt := range tests {
		_, err := r.ParseParties(tt.cell, plan.RoleLead)
		if want := "not understood: [" + tt.unknown + "]"; err == nil || err.Error() != want {
			t.Errorf("%q: error %v, want %q", tt.cell, err, want)
		}
	}
}

// Bodies that no register can hold, and qualifiers, are no agencies.
func TestOutsideBodiesAreNoUnknownAgencies(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	for _, cell := range []string{
		"Thanh tra các sở",
		"Công an quận 1",
		"Hội đồng đánh giá chất lượng phần mềm",
		"Các sở chuyên ngành phối hợp Bộ ngành chủ trì",
		"Sở chuyên ngành có liên quan",
		"Các cơ quan thành viên Ban Chỉ đạo",
		"Thủ trưởng các cơ quan có liên quan",
		"Chủ tịch UBND phường Bến Nghé",
		"UBND xã Tân Thông Hội",
		"Đề nghị UBND xã Tân Thông Hội",
		"Giám đốc Sở Nội vụ (Trưởng đoàn)",
		"Giám đốc Sở Nội vụ (tổng hợp)",
		"Phòng Nội vụ quận, huyện",
	} {
		if _, err := r.ParseParties(cell, plan.RoleSupport); err != nil {
			t.Errorf("%q: %v", cell, err)
		}
	}
}
