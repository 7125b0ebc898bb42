package plan_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// seedRegister loads the register that the program ships.
func seedRegister(t testing.TB) *plan.Register {
	t.Helper()
	agencies, err := os.ReadFile("../agencies.yaml")
	if err != nil {
		t.Fatal(err)
	}
	groups, err := os.ReadFile("../groups.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := plan.LoadRegister(agencies, groups)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func ids(agencies []plan.Agency) string {
	all := make([]string, len(agencies))
	for i, a := range agencies {
		all[i] = a.ID
	}
	return strings.Join(all, " ")
}

const (
	quanIDs = "ubnd-quan-1 ubnd-quan-3 ubnd-quan-4 ubnd-quan-5 ubnd-quan-6 ubnd-quan-7 ubnd-quan-8 " +
		"ubnd-quan-10 ubnd-quan-11 ubnd-quan-12 ubnd-quan-binh-tan ubnd-quan-binh-thanh ubnd-quan-go-vap " +
		"ubnd-quan-phu-nhuan ubnd-quan-tan-binh ubnd-quan-tan-phu"
	huyenIDs = "ubnd-huyen-binh-chanh ubnd-huyen-can-gio ubnd-huyen-cu-chi ubnd-huyen-hoc-mon ubnd-huyen-nha-be"
)

func TestMembers(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	tests := []struct{ group, want string }{
		{"quan-huyen", quanIDs + " ubnd-thanh-pho-thu-duc " + huyenIDs},
		{"quan-thu-duc", quanIDs + " ubnd-thanh-pho-thu-duc"},
		{"huyen", huyenIDs},
		{"so-ban-nganh", "van-phong-ubnd so-noi-vu so-tu-phap so-tai-chinh so-ke-hoach-va-dau-tu " +
			"so-thong-tin-va-truyen-thong so-khoa-hoc-va-cong-nghe so-y-te so-giao-duc-va-dao-tao " +
			"so-tai-nguyen-va-moi-truong so-ngoai-vu so-cong-thuong thanh-tra-thanh-pho so-xay-dung " +
			"so-quy-hoach-kien-truc so-giao-thong-van-tai so-nong-nghiep-va-phat-trien-nong-thon " +
			"so-lao-dong-thuong-binh-va-xa-hoi so-van-hoa-va-the-thao so-du-lich so-an-toan-thuc-pham " +
			"ban-dan-toc bql-khu-che-xuat-va-cong-nghiep bql-khu-cong-nghe-cao " +
			"bql-khu-nong-nghiep-cong-nghe-cao " +
			"so-giao-thong-cong-chanh so-nong-nghiep-va-moi-truong so-dan-toc-va-ton-giao"},
		{"nganh-doc", "cuc-hai-quan cuc-thue cong-an-thanh-pho kho-bac-nha-nuoc bao-hiem-xa-hoi " +
			"ngan-hang-nha-nuoc-chi-nhanh cuc-thong-ke cuc-thi-hanh-an-dan-su cuc-quan-ly-thi-truong"},
		{"phuong-xa", ""},
		{"don-vi-su-nghiep", ""},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(strings.Fields(tt.want), strings.Fields(ids(r.Members(tt.group)))); diff != "" {
			t.Errorf("members of %s (-want +got):\n%s", tt.group, diff)
		}
	}
}

// The succession of 2025, from the public reports.
func TestSuccession(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	tests := []struct{ id, from, to, successor string }{
		{"so-ke-hoach-va-dau-tu", "", "2025-02-19", "so-tai-chinh"},
		{"so-thong-tin-va-truyen-thong", "", "2025-02-19", "so-khoa-hoc-va-cong-nghe"},
		{"so-lao-dong-thuong-binh-va-xa-hoi", "", "2025-02-19", "so-noi-vu"},
		{"so-nong-nghiep-va-phat-trien-nong-thon", "", "2025-02-19", "so-tai-nguyen-va-moi-truong"},
		{"so-tai-nguyen-va-moi-truong", "", "2025-06-30", "so-nong-nghiep-va-moi-truong"},
		{"so-nong-nghiep-va-moi-truong", "2025-07-01", "", ""},
		{"so-giao-thong-van-tai", "", "2025-02-19", "so-giao-thong-cong-chanh"},
		{"so-giao-thong-cong-chanh", "2025-02-20", "2025-06-30", "so-xay-dung"},
		{"ban-dan-toc", "", "2025-02-19", "so-dan-toc-va-ton-giao"},
		{"so-dan-toc-va-ton-giao", "2025-02-20", "", ""},
		{"so-noi-vu", "", "", ""},
		{"so-quy-hoach-kien-truc", "", "", ""},
		{"ubnd-quan-1", "", "2025-06-30", ""},
		{"ubnd-thanh-pho-thu-duc", "", "2025-06-30", ""},
	}
	for _, tt := range tests {
		a, ok := r.Agency(tt.id)
		if !ok {
			t.Errorf("%s: not in the register", tt.id)
			continue
		}
		got := [3]string{a.ValidFrom.String(), a.ValidTo.String(), a.Successor}
		if want := [3]string{tt.from, tt.to, tt.successor}; got != want {
			t.Errorf("%s: from, to, successor = %q, want %q", tt.id, got, want)
		}
	}
}

func TestPredecessors(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	tests := []struct{ id, want string }{
		{"so-noi-vu", "so-lao-dong-thuong-binh-va-xa-hoi"},
		{"so-tai-chinh", "so-ke-hoach-va-dau-tu ban-doi-moi-quan-ly-doanh-nghiep"},
		{"so-xay-dung", "so-giao-thong-cong-chanh so-giao-thong-van-tai ban-an-toan-giao-thong"},
		{"so-nong-nghiep-va-moi-truong", "so-tai-nguyen-va-moi-truong so-nong-nghiep-va-phat-trien-nong-thon"},
		{"so-tu-phap", ""},
		{"unheard-of", ""},
	}
	for _, tt := range tests {
		if got := ids(r.Predecessors(tt.id)); got != tt.want {
			t.Errorf("Predecessors(%s) = %q, want %q", tt.id, got, tt.want)
		}
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	tests := []struct{ name, want string }{
		{"Sở Nội vụ", "so-noi-vu"},
		{"so noi vu", "so-noi-vu"},
		{"Sở Nội vụ TP.HCM", "so-noi-vu"},
		{"SNV", "so-noi-vu"},
		{"SoNV", "so-noi-vu"},
		{"giám đốc SNV", "so-noi-vu"},
		{"sở tttt", "so-thong-tin-va-truyen-thong"},
		{"STTTT", "so-thong-tin-va-truyen-thong"},
		{"Sở TT&TT", "so-thong-tin-va-truyen-thong"},
		{"Sở KH&ĐT", "so-ke-hoach-va-dau-tu"},
		{"SKHĐT", "so-ke-hoach-va-dau-tu"},
		{"SKHCN", "so-khoa-hoc-va-cong-nghe"},
		{"VPUB", "van-phong-ubnd"},
		{"VP UBND TP", "van-phong-ubnd"},
		{"Văn phòng Ủy ban nhân dân Thành phố Hồ Chí Minh", "van-phong-ubnd"},
		{"Chánh Văn phòng UBND Thành phố", "van-phong-ubnd"},
		{"Chánh Thanh tra Thành phố", "thanh-tra-thanh-pho"},
		{"STP", "so-tu-phap"},
		{"SGDĐT", "so-giao-duc-va-dao-tao"},
		{"TNMT", "so-tai-nguyen-va-moi-truong"},
		{"LĐ-TB&XH", "so-lao-dong-thuong-binh-va-xa-hoi"},
		{"sở lao động thương binh và xã hội", "so-lao-dong-thuong-binh-va-xa-hoi"},
		{"NN&PTNT", "so-nong-nghiep-va-phat-trien-nong-thon"},
		{"HEPZA", "bql-khu-che-xuat-va-cong-nghiep"},
		{"ban quan ly khu che xuat", "bql-khu-che-xuat-va-cong-nghiep"},
		{"HIDS", "vien-nghien-cuu-phat-trien"},
		{"ITPC", "trung-tam-xuc-tien-thuong-mai-va-dau-tu"},
		{"Cục trưởng Cục Thuế Thành phố", "cuc-thue"},
		{"BHXH TP", "bao-hiem-xa-hoi"},
		{"NHNN chi nhánh TPHCM", "ngan-hang-nha-nuoc-chi-nhanh"},
		{"Q1", "ubnd-quan-1"},
		{"Q.1", "ubnd-quan-1"},
		{"quận 1", "ubnd-quan-1"},
		{"ubnd quan 12", "ubnd-quan-12"},
		{"Chủ tịch UBND quận Bình Tân", "ubnd-quan-binh-tan"},
		{"Bình Tân", "ubnd-quan-binh-tan"},
		{"tp thủ đức", "ubnd-thanh-pho-thu-duc"},
		{"UBND TP. Thủ Đức", "ubnd-thanh-pho-thu-duc"},
		{"TPTĐ", "ubnd-thanh-pho-thu-duc"},
		{"huyện Củ Chi", "ubnd-huyen-cu-chi"},
		{"Sở Nông nghiệp", "so-nong-nghiep-va-phat-trien-nong-thon so-nong-nghiep-va-moi-truong"},
		{"Sở Không gian", ""},
		{"sở, ban, ngành", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := ids(r.Find(tt.name)); got != tt.want {
			t.Errorf("Find(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Every name of the register leads back to its agency, also without marks.
func TestEveryNameIsFound(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	for _, a := range r.Agencies() {
		for _, name := range append([]string{a.Name, a.Head, strings.ToUpper(a.Name)}, a.Aliases...) {
			if name != "" && !strings.Contains(ids(r.Find(name)), a.ID) {
				t.Errorf("Find(%q) = %q, want %s", name, ids(r.Find(name)), a.ID)
			}
		}
	}
}
