package question

import (
	"strings"

	"cchcbot/index"
	"cchcbot/index/vi"
)

// outsidePhrases are names of what people ask a city's officials about and what
// a plan for administrative reform does not hold: single services to a citizen,
// prices, pay, other indices and figures, and other provinces. The value is the
// phrase as it would stand in a unit that speaks of it all the same.
func outsidePhrases() *phrases[string] {
	p := &phrases[string]{}
	for _, name := range strings.FieldsFunc(outsideNames+provinceNames, func(r rune) bool { return r == ',' || r == '\n' }) {
		if name = strings.TrimSpace(name); name != "" {
			p.add(name, vi.Fold(vi.Normalize(name)))
		}
	}
	return p
}

// outside finds something that a sentence, typed with marks or without, names
// and no such plan holds.
func (r *Reader) outside(words []word, marked bool) string {
	for i := range words {
		if name, n := r.outsides.longest(words, i); n > 0 && (marked || !r.withBefore(words, i)) {
			return name
		}
		if name := r.otherIndex(words, i); name != "" {
			return name
		}
	}
	return ""
}

// otherIndex finds an index that the plan does not speak of: "chỉ số hạnh phúc".
func (r *Reader) otherIndex(words []word, i int) string {
	if i+2 >= len(words) || !words[i].oneOf("chỉ") || !words[i+1].oneOf("số") {
		return ""
	}
	next := words[i+2]
	known := r.vocabulary.KnowsPair("so", next.Folded)
	if next.Marked() {
		known = r.vocabulary.SpellsBeside(next.Word, index.Word{Folded: "so", Toned: "số"}, index.Word{})
	}
	if known || next.use == taken || hasDigits(next.Folded) || r.common[next.Folded] ||
		!vi.IsSyllable(next.Folded) && r.vocabulary.Knows(next.Folded) {
		return ""
	}
	return "chi so " + next.Folded
}

// withBefore reports whether a word without marks is half of a pair of the plan
// with the one before it: in "quoc gia dat 100%" nobody asks for "giá đất".
func (r *Reader) withBefore(words []word, i int) bool {
	return i > 0 && !words[i].Marked() && r.vocabulary.KnowsPair(words[i-1].Folded, words[i].Folded)
}

// withAfter is the same for the one behind it.
func (r *Reader) withAfter(words []word, i int) bool {
	return i+1 < len(words) && !words[i].Marked() && r.vocabulary.KnowsPair(words[i].Folded, words[i+1].Folded)
}

const outsideNames = `
	học phí, học bổng, điểm thi, điểm chuẩn, thi lớp 10, thi tốt nghiệp, tuyển sinh lớp, tuyển sinh đầu cấp, nhập học, khai giảng, sách giáo khoa, năm học mới,
	lịch nghỉ, nghỉ tết, nghỉ lễ, nghỉ hè, nghỉ phép, thưởng tết, lương hưu, tăng lương, bảng lương, bậc lương, nâng lương, trợ cấp, lương cơ sở, thai sản,
	bảo hiểm y tế, thẻ bảo hiểm, bảo hiểm thất nghiệp, bảo hiểm xã hội một lần, rút bảo hiểm,
	giá xăng, xăng dầu, giá điện, tiền điện, tiền nước, giá nước, tiền rác, tiền thu gom rác, giá vàng, giá đất, bảng giá đất, giá nhà, giá thuê, giá vé, tỷ giá, lãi suất, vay tiền, chứng khoán, xổ số,
	thời tiết, dự báo mưa, kẹt xe, ùn tắc, triều cường, tai nạn giao thông,
	hộ chiếu, passport, visa, thị thực, căn cước, thẻ căn cước, chứng minh nhân dân, khai sinh, khai tử, kết hôn, ly hôn, độc thân, tình trạng hôn nhân, tạm trú, thường trú, hộ khẩu, lý lịch tư pháp,
	giấy phép lái xe, bằng lái, đăng kiểm, biển số, phạt nguội, nồng độ cồn, mũ bảo hiểm, vượt đèn đỏ,
	giấy phép xây dựng, xin phép xây dựng, phép xây dựng, sổ hồng lần đầu, cấp sổ hồng, cấp sổ đỏ, sang tên, trước bạ, tách thửa, chuyển mục đích sử dụng đất,
	thuế thu nhập cá nhân, thuế khoán, thuế đất, quyết toán thuế, mã số thuế, hoàn thuế, nhà ở xã hội, nhà trọ, căn hộ, chung cư, hộ cá thể,
	vắc xin, vaccine, tiêm chủng, sốt xuất huyết, dịch bệnh, covid, khám sức khỏe, nghĩa vụ quân sự, nhập ngũ, bầu cử, bầu trưởng khu phố, pháo hoa, đường hoa, bóng đá, vé tàu, vé số, vé máy bay,
	PCI, PAPI, DDCI, PGI, ICT Index, DTI, năng lực cạnh tranh cấp tỉnh, chỉ số xanh, tăng trưởng, GRDP, GDP, CPI, lạm phát, xuất khẩu, nhập khẩu, FDI, vốn đầu tư nước ngoài, thu nhập bình quân, hộ nghèo, nghèo đa chiều, thất nghiệp, nông thôn mới,
	cây xanh, vỉa hè, lấn chiếm, phòng cháy, trộm cắp, ma túy, karaoke, tiếng ồn, đền bù, giải phóng mặt bằng, tái định cư, vành đai 3, cao tốc, metro số, ga metro, tuyến metro,
	ngày chuyển đổi số, ngày pháp luật, ngày doanh nhân, ngày nhà giáo, quốc khánh, ngày thành lập,
	thời gian làm việc, giờ làm việc, giờ hành chính, tháng lương, chuyển khẩu, dân chủ cơ sở, quy chế dân chủ, kê khai tài sản, phòng chống tham nhũng, tiếp công dân, kế hoạch hóa gia đình, tổng số thủ tục, chỉ số hạnh phúc,
	mật khẩu, wifi, số điện thoại, hotline, đường dây nóng, bình ổn giá, hàng tết
`

// provinceNames are the provinces and cities other than the one of the plan,
// by the names of the plan's time. Left out are those that became part of the
// city, and those whose names without marks read as other words ("gia lai").
const provinceNames = `
	Hà Nội, Hải Phòng, Đà Nẵng, Cần Thơ, An Giang, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, 
	Bình Định, Bình Phước, Bình Thuận, Cao Bằng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Hà Giang, Hà Tĩnh, Hải Dương, Hậu Giang, 
	Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, 
	Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, 
	Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
`
