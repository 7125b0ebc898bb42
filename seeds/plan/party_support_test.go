package plan_test

// supportCells are the 37 distinct cells "Cơ quan phối hợp"; one is empty.
var supportCells = []cellCase{
	{"1.1", "Thủ trưởng sở, ban, ngành", of(departments)},
	{
		"1.2", "Chánh Văn phòng UBND Thành phố, Giám đốc Sở Tư pháp, Giám đốc Sở Tài Chính, " +
			"Giám đốc Sở Kế hoạch và Đầu tư, Giám đốc Sở Thông tin và Truyền thông " + bothGroups,
		of(office, justice, named("so-tai-chinh", "Giám đốc Sở Tài Chính"), investment, information,
			departments, districts),
	},
	{
		"1.4.1", "Các cơ quan thành viên Ban Chỉ đạo CCHC Thành phố và các cơ quan được mời tham gia kiểm tra, khảo sát",
		of(concerned("Các cơ quan thành viên Ban Chỉ đạo CCHC Thành phố và các cơ quan được mời tham gia kiểm tra, khảo sát",
			"được mời tham gia kiểm tra, khảo sát")),
	},
	{"1.4.2", "Triển khai thực hiện tại đơn vị", nil},
	{"1.5", bothGroups, of(departments, districts)},
	{
		"1.6", "Các cơ quan đơn vị thành viên BCĐ CCHC Thành phố " + bothGroups,
		of(outside("Các cơ quan đơn vị thành viên BCĐ CCHC Thành phố"), departments, districts),
	},
	{
		"1.7", "Sở Tài chính\nSở Thông tin và Truyền thông",
		of(named("so-tai-chinh", "Sở Tài chính"), named("so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông")),
	},
	{
		"1.8", "Thủ trưởng sở, ban - ngành; Chủ tịch UBND quận - huyện",
		of(grouped("so-ban-nganh", "Thủ trưởng sở, ban - ngành"), grouped("quan-huyen", "Chủ tịch UBND quận - huyện")),
	},
	{
		"1.10", "Sở Thông tin và Truyền thông, Sở Nội vụ kiểm tra việc thực hiện nội dung này",
		of(named("so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông"),
			qualified(named("so-noi-vu", "Sở Nội vụ kiểm tra việc thực hiện nội dung này"),
				"kiểm tra việc thực hiện nội dung này")),
	},
	{
		"1.11", bothGroups + "\nThành Đoàn\nCông đoàn Viên chức",
		of(departments, districts, named("thanh-doan", "Thành Đoàn"), named("cong-doan-vien-chuc", "Công đoàn Viên chức")),
	},
	{
		"1.12", "Giám đốc Sở Thông tin và Truyền thông, Giám đốc Sở Nội vụ, Chánh Văn phòng UBND Thành phố\n" +
			bothGroups + "\nMời Ban Tuyên giáo Thành ủy, Ban Dân vận Thành ủy phối hợp với Mặt trận Tổ quốc Việt Nam " +
			"và các đoàn thể chính trị - xã hội Thành phố",
		of(information, interior, office, departments, districts,
			named("ban-tuyen-giao-thanh-uy", "Mời Ban Tuyên giáo Thành ủy"),
			named("ban-dan-van-thanh-uy", "Ban Dân vận Thành ủy"),
			named("mttq-thanh-pho", "phối hợp với Mặt trận Tổ quốc Việt Nam"),
			grouped("doan-the", "các đoàn thể chính trị - xã hội Thành phố")),
	},
	{"1.14", "Giám đốc Sở Nội vụ", of(interior)},
	{"2.6", "Chánh Văn phòng UBND Thành phố\n" + bothGroups, of(office, departments, districts)},
	{"2.9", "", nil},
	{"3.3", "Chánh Văn phòng UBND Thành phố\nGiám đốc Sở Thông tin và Truyền thông", of(office, information)},
	{"3.4", "Chánh Văn phòng UBND Thành phố", of(office)},
	{"3.8", "Chánh Văn phòng UBND Thành phố\nGiám đốc Sở Nội vụ", of(office, interior)},
	{
		"4.3", "Thủ trưởng sở, ban - ngành; Chủ tịch UBND các huyện",
		of(grouped("so-ban-nganh", "Thủ trưởng sở, ban - ngành"), grouped("huyen", "Chủ tịch UBND các huyện")),
	},
	{"4.8", "Thủ trưởng các ĐVSNCL", of(grouped("don-vi-su-nghiep", "Thủ trưởng các ĐVSNCL"))},
	{
		"4.9", "Giám đốc Sở Nội vụ (tổng hợp)",
		of(qualified(named("so-noi-vu", "Giám đốc Sở Nội vụ (tổng hợp)"), "tổng hợp")),
	},
	{"4.10", "Giám đốc Sở Tư pháp\n" + bothGroups, of(justice, departments, districts)},
	{
		"4.11", "Thủ trưởng sở, ban, ngành có liên quan",
		of(ifConcerned(grouped("so-ban-nganh", "Thủ trưởng sở, ban, ngành có liên quan"), "có liên quan")),
	},
	{
		"5.1", "Thủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố",
		of(departments, grouped("quan-huyen", "Chủ tịch UBND quận, huyện, thành phố")),
	},
	{
		"5.6", "Trưởng Ban Tổ chức Thành ủy\nThủ trưởng sở, ban, ngành; Chủ tịch UBND quận, huyện, thành phố",
		of(named("ban-to-chuc-thanh-uy", "Trưởng Ban Tổ chức Thành ủy"), departments,
			grouped("quan-huyen", "Chủ tịch UBND quận, huyện, thành phố")),
	},
	{"5.7", "Thủ trưởng các cơ quan có liên quan", of(concerned("Thủ trưởng các cơ quan có liên quan", "có liên quan"))},
	{
		"5.8", "Giám đốc Sở Ngoại vụ\n" + bothGroups,
		of(named("so-ngoai-vu", "Giám đốc Sở Ngoại vụ"), departments, districts),
	},
	{
		"5.10", bothGroups + "\nThủ trưởng cơ quan ngành dọc\nVăn phòng Thành ủy",
		of(departments, districts, grouped("nganh-doc", "Thủ trưởng cơ quan ngành dọc"),
			named("van-phong-thanh-uy", "Văn phòng Thành ủy")),
	},
	{
		"6.2", "Giám đốc Sở Kế hoạch và Đầu tư (tổng hợp)\nGiám đốc Sở Tài chính\nGiám đốc Kho bạc Nhà nước TP.HCM",
		of(qualified(named("so-ke-hoach-va-dau-tu", "Giám đốc Sở Kế hoạch và Đầu tư (tổng hợp)"), "tổng hợp"),
			finance, named("kho-bac-nha-nuoc", "Giám đốc Kho bạc Nhà nước TP.HCM")),
	},
	{"6.3", "Giám đốc Sở Tài chính", of(finance)},
	{"6.6", "Sở Tài chính", of(named("so-tai-chinh", "Sở Tài chính"))},
	{"6.11", "Giám đốc Sở Tài chính\nChánh Văn phòng UBND Thành phố", of(finance, office)},
	{"7.3", "Giám đốc Sở Nội vụ\n" + bothGroups, of(interior, departments, districts)},
	{
		"7.5", "Chánh Văn phòng UBND Thành phố\nChủ tịch UBND quận, huyện, thành phố Thủ Đức",
		of(office, districts),
	},
	{"7.6", "Giám đốc Sở Thông tin và Truyền thông", of(information)},
	{
		"7.9", bothGroups + "; Chủ tịch UBND phường - xã, thị trấn",
		of(departments, districts, grouped("phuong-xa", "Chủ tịch UBND phường - xã, thị trấn")),
	},
	{"7.11", "Giám đốc Sở Tài chính\nGiám đốc Sở Thông tin và Truyền thông", of(finance, information)},
	{"7.18", bothGroups + "; Chủ tịch UBND phường, xã, thị trấn", of(departments, districts, wards)},
}
