package seeds

// moreUnseen are further documents of the same kind, written after those above
// were read right.
var moreUnseen = []unseenDocument{
	{"a decision of a ministry, articles with tasks in an appendix by units", []byte(`BỘ NỘI VỤ
-------
Số: 1021/QĐ-BNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 31 tháng 12 năm 2025
QUYẾT ĐỊNH
Phê duyệt Kế hoạch cải cách hành chính năm 2026 của Bộ Nội vụ
BỘ TRƯỞNG BỘ NỘI VỤ
Căn cứ Nghị định số 25/2025/NĐ-CP ngày 21/02/2025 của Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch.
Điều 2. Các đơn vị chịu trách nhiệm thi hành Quyết định này./.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
BỘ TRƯỞNG
Đỗ Thị Gi
PHỤ LỤC
BẢNG PHÂN CÔNG NHIỆM VỤ
(Kèm theo Quyết định số 1021/QĐ-BNV ngày 31/12/2025 của Bộ Nội vụ)
STT	NHIỆM VỤ/SẢN PHẨM	ĐƠN VỊ CHỦ TRÌ	ĐƠN VỊ PHỐI HỢP	THỜI GIAN TRÌNH	THỜI GIAN BAN HÀNH
I	XÂY DỰNG THỂ CHẾ
1	Nghị định về vị trí việc làm	Bộ Tư pháp	Bộ Tài chính	Tháng 5/2026	Tháng 8/2026
2	Thông tư về lưu trữ	Văn phòng Chính phủ		Tháng 3/2026	Quý II/2026
`), []string{
		"PL.I.1|Nghị định về vị trí việc làm|Bộ Tư pháp|Bộ Tài chính|||Tháng 5/2026 / Tháng 8/2026|2026-05-31 2026-08-31",
		"PL.I.2|Thông tư về lưu trữ|Văn phòng Chính phủ||||Tháng 3/2026 / Quý II/2026|2026-03-31 2026-06-30",
	}},
	{"Roman groups with numbers behind dots, three levels", []byte(`UBND TỈNH BÌNH AN
Số: 70/KH-UBND
Bình An, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
PHỤ LỤC
STT	Nội dung nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Thời gian hoàn thành	Sản phẩm
1.	Cải cách thể chế				
1.1.	Xây dựng văn bản				
1.1.1.	Ban hành quyết định về phân cấp	Sở Nội vụ	Sở Tư pháp	Trước 30/6/2026	Quyết định
1.1.2.	Ban hành quy chế	Sở Tư pháp	Sở Nội vụ	Trong tháng 8/2026	Quy chế
1.2.	Kiểm tra văn bản	Sở Tư pháp	Các sở, ban, ngành; UBND cấp xã	Cả năm	Báo cáo
2.	Cải cách thủ tục				
2.1.	Công bố thủ tục	Văn phòng UBND tỉnh	Các sở, ban, ngành	Khi có phát sinh	Quyết định
`), []string{
		"PL.1.1.1|Ban hành quyết định về phân cấp|Sở Nội vụ|Sở Tư pháp|Quyết định||Trước 30/6/2026|2026-06-30",
		"PL.1.1.2|Ban hành quy chế|Sở Tư pháp|Sở Nội vụ|Quy chế||Trong tháng 8/2026|2026-08-31",
		"PL.1.2|Kiểm tra văn bản|Sở Tư pháp|Các sở, ban, ngành; UBND cấp xã|Báo cáo||Cả năm|2026-12-31",
		"PL.2.1|Công bố thủ tục|Văn phòng UBND tỉnh|Các sở, ban, ngành|Quyết định||Khi có phát sinh|",
	}},
	{"aligned columns with a header on two lines and groups between", []byte(`UBND TỈNH BÌNH AN
Số: 71/KH-UBND
Bình An, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
PHỤ LỤC
 STT    Nội dung                     Đơn vị            Đơn vị           Thời hạn       Sản phẩm
                                     chủ trì           phối hợp         hoàn thành
 I.  Thể chế
 1      Rà soát văn bản về đất       Sở Tư pháp        Sở Xây dựng      Quý I/2026     Báo cáo
        đai và nhà ở
 2      Tuyên truyền                 Sở Tư pháp                         Thường xuyên   Tin, bài

 II.  Bộ máy
 1      Sắp xếp phòng chuyên môn     Sở Nội vụ         Các sở, ban,     30/9/2026      Đề án
                                                       ngành
`), []string{
		"PL.I.1|Rà soát văn bản về đất đai và nhà ở|Sở Tư pháp|Sở Xây dựng|Báo cáo||Quý I/2026|2026-03-31",
		"PL.I.2|Tuyên truyền|Sở Tư pháp||Tin, bài||Thường xuyên|",
		"PL.II.1|Sắp xếp phòng chuyên môn|Sở Nội vụ|Các sở, ban, ngành|Đề án||30/9/2026|2026-09-30",
	}},
	{"quoted cells with line breaks, a list in cells, no marks in the number", []byte("UBND TỈNH BÌNH AN\nSố: 72/KH-UBND\nBình An, ngày 10 tháng 01 năm 2026\nKẾ HOẠCH\nCải cách hành chính năm 2026\nPHỤ LỤC\n" +
		"TT\tNhiệm vụ\tSản phẩm\tChủ trì\tThời gian\n" +
		"1\t\"Rà soát \"\"điểm nghẽn\"\"\nvề đất đai\"\t\"- Báo cáo\n- Kiến nghị\"\tSở Tư pháp\t\"Quý I: Báo cáo\nQuý III: Kiến nghị\"\n" +
		"2\tĐo lường hài lòng\tKết quả\tSở Nội vụ\tQuý IV\n"), []string{
		"PL.1|Rà soát \"điểm nghẽn\" về đất đai|Sở Tư pháp||Báo cáo / Kiến nghị||Quý I: Báo cáo / Quý III: Kiến nghị|2026-03-31 2026-09-30",
		"PL.2|Đo lường hài lòng|Sở Nội vụ||Kết quả||Quý IV|2026-12-31",
	}},
	{"narrative tasks with bullets and bracketed roles", []byte(`UBND TỈNH BÌNH AN
Số: 73/KH-UBND
Bình An, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Triển khai Đề án 06 năm 2026
Phần I
MỤC TIÊU
1. Hoàn thành các chỉ tiêu.
Phần II
NHIỆM VỤ
1. Cấp định danh điện tử
- Nội dung: cấp tài khoản mức độ 2.
- Cơ quan chủ trì: Công an tỉnh.
- Cơ quan phối hợp: UBND các xã, phường.
- Thời gian hoàn thành: Quý II năm 2026.
- Kết quả: 95% người dân có tài khoản.
2. Làm sạch dữ liệu hộ tịch
- Cơ quan chủ trì: Sở Tư pháp.
- Thời gian thực hiện: hằng tháng.
Phần III
TỔ CHỨC THỰC HIỆN
1. Công an tỉnh là cơ quan thường trực.
`), []string{
		"PII.1|Cấp định danh điện tử / - Nội dung: cấp tài khoản mức độ 2.|Công an tỉnh|UBND các xã, phường|95% người dân có tài khoản||Quý II năm 2026|2026-06-30",
		"PII.2|Làm sạch dữ liệu hộ tịch|Sở Tư pháp||||hằng tháng|2026-01-31 … 12 … 2026-12-31",
	}},
	{"a workbook with numbers as numbers and a blank column", workbook(map[string]any{
		"B2": "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2026", "B3": "(Ban hành kèm theo Kế hoạch số 80/KH-UBND ngày 05/01/2026)",
		"B5": "TT", "C5": "Tên nhiệm vụ", "D5": "Đơn vị chủ trì", "E5": "Đơn vị phối hợp", "F5": "Năm hoàn thành",
		"B6": 1.1, "C6": "Nâng cấp cổng dữ liệu", "D6": "Sở Khoa học và Công nghệ", "E6": "Các sở, ban, ngành", "F6": 2026,
		"B7": 1.2, "C7": "Mua chữ ký số", "D7": "Văn phòng UBND tỉnh", "F7": 2027,
	}), []string{
		"PL.1.1|Nâng cấp cổng dữ liệu|Sở Khoa học và Công nghệ|Các sở, ban, ngành|||2026|2026-12-31",
		"PL.1.2|Mua chữ ký số|Văn phòng UBND tỉnh||||2027|2027-12-31",
	}},
	{"a Word document: header on two rows, a group over all columns, a nested list", wordDocument(
		`<w:tbl>`+row(`<w:tc>`+para("UBND TỈNH BÌNH AN")+para("Số: 61/KH-UBND")+`</w:tc>`, `<w:tc>`+para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")+para("Bình An, ngày 5 tháng 01 năm 2026")+`</w:tc>`)+`</w:tbl>`,
		para("KẾ HOẠCH"), para("Cải cách hành chính năm 2026"), para("Phụ lục"),
		`<w:tbl>`+
			row(cell(`<w:vMerge w:val="restart"/>`, "STT"), cell(`<w:vMerge w:val="restart"/>`, "Nội dung"), cell(`<w:gridSpan w:val="2"/>`, "Cơ quan"), cell(`<w:vMerge w:val="restart"/>`, "Thời gian"))+
			row(cell(`<w:vMerge/>`, ""), cell(`<w:vMerge/>`, ""), cell("", "Chủ trì"), cell("", "Phối hợp"), cell(`<w:vMerge/>`, ""))+
			row(cell("", "A"), cell(`<w:gridSpan w:val="4"/>`, "Nhóm nhiệm vụ về thể chế"))+
			row(cell("", "1"), `<w:tc>`+para("Rà soát:")+para("- quy chế;")+para("- quy trình.")+`</w:tc>`, cell("", "Sở Tư pháp"), cell("", "Sở Nội vụ"), cell(`<w:vMerge w:val="restart"/>`, "Quý I/2026"))+
			row(cell("", "2"), cell("", "Kiểm tra"), cell("", "Sở Nội vụ"), cell("", ""), cell(`<w:vMerge/>`, ""))+`</w:tbl>`,
	), []string{
		"PL.A.1|Rà soát: / quy chế; / quy trình.|Sở Tư pháp|Sở Nội vụ|||Quý I/2026|2026-03-31",
		"PL.A.2|Kiểm tra|Sở Nội vụ||||Quý I/2026|2026-03-31",
	}},
	{"support before lead, deadline first, note with the legal basis", []byte(`UBND XÃ TÂN LẬP
Số: 03/KH-UBND
Tân Lập, ngày 06 tháng 01 năm 2026
KẾ HOẠCH
Cải cách hành chính năm 2026
PHỤ LỤC
Thời gian hoàn thành	Nội dung công việc	Đơn vị phối hợp	Đơn vị chủ trì	Căn cứ	Ghi chú
Trước ngày 20/3/2026	Lập hồ sơ lưu trữ	Công an xã	Văn phòng HĐND và UBND xã	KH 12	
Trước ngày 20/11 và 20/12	Chấm điểm cải cách		Phòng Văn hóa - Xã hội	KH 13	Theo mẫu
`), []string{
		"PL.1|Lập hồ sơ lưu trữ|Văn phòng HĐND và UBND xã|Công an xã|||Trước ngày 20/3/2026|2026-03-20",
		"PL.2|Chấm điểm cải cách|Phòng Văn hóa - Xã hội||||Trước ngày 20/11 và 20/12|2026-11-20 2026-12-20",
	}},
}
