package question

import "testing"

func BenchmarkRead(b *testing.B) {
	r := reader(b)
	for _, c := range []struct{ name, text string }{
		{"Toned", "Số hóa kết quả giải quyết thủ tục hành chính cấp xã tối thiểu bao nhiêu phần trăm?"},
		{"Folded", "so hoa ket qua giai quyet thu tuc hanh chinh cap xa toi thieu bao nhieu phan tram"},
		{"Slips", "soos hoas ket quar giair quyeets thur tucj hanhf chinhs caaps xax tinhgianbienche"},
		{"Agency", "em ở UBND Quận 3, quý I Sở Thông tin và Truyền thông phải làm gì"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				r.Read(c.text, spring)
			}
		})
	}
}
