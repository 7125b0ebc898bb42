package plan_test

import "testing"

func TestWard(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	tests := []struct{ in, id, name, note string }{
		{"phường Bến Nghé", "phuong-ben-nghe", "UBND phường Bến Nghé", "phường"},
		{"UBND phường 5", "phuong-5", "UBND phường 5", "phường"},
		{"Chủ tịch UBND xã Tân Thông Hội", "xa-tan-thong-hoi", "UBND xã Tân Thông Hội", "xã"},
		{"Ủy ban nhân dân thị trấn Cần Thạnh", "thi-tran-can-thanh", "UBND thị trấn Cần Thạnh", "thị trấn"},
		{"phuong ben nghe", "phuong-ben-nghe", "UBND phường Ben Nghe", "phường"},
		{"đặc khu Côn Đảo", "dac-khu-con-dao", "UBND đặc khu Côn Đảo", "đặc khu"},
		{"P.5", "phuong-5", "UBND phường 5", "phường"},
		{"p12", "phuong-12", "UBND phường 12", "phường"},
		{"phường, xã, thị trấn", "", "", ""},
		{"xã hội", "", "", ""},
		{"phường em", "", "", ""},
		{"phường", "", "", ""},
		{"quận 1", "", "", ""},
		{"phường Bến Nghé phải làm gì trong quý này", "", "", ""},
		{"phường 5 phải làm gì", "", "", ""},
		{"xã Tân Nhựt làm gì", "", "", ""},
		{"phuong 5 han nao", "", "", ""},
		{"phường Bến Nghé; phường Đa Kao", "", "", ""},
		{"", "", "", ""},
	}
	for _, tt := range tests {
		a, ok := r.Ward(tt.in)
		if ok != (tt.id != "") || a.ID != tt.id || a.Name != tt.name || a.Note != tt.note {
			t.Errorf("Ward(%q) = %q %q %q %v, want %q %q %q", tt.in, a.ID, a.Name, a.Note, ok, tt.id, tt.name, tt.note)
		}
		if ok && (len(a.Groups) != 1 || a.Groups[0] != "phuong-xa" || a.Head != "Chủ tịch "+a.Name) {
			t.Errorf("Ward(%q): groups %q, head %q", tt.in, a.Groups, a.Head)
		}
	}
}
