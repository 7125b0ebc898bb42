package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// assignedCases are paragraphs of section V and of the articles, cut after what
// tells who is meant.
var assignedCases = []struct {
	unit, text string
	want       []plan.Party
}{
	{
		"V.1", "Đề nghị Hội đồng nhân dân Thành phố Hồ Chí Minh: thực hiện giám sát việc triển khai công tác CCHC " +
			"tại các sở, ban - ngành và UBND các cấp.",
		of(named("hdnd-thanh-pho", "Đề nghị Hội đồng nhân dân Thành phố Hồ Chí Minh")),
	},
	{
		"V.2", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố và các tổ chức chính trị - xã hội thành phố: " +
			"phát huy vai trò giám sát",
		of(named("mttq-thanh-pho", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố"),
			grouped("doan-the", "các tổ chức chính trị - xã hội thành phố")),
	},
	{
		"V.3", "Thủ trưởng các sở, ban - ngành và Chủ tịch UBND các quận - huyện",
		of(grouped("so-ban-nganh", "Thủ trưởng các sở, ban - ngành"),
			grouped("quan-huyen", "Chủ tịch UBND các quận - huyện")),
	},
	{
		"V.3.1", "Xây dựng và tổ chức thực hiện Kế hoạch CCHC năm 2024 của đơn vị và gởi Kế hoạch về Sở Nội vụ " +
			"tổng hợp, lưu ý: đảm bảo tiến độ và các chỉ tiêu, nội dung của Thành phố và đơn vị đề ra.", nil,
	},
	{
		"V.3.2", "Tham mưu UBND Thành phố triển khai, đảm bảo thực hiện có hiệu quả các tiêu chí, phân công cụ thể " +
			"các phòng, ban, đơn vị có liên quan phụ trách các tiêu chí.", nil,
	},
	{"V.4", "Sở Nội vụ: chủ trì tham mưu công tác chỉ đạo.", of(named("so-noi-vu", "Sở Nội vụ"))},
	{
		"V.5", "Văn phòng Ủy ban nhân dân Thành phố: chủ trì tham mưu về kiểm soát TTHC.",
		of(named("van-phong-ubnd", "Văn phòng Ủy ban nhân dân Thành phố")),
	},
	{
		"V.7", "Sở Tài chính: chủ trì tham mưu cải cách tài chính công; phối hợp với Cục Thuế Thành phố, " +
			"Cục Hải quan Thành phố quản lý và bồi dưỡng nguồn thu",
		of(named("so-tai-chinh", "Sở Tài chính")),
	},
	{
		"V.13", "Viện Nghiên cứu phát triển Thành phố: chủ trì, phối hợp với các cơ quan, đơn vị, " +
			"Ủy ban Mặt Trận Tổ quốc Thành phố nghiên cứu đổi mới phương pháp.",
		of(named("vien-nghien-cuu-phat-trien", "Viện Nghiên cứu phát triển Thành phố")),
	},
	{
		"V.14", "Đề nghị Cục Hải quan Thành phố, Cục Thuế Thành phố, Công an Thành phố, Kho bạc Nhà nước Thành phố, " +
			"Bảo hiểm xã hội Thành phố, Sở Ngoại vụ Thành phố, Ngân hàng Nhà nước chi nhánh Thành phố, " +
			"các đơn vị ngành dọc trú đóng trên địa bàn Thành phố: tuân thủ thực hiện theo chỉ đạo của ngành",
		of(named("cuc-hai-quan", "Đề nghị Cục Hải quan Thành phố"),
			named("cuc-thue", "Cục Thuế Thành phố"),
			named("cong-an-thanh-pho", "Công an Thành phố"),
			named("kho-bac-nha-nuoc", "Kho bạc Nhà nước Thành phố"),
			named("bao-hiem-xa-hoi", "Bảo hiểm xã hội Thành phố"),
			named("so-ngoai-vu", "Sở Ngoại vụ Thành phố"),
			named("ngan-hang-nha-nuoc-chi-nhanh", "Ngân hàng Nhà nước chi nhánh Thành phố"),
			qualified(grouped("nganh-doc", "các đơn vị ngành dọc trú đóng trên địa bàn Thành phố"),
				"trú đóng trên địa bàn Thành phố")),
	},
	{
		"V.15", "Đề nghị Ban Tuyên giáo Thành ủy, Ban Dân vận Thành ủy phối hợp với Ủy ban Mặt trận Tổ quốc, " +
			"Công đoàn Viên chức Thành phố và các đoàn thể chính trị - xã hội Thành phố: đẩy mạnh công tác tuyên truyền",
		of(named("ban-tuyen-giao-thanh-uy", "Đề nghị Ban Tuyên giáo Thành ủy"),
			named("ban-dan-van-thanh-uy", "Ban Dân vận Thành ủy"),
			named("mttq-thanh-pho", "phối hợp với Ủy ban Mặt trận Tổ quốc"),
			named("cong-doan-vien-chuc", "Công đoàn Viên chức Thành phố"),
			grouped("doan-the", "các đoàn thể chính trị - xã hội Thành phố")),
	},
	{
		"V.KT", "Trong quá trình tổ chức thực hiện Kế hoạch này, nếu thấy cần sửa đổi, bổ sung, sở, ban - ngành, " +
			"UBND quận - huyện có văn bản gửi về Sở Nội vụ để tổng hợp trình UBND Thành phố xem xét, quyết định./.",
		of(ifNeeded(grouped("so-ban-nganh", "sở, ban - ngành")), ifNeeded(grouped("quan-huyen", "UBND quận - huyện"))),
	},
	{
		"D4", "Chánh Văn phòng Ủy ban nhân dân Thành phố Hồ Chí Minh, Giám đốc Sở Nội vụ, Thủ trưởng các sở, " +
			"ban - ngành, Chủ tịch Ủy ban nhân dân quận, huyện, thành phố Thủ Đức, Thủ trưởng các cơ quan, " +
			"đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.",
		of(named("van-phong-ubnd", "Chánh Văn phòng Ủy ban nhân dân Thành phố Hồ Chí Minh"), interior,
			grouped("so-ban-nganh", "Thủ trưởng các sở, ban - ngành"),
			grouped("quan-huyen", "Chủ tịch Ủy ban nhân dân quận, huyện, thành phố Thủ Đức"),
			concerned("Thủ trưởng các cơ quan, đơn vị liên quan", "liên quan")),
	},
	{"nothing", "", nil},
}

// ifNeeded is a party that is bound only when it sees a need.
func ifNeeded(p plan.Party) plan.Party {
	p.Conditional = true
	return p
}

func TestAssignedParties(t *testing.T) {
	t.Parallel()
	r := seedRegister(t)
	for _, tt := range assignedCases {
		got := r.AssignedParties(tt.text)
		if diff := cmp.Diff(tt.want, got, anyRole); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.unit, diff)
		}
		for _, p := range got {
			if p.Role != plan.RoleAssigned {
				t.Errorf("%s: role %s", tt.unit, p.Role)
			}
		}
	}
}
