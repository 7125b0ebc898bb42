package seeds

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// cells are the words of a row.
type taskCells struct{ Text, Product, Lead, Support, Deadline string }

func wordsOf(u plan.Unit) taskCells {
	return taskCells{u.Text, u.Product, u.Lead, u.Support, u.Deadline.Words}
}

const (
	everyDepartment = "Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố Thủ Đức"
	inTheYear       = "Trong năm 2024"
	reformPlan      = "phục vụ chuyển đổi số quốc gia giai đoạn 2022-2025, tầm nhìn đến năm 2030”"
)

// All eleven rows that a page break cuts, whole again.
var cutRows = map[string]struct {
	lines string
	cells taskCells
}{
	"PL.1.2": {"469-469 472-472", taskCells{
		Text: "Triển khai đầy đủ và đúng các quy định trên các lĩnh vực cải cách hành chính do Chính phủ, " +
			"Thủ tướng Chính phủ, các bộ, ngành Trung ương ban hành, chỉ đạo",
		Product: "Kế hoạch/Công văn",
		Lead:    "Giám đốc Sở Nội vụ",
		Support: "Chánh Văn phòng UBND Thành phố, Giám đốc Sở Tư pháp, Giám đốc Sở Tài Chính, " +
			"Giám đốc Sở Kế hoạch và Đầu tư, Giám đốc Sở Thông tin và Truyền thông " + everyDepartment,
		Deadline: "Khi có văn bản chỉ đạo của Trung ương",
	}},
	"PL.1.10": {"487-487 490-490", taskCells{
		Text: "Xây dựng chuyên mục dành riêng về công tác CCHC giới thiệu các mô hình, giải pháp hay trong " +
			"thực hiện CCHC tại đơn vị trên Cổng thông tin điện tử Thành phố và các Trang thông tin điện tử " +
			"của các cơ quan, đơn vị",
		Product:  "Bài viết",
		Lead:     everyDepartment,
		Support:  "Sở Thông tin và Truyền thông, Sở Nội vụ kiểm tra việc thực hiện nội dung này",
		Deadline: "Thường xuyên",
	}},
	"PL.1.12": {"492-492 495-495", taskCells{
		Text: "Chuyên mục, chuyên trang về CCHC để tuyên truyền và phản hồi ý kiến của người dân, " +
			"doanh nghiệp, các cơ quan, tổ chức về công tác CCHC trên địa bàn Thành phố",
		Product: "Chuyên mục, bài viết\nChuyên mục tiếp nhận phản ánh, kiến nghị",
		Lead: "Giám đốc Sở Nội vụ,\nĐài Truyền hình, Đài Tiếng nói nhân dân Thành phố, " +
			"Báo Sài Gòn Giải phóng, Báo Tuổi trẻ, Trung tâm Báo chí Thành phố (Sở Thông tin và Truyền thông)",
		Support: "Giám đốc Sở Thông tin và Truyền thông, Giám đốc Sở Nội vụ, Chánh Văn phòng UBND Thành phố\n" +
			everyDepartment + "\nMời Ban Tuyên giáo Thành ủy, Ban Dân vận Thành ủy phối hợp với " +
			"Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội Thành phố",
		Deadline: "Thường xuyên",
	}},
	"PL.2.1": {"499-499 502-502", taskCells{
		Text: "Ban hành danh mục văn bản quy định chi tiết luật, nghị quyết của Quốc hội, pháp lệnh, " +
			"nghị quyết của Ủy ban thường vụ Quốc hội, lệnh, quyết định của Chủ tịch nước (nếu có) theo quy định",
		Product: "Quyết định", Lead: "Giám đốc Sở Tư pháp", Support: everyDepartment, Deadline: inTheYear,
	}},
	"PL.3.1": {"517-517 520-520", taskCells{
		Text: "Tổ chức triển khai thực hiện Nghị quyết số 131/NQ-CP ngày 06 tháng 10 năm 2022 của Chính phủ " +
			"về đẩy mạnh cải cách thủ tục hành chính và hiện đại hóa phương thức chỉ đạo, điều hành phục vụ " +
			"người dân, doanh nghiệp và hướng dẫn của Văn phòng Chính phủ; Chỉ thị số 27/CT-TTg ngày 27 " +
			"tháng 10 năm 2023 của Thủ tướng Chính phủ; Chỉ thị số 06/CT-UBND ngày 18 tháng 10 năm 2023 " +
			"của Chủ tịch Ủy ban nhân dân Thành phố",
		Product: "Kế hoạch\nBáo cáo", Lead: "Chánh Văn phòng UBND Thành phố",
		Support: everyDepartment, Deadline: inTheYear,
	}},
	"PL.3.5": {"526-526 529-529", taskCells{
		Text: "Tổ chức rà soát, đánh giá, đề xuất cắt giảm, đơn giản hóa thủ tục hành chính liên quan đến " +
			"hoạt động kinh doanh nhằm cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh " +
			"quốc gia; rà soát các thủ tục hành chính 03 (ba) năm không phát sinh hồ sơ; kiểm soát việc " +
			"cung cấp thủ tục hành chính trên môi trường điện tử; tái cấu trúc quy trình thủ tục hành chính " +
			"để cung cấp dịch vụ công trực tuyến; mô hình, sáng kiến cải cách thủ tục hành chính",
		Product: "Các Kế hoạch\nPhương án đơn giản hóa\nCác Báo cáo",
		Lead:    "Chánh Văn phòng UBND Thành phố", Support: everyDepartment, Deadline: inTheYear,
	}},
	"PL.3.8": {"532-532 535-535", taskCells{
		Text: "Số hóa kết quả và hồ sơ giải quyết TTHC đang còn hiệu lực và có giá trị sử dụng thuộc " +
			"thẩm quyền giải quyết của cấp tỉnh (sở, ban - ngành), cấp huyện, cấp xã đạt tỷ lệ tối thiểu " +
			"tương ứng là 70%, 60%, 55%",
		Product:  "Kế hoạch\nBáo cáo\nHồ sơ được số hóa",
		Lead:     "Giám đốc Sở Thông tin và Truyền thông\n" + everyDepartment,
		Support:  "Chánh Văn phòng UBND Thành phố\nGiám đốc Sở Nội vụ",
		Deadline: inTheYear,
	}},
	"PL.3.14": {"543-543 546-546", taskCells{
		Text:    "Giảm tỷ lệ giải quyết hồ sơ TTHC trễ hạn trên lĩnh vực đất đai và lĩnh vực đầu tư xuống còn dưới 2%",
		Product: "Báo cáo",
		Lead: "Giám đốc Sở Tài nguyên và Môi trường\nGiám đốc Sở Kế hoạch và Đầu tư\n" +
			everyDepartment,
		Support: "Chánh Văn phòng UBND Thành phố", Deadline: inTheYear,
	}},
	"PL.3.17": {"549-549 552-552", taskCells{
		Text: "100% phản ánh, kiến nghị của cá nhân, tổ chức về quy định, thủ tục hành chính được tiếp nhận, " +
			"xử lý, trả lời và công khai kết quả trả lời trên Cổng Dịch vụ công quốc gia đảm bảo quy định của " +
			"Nghị định số 20/2008/NĐ-CP (đã sửa đổi, bổ sung), Quyết định số 31/2021/QĐ-TTg và " +
			"Quyết định số 24/2022/QĐ-UBND",
		Product: "Cơ quan, đơn vị xử lý 100% phản ánh, kiến nghị và cập nhật kết quả trả lời trên Cổng " +
			"Dịch vụ công quốc gia; Văn phòng Ủy ban nhân dân Thành phố theo dõi, đôn đốc và báo cáo tình hình " +
			"tiếp nhận, xử lý phản ánh, kiến nghị trên địa bàn Thành phố.",
		Lead:     "Chánh Văn phòng UBND Thành phố\n" + everyDepartment,
		Deadline: "Khi phát sinh Định kỳ hàng quý",
	}},
	"PL.7.7": {"634-634 637-637", taskCells{
		Text: "Tiếp tục triển khai hiệu quả, đảm bảo tiến độ theo Quyết định số 06/QĐ-TTg ngày 06 tháng 01 " +
			"năm 2022 của Thủ tướng Chính phủ về việc phê duyệt Đề án “Phát triển ứng dụng dữ liệu về dân cư, " +
			"định danh và xác thực điện tử " + reformPlan + " và Kế hoạch số 922/KH-UBND ngày 28 tháng 3 " +
			"năm 2022 của Ủy ban nhân dân Thành phố về triển khai thực hiện Quyết định số 06/QĐ-TTg ngày " +
			"06/01/2022 của Thủ tướng Chính phủ về việc phê duyệt Đề án “Phát triển ứng dụng dữ liệu về dân cư, " +
			"định danh và xác thực điện tử " + reformPlan + " trên địa bàn Thành phố Hồ Chí Minh",
		Product: "Kế hoạch/Báo cáo/Công văn\nDữ liệu",
		Lead:    "Công an Thành phố " + everyDepartment,
	}},
	"PL.7.18": {"652-652 655-655", taskCells{
		Text:     "Xây dựng nền tảng số hỗ trợ công tác điều hành các ấp và khu phố tại Thành phố Hồ Chí Minh",
		Product:  "Ứng dụng",
		Lead:     "Giám đốc Sở Thông tin và Truyền thông",
		Support:  everyDepartment + "; Chủ tịch UBND phường, xã, thị trấn",
		Deadline: inTheYear,
	}},
}

func TestCutRowsAreWhole(t *testing.T) {
	t.Parallel()
	for id, want := range cutRows {
		u := unitOf(t, id)
		if diff := cmp.Diff(want.cells, wordsOf(u)); diff != "" {
			t.Errorf("%s (-document +read):\n%s", id, diff)
		}
		if got := printLines(u.Lines); got != want.lines {
			t.Errorf("%s stands in lines %s, want %s", id, got, want.lines)
		}
	}
}

// No other row goes on in a second line.
func TestOtherRowsStandInOneLine(t *testing.T) {
	t.Parallel()
	p := decision()
	for _, u := range p.Units {
		if _, cut := cutRows[u.ID]; u.Kind == plan.KindTask && !cut && len(lineNumbers(u.Lines)) != 1 {
			t.Errorf("%s stands in lines %s", u.ID, printLines(u.Lines))
		}
	}
}

// Rows with a trait of their own: lists of each form, missing cells.
func TestRows(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]taskCells{
		"PL.1.4.1": {
			Text: "Kiểm tra, khảo sát CCHC định kỳ tối thiểu 40% các cơ quan chuyên môn trực thuộc UBND Thành phố " +
				"và UBND quận, huyện, thành phố Thủ Đức, tối thiểu 20% phường - xã, thị trấn; một số cơ quan ngành dọc",
			Product: "Quyết định ban hành Kế hoạch\nBáo cáo kết quả kiểm tra",
			Lead:    "Giám đốc Sở Nội vụ",
			Support: "Các cơ quan thành viên Ban Chỉ đạo CCHC Thành phố và các cơ quan được mời tham gia " +
				"kiểm tra, khảo sát",
			Deadline: "Quý I: trình kế hoạch\nQuý II và quý III năm 2024 tiến hành kiểm tra và báo cáo kết quả",
		},
		"PL.2.9": {
			Text: "Thường xuyên tổ chức đào tạo, bồi dưỡng cập nhật kiến thức, kỹ năng cho đội ngũ cán bộ, " +
				"công chức làm công tác pháp chế, công tác tham mưu xây dựng, góp ý, đánh giá, thẩm định dự thảo " +
				"văn bản tại đơn vị",
			Product:  "Kế hoạch",
			Lead:     "Giám đốc Sở Tư pháp\nThủ trưởng sở, ban, ngành\nChủ tịch UBND quận, huyện, thành phố Thủ Đức",
			Deadline: inTheYear,
		},
		"PL.5.4": {
			Text: "Thực hiện đào tạo bồi dưỡng cho đội ngũ cán bộ, công chức, viên chức (CBCCVC) theo kế hoạch " +
				"được phê duyệt và đăng ký",
			Product: "Quyết định\n100% các lớp học\nBáo cáo",
			Lead:    "Giám đốc Sở Nội vụ", Support: everyDepartment, Deadline: inTheYear,
		},
		"PL.7.9": {
			Text: "Tiếp tục hoàn thiện, kết nối liên thông các phần mềm quản lý văn bản và điều hành nội bộ theo " +
				"Quyết định số 28/2018/QĐ-TTg ngày 12/7/2018 của Thủ tướng Chính phủ và Nghị định số " +
				"30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ",
			Product:  "Kế hoạch\nỨng dụng, phần mềm cải tiến",
			Lead:     "Giám đốc Sở Thông tin và Truyền thông",
			Support:  everyDepartment + "; Chủ tịch UBND phường - xã, thị trấn",
			Deadline: inTheYear,
		},
	} {
		if diff := cmp.Diff(want, wordsOf(unitOf(t, id))); diff != "" {
			t.Errorf("%s (-document +read):\n%s", id, diff)
		}
	}
}

// The document leaves these cells empty, and no others.
func TestEmptyCells(t *testing.T) {
	t.Parallel()
	noSupport := map[string]bool{
		"PL.2.9": true, "PL.3.2": true, "PL.3.7": true, "PL.3.17": true, "PL.3.19": true, "PL.7.7": true,
	}
	p := decision()
	for _, u := range p.Units {
		if u.Kind != plan.KindTask {
			continue
		}
		if (u.Support == "") != noSupport[u.ID] {
			t.Errorf("%s: coordinating agencies %q", u.ID, u.Support)
		}
		if (u.Deadline.Words == "") != (u.ID == "PL.7.7") {
			t.Errorf("%s: deadline %q", u.ID, u.Deadline.Words)
		}
		if u.Text == "" || u.Product == "" || u.Lead == "" {
			t.Errorf("%s lacks a cell: %+v", u.ID, wordsOf(u))
		}
	}
}
