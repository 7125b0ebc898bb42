package question

import (
	"strings"
	"testing"
)

// intents are what people type for each intent; a line is a question.
var intents = map[Intent]string{
	Responsibility: `
		Sở Tư pháp phải làm gì?
		so tu phap phai lam gi
		Sở Nội vụ được giao những nhiệm vụ nào
		stttt phai lam nhung gi
		nhiệm vụ của UBND Quận 1
		cho em hỏi Sở Du lịch có trách nhiệm gì trong kế hoạch này ạ
		Giám đốc Sở Y tế chịu trách nhiệm những gì
		VPUB chủ trì những việc gì
		Sở Tài chính phối hợp những nhiệm vụ nào
		đơn vị em phải làm những gì
		em ở UBND Quận 3, bên em có nhiệm vụ gì
		phường Bến Nghé có những nhiệm vụ gì
		Sở Nội vụ
		danh sách nhiệm vụ của Công an Thành phố`,
	Owner: `
		ai chủ trì số hóa hồ sơ?
		ai chu tri so hoa ho so
		đơn vị nào chủ trì nền tảng số hóa thành phố
		iso 9001 giao sở nào
		đề án nền công vụ ai lo
		sở nào phụ trách tuyển dụng sinh viên xuất sắc
		hội thi cải cách hành chính do ai tổ chức
		co quan nao phu trach giai ngan von dau tu
		kiểm tra tài sản công giao cho ai
		ai chịu trách nhiệm về chữ ký số`,
	Support: `
		ai phối hợp số hóa hồ sơ?
		ai phoi hop so hoa ho so
		đơn vị nào phối hợp tổ chức hội thi cải cách hành chính
		cơ quan phối hợp của nhiệm vụ tinh giản biên chế
		tinh giản biên chế phối hợp với ai
		tinh gian bien che phoi hop voi don vi nao
		sở nào phối hợp kiểm tra cơ chế ủy quyền`,
	Deadline: `
		bài viết tuyên truyền khi nào nộp
		han nop bai viet cchc
		kế hoạch hỗ trợ doanh nghiệp nhỏ và vừa quý mấy phải ban hành
		tinh giản biên chế bao giờ xong
		kiểm tra cơ chế ủy quyền hạn chót khi nào
		bai viet cchc may thang nop 1 lan
		thời hạn kiểm tra tài sản công
		hội thi cải cách hành chính deadline lúc nào
		báo cáo phản ánh kiến nghị định kỳ bao lâu một lần
		han nop bao cao quy 1 la khi nao
		bao cao cchc 6 thang nop khi nao`,
	Product: `
		nền tảng số hóa thành phố sản phẩm là gì
		nen tang so hoa san pham gi
		chữ ký số phải nộp gì
		hội thi cải cách hành chính đầu ra là gì
		tuyên truyền pháp luật thì sp là gì
		kiểm tra tài sản công phải có những văn bản gì
		chu ky so phai nop san pham gi`,
	Target: `
		tỷ lệ số hóa hồ sơ cấp xã bao nhiêu phần trăm
		so hoa ho so cap xa bn phan tram
		mức độ hài lòng phải đạt bao nhiêu
		PAR Index phấn đấu nhóm mấy
		hài lòng tthc đất đai bao nhiêu %
		giải ngân vốn đầu tư tối thiểu bao nhiêu
		chỉ tiêu thanh toán điện tử là bao nhiêu`,
	Contact: `
		bài viết tuyên truyền gửi về đâu
		bai viet tuyen truyen gui ve dau
		gởi kế hoạch cải cách hành chính cho ai
		mail nhận bài tuyên truyền là gì
		bài viết hàng quý nộp cho cơ quan nào
		địa chỉ email nhận bài viết mô hình
		gui bai cchc vao mail nao`,
	Clause: `
		Điều 2 nói gì
		điều bốn nói gì
		mục 7.9 phụ lục
		muc 7.9 phu luc
		PL.1.14
		nhiệm vụ 6.10 gồm những gì
		chỉ tiêu 3.2 nói gì
		STT 1.14
		ai ký quyết định 6004
		nơi nhận quyết định 6004`,
	Citation: `
		Nghị định 107/2020/NĐ-CP là căn cứ cho nhiệm vụ nào?
		nghi dinh 107 la can cu cho nhiem vu nao
		nhiệm vụ nào dựa trên Nghị định 140/2017/NĐ-CP
		tinh giản biên chế căn cứ nghị định nào
		đề án 2709
		QĐ 28/2018/QĐ-TTg
		tinh giản biên chế theo NĐ số mấy
		nghị quyết chín mươi tám`,
	Due: `
		quý I có những nhiệm vụ nào đến hạn
		quy 1 co nhung nhiem vu nao den han
		tháng 10 phải xong những gì
		thang 10 co gi den han
		những việc sắp đến hạn
		sap den han
		tháng này có gì đến hạn
		quý này
		tuần tới có nhiệm vụ nào phải xong
		tháng 10/2024 đến hạn những gì`,
	Search: `
		dịch vụ công trực tuyến toàn trình
		dich vu cong truc tuyen toan trinh
		ISO 9001
		xử lý văn bản trái pháp luật
		vb trai luat xu ly sao
		tuyển sinh viên xuất sắc`,
	Help: `
		bạn là ai
		bot làm được gì
		hướng dẫn sử dụng
		huong dan su dung
		cách dùng
		hỏi được những gì
		bot này dùng thế nào`,
}

func TestIntents(t *testing.T) {
	t.Parallel()
	for want, questions := range intents {
		for text := range strings.Lines(questions) {
			text = strings.TrimSpace(text)
			if text == "" {
				continue
			}
			if got := ask(t, text).Intent; got != want {
				t.Errorf("%q asks for %s, want %s", text, got, want)
			}
		}
	}
}

// What is typed in capitals, with other spacing, other marks of punctuation or
// decomposed is the same question.
func TestIntentsHoweverTyped(t *testing.T) {
	t.Parallel()
	for want, questions := range intents {
		for text := range strings.Lines(questions) {
			text = strings.TrimSpace(text)
			if text == "" {
				continue
			}
			for _, typed := range []string{"  " + strings.ReplaceAll(text, " ", "   ") + " ??", decomposed(text)} {
				if got := ask(t, typed).Intent; got != want {
					t.Errorf("%q asks for %s, want %s", typed, got, want)
				}
			}
		}
	}
}

func TestTopicalAndWorded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text            string
		topical, worded bool
	}{
		{"ai chủ trì số hóa hồ sơ", true, true},
		{"so hoa ho so", true, true},
		{"Sở Tư pháp phải làm gì", false, false},
		{"đơn vị em phải làm những gì ạ", false, false},
		{"quý I có gì", false, false},
		{"dạ em cảm ơn anh chị nhiều ạ", false, false},
		{"cải cách hành chính", false, true}, // nearly every unit speaks of it
		{"xây dựng kế hoạch", false, true},
		{"", false, false},
		{"?!", false, false},
	} {
		q := ask(t, c.text)
		if q.Topical() != c.topical || q.Worded() != c.worded {
			t.Errorf("%q: topical %v, worded %v; want %v, %v", c.text, q.Topical(), q.Worded(), c.topical, c.worded)
		}
	}
}

func TestRoleAsked(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Sở Nội vụ chủ trì những việc gì":               "lead",
		"so noi vu chu tri nhung gi":                    "lead",
		"Sở Tài chính phối hợp những nhiệm vụ nào":      "support",
		"Sở Nội vụ phải làm gì":                         "",
		"Sở Nội vụ chủ trì và phối hợp những việc gì":   "",
		"UBND quận Bình Tân phối hợp những nhiệm vụ gì": "support",
	} {
		if got := string(ask(t, text).Role); got != want {
			t.Errorf("%q asks for the role %q, want %q", text, got, want)
		}
	}
}
