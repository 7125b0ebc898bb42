package question

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"cchcbot/seeds/plan"
)

func decomposed(text string) string { return norm.NFD.String(text) }

func idOf(a *plan.Agency) string {
	if a == nil {
		return ""
	}
	return a.ID
}

// named are the ways to name an agency that a question is about.
var named = map[string]string{
	"so-noi-vu":                               `Sở Nội vụ, sở nội vụ, so noi vu, SNV, snv, Giám đốc Sở Nội vụ, giam doc so noi vu, SỞ NỘI VỤ`,
	"so-thong-tin-va-truyen-thong":            `Sở Thông tin và Truyền thông, so thong tin va truyen thong, Sở Thông tin Truyền thông, STTTT, sở tttt, so tttt, Sở TT&TT, sở 4T, Giám đốc Sở Thông tin và Truyền thông`,
	"van-phong-ubnd":                          `Văn phòng UBND Thành phố, Văn phòng Ủy ban nhân dân Thành phố, VPUB, vpub, Chánh Văn phòng UBND Thành phố, chanh van phong ubnd thanh pho`,
	"so-ke-hoach-va-dau-tu":                   `Sở Kế hoạch và Đầu tư, Sở KHĐT, so khdt, SKHĐT, Sở KH&ĐT`,
	"so-tu-phap":                              `Sở Tư pháp, STP, so tu phap, giám đốc sở tư pháp`,
	"so-giao-duc-va-dao-tao":                  `Sở Giáo dục và Đào tạo, Sở GDĐT, so gddt, Sở Giáo dục`,
	"so-lao-dong-thuong-binh-va-xa-hoi":       `Sở Lao động - Thương binh và Xã hội, sở lao động thương binh và xã hội, Sở LĐTBXH, so ldtbxh, Sở Lao động`,
	"thanh-tra-thanh-pho":                     `Thanh tra Thành phố, Chánh Thanh tra Thành phố, thanh tra thanh pho`,
	"trung-tam-xuc-tien-thuong-mai-va-dau-tu": `ITPC, itpc, Trung tâm Xúc tiến Thương mại và Đầu tư`,
	"bql-khu-che-xuat-va-cong-nghiep":         `HEPZA, hepza, Ban Quản lý các Khu chế xuất và công nghiệp`,
	"cong-an-thanh-pho":                       `Công an Thành phố, CATP, cong an thanh pho, Giám đốc Công an Thành phố`,
	"bao-hiem-xa-hoi":                         `Bảo hiểm xã hội Thành phố, BHXH, bhxh`,
	"kho-bac-nha-nuoc":                        `Kho bạc Nhà nước, KBNN, kho bac nha nuoc`,
	"cuc-thue":                                `Cục Thuế, cuc thue, Cục Thuế Thành phố, Cục trưởng Cục Thuế`,
	"mttq-thanh-pho":                          `Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố, MTTQ, mttq, Mặt trận Tổ quốc`,
	"thanh-doan":                              `Thành Đoàn, thanh doan, Bí thư Thành Đoàn`,
	"hoc-vien-can-bo":                         `Học viện Cán bộ Thành phố, hoc vien can bo, HVCB`,
	"vien-nghien-cuu-phat-trien":              `Viện Nghiên cứu phát triển, HIDS, vien nghien cuu phat trien`,
	"hdnd-thanh-pho":                          `HĐND, Hội đồng nhân dân Thành phố, hdnd`,
	"bao-tuoi-tre":                            `Báo Tuổi Trẻ, bao tuoi tre`,
	"dai-truyen-hinh":                         `Đài Truyền hình, HTV, dai truyen hinh`,
	"hoi-lien-hiep-phu-nu":                    `Hội Phụ nữ, Hội LHPN, hoi phu nu`,
	"so-giao-thong-van-tai":                   `Sở GTVT, Sở Giao thông vận tải, so gtvt`,
	"so-xay-dung":                             `Sở Xây dựng, so xay dung, SXD`,
	"ubnd-quan-1":                             `UBND Quận 1, Quận 1, quận 1, quan 1, ubnd q1, UBND Q.1, Chủ tịch UBND Quận 1`,
	"ubnd-quan-12":                            `Quận 12, q12, Q.12, quan 12`,
	"ubnd-quan-binh-tan":                      `UBND quận Bình Tân, quận Bình Tân, Bình Tân, binh tan, Chủ tịch UBND quận Bình Tân`,
	"ubnd-quan-go-vap":                        `Gò Vấp, go vap, quận Gò Vấp`,
	"ubnd-thanh-pho-thu-duc":                  `UBND thành phố Thủ Đức, thành phố Thủ Đức, TP Thủ Đức, tp thủ đức, tp thu duc, Thủ Đức, TP. Thủ Đức`,
	"ubnd-huyen-cu-chi":                       `UBND huyện Củ Chi, huyện Củ Chi, Củ Chi, huyen cu chi, Chủ tịch UBND huyện Củ Chi`,
	"ubnd-huyen-can-gio":                      `Cần Giờ, huyện Cần Giờ, can gio`,
}

func TestAgencyByEveryName(t *testing.T) {
	t.Parallel()
	for want, names := range named {
		for name := range strings.SplitSeq(names, ", ") {
			for _, text := range []string{name + " phải làm gì", "cho em hỏi nhiệm vụ của " + name, name, decomposed(name) + " co nhung nhiem vu gi"} {
				q := ask(t, text)
				if got := idOf(q.Agency); got != want || q.Intent != Responsibility {
					t.Errorf("%q: %s of %q, want %s", text, q.Intent, got, want)
				}
			}
		}
	}
}

func TestGroups(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"thủ trưởng sở, ban, ngành phải làm gì":          "so-ban-nganh",
		"cac so ban nganh phai lam gi":                   "so-ban-nganh",
		"các sở ngành có nhiệm vụ gì":                    "so-ban-nganh",
		"UBND quận, huyện có những nhiệm vụ nào":         "quan-huyen",
		"quan huyen phai lam gi":                         "quan-huyen",
		"phường, xã, thị trấn phải làm gì":               "phuong-xa",
		"phuong xa phai lam nhung gi":                    "phuong-xa",
		"các cơ quan ngành dọc phải làm gì":              "nganh-doc",
		"đơn vị sự nghiệp công lập có những nhiệm vụ gì": "don-vi-su-nghiep",
	} {
		if got := idOf(ask(t, text).Agency); got != want {
			t.Errorf("%q is about %q, want %q", text, got, want)
		}
	}
}

// Wards need no list: their names are known by their form.
func TestWards(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"phường Bến Nghé phải làm gì":          "phường Bến Nghé",
		"nhiệm vụ của UBND phường Bến Nghé":    "phường Bến Nghé",
		"xã Tân Thông Hội có nhiệm vụ gì":      "xã Tân Thông Hội",
		"thị trấn Cần Thạnh phải làm những gì": "thị trấn Cần Thạnh",
		"phuong ben nghe phai lam gi":          "phuong ben nghe",
		"Ủy ban nhân dân phường 5 phải làm gì": "phường 5",
	} {
		a := ask(t, text).Agency
		if a == nil || len(a.Groups) != 1 || a.Groups[0] != "phuong-xa" || !strings.Contains(folded(a.Name), folded(want)) {
			t.Errorf("%q is about %+v, want %s", text, a, want)
		}
	}
}

// Who asks is not whom the question is about.
func TestSpeakerAndSubject(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text             string
		speaker, subject string
		own              bool
	}{
		{"Sở Nội vụ phải làm gì", "", "so-noi-vu", false},
		{"em ở UBND Quận 3, bài viết tuyên truyền hàng quý gửi về đâu vậy", "ubnd-quan-3", "", false},
		{"Em đang làm ở Sở Tư pháp, cho em hỏi số hóa hồ sơ ai chủ trì", "so-tu-phap", "", false},
		{"bên em là Kho bạc Nhà nước, có mấy ngày để làm kế hoạch", "kho-bac-nha-nuoc", "", true},
		{"tôi là chuyên viên Sở Y tế, hạn nộp bài viết là khi nào", "so-y-te", "", false},
		{"em o quan 3, Sở Nội vụ phải làm gì", "ubnd-quan-3", "so-noi-vu", false},
		{"đơn vị em phải làm gì", "", "", true},
		{"don vi em phai lam gi", "", "", true},
		{"cơ quan tôi có những nhiệm vụ nào", "", "", true},
		{"bên mình có gì đến hạn", "", "", true},
		{"phường em phải số hóa bao nhiêu phần trăm", "phuong-xa", "", true},
		{"sở em phải làm gì", "so-ban-nganh", "", true},
		{"quận em có nhiệm vụ gì", "quan-huyen", "", true},
		{"ai chủ trì số hóa hồ sơ", "", "", false},
	} {
		q := ask(t, c.text)
		if idOf(q.Speaker) != c.speaker || idOf(q.Agency) != c.subject || q.Own != c.own {
			t.Errorf("%q: asked by %q about %q, own %v; want %q, %q, %v",
				c.text, idOf(q.Speaker), idOf(q.Agency), q.Own, c.speaker, c.subject, c.own)
		}
	}
}

// Words of a topic that look like the name of an agency are none.
func TestNoAgency(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"số hóa hồ sơ", "so hoa ho so", "cơ sở vật chất", "ai chủ trì", "quý 1 có gì đến hạn", "xã hội hóa", "xa hoi hoa",
		"quản lý chất lượng ISO 9001", "sửa chữa trụ sở làm việc", "một cửa liên thông",
	} {
		q := ask(t, text)
		if q.Agency != nil || q.Speaker != nil || q.Own {
			t.Errorf("%q names %q, speaks for %q, own %v", text, idOf(q.Agency), idOf(q.Speaker), q.Own)
		}
	}
}
