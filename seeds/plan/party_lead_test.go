package plan_test

import "cchcbot/seeds/plan"

// cellCase is a cell as the document prints it, the first task that has it, and
// who is meant.
type cellCase struct {
	task string
	cell string
	want []plan.Party
}

// leadCells are the 43 distinct cells "Cơ quan chủ trì".
var leadCells = []cellCase{
	{"1.1", "Giám đốc Sở Nội vụ", of(interior)},
	{"1.4.2", "Thủ trưởng sở, ban, ngành", of(departments)},
	{"1.4.3", "Chủ tịch UBND quận, huyện, thành phố Thủ Đức", of(districts)},
	{
		"1.5", "Hội đồng đánh giá chỉ số CCHC sở, ban, ngành, UBND quận, huyện, thành phố Thủ Đức",
		of(named("hoi-dong-danh-gia-chi-so-cchc",
			"Hội đồng đánh giá chỉ số CCHC sở, ban, ngành, UBND quận, huyện, thành phố Thủ Đức")),
	},
	{"1.6", "Sở Nội vụ", of(named("so-noi-vu", "Sở Nội vụ"))},
	{"1.10", bothGroups, of(departments, districts)},
	{
		"1.12", "Giám đốc Sở Nội vụ,\nĐài Truyền hình, Đài Tiếng nói nhân dân Thành phố, Báo Sài Gòn Giải phóng, " +
			"Báo Tuổi trẻ, Trung tâm Báo chí Thành phố (Sở Thông tin và Truyền thông)",
		of(interior,
			named("dai-truyen-hinh", "Đài Truyền hình"),
			named("dai-tieng-noi-nhan-dan", "Đài Tiếng nói nhân dân Thành phố"),
			named("bao-sai-gon-giai-phong", "Báo Sài Gòn Giải phóng"),
			named("bao-tuoi-tre", "Báo Tuổi trẻ"),
			named("trung-tam-bao-chi", "Trung tâm Báo chí Thành phố"),
			named("so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông")),
	},
	{"1.13", "Giám đốc Sở Thông tin và Truyền thông", of(information)},
	{"2.1", "Giám đốc Sở Tư pháp", of(justice)},
	{"2.2", "Giám đốc Sở Tư pháp;\nThủ trưởng sở, ban, ngành", of(justice, departments)},
	{
		"2.5", "Sở Kế hoạch và Đầu tư\nCác sở chuyên ngành phối hợp Bộ ngành chủ trì theo phân công của Chính phủ " +
			"(Sở Nội vụ, Sở Tài Chính; Sở Công Thương)",
		of(named("so-ke-hoach-va-dau-tu", "Sở Kế hoạch và Đầu tư"),
			concerned("Các sở chuyên ngành phối hợp Bộ ngành chủ trì theo phân công của Chính phủ",
				"theo phân công của Chính phủ"),
			named("so-noi-vu", "Sở Nội vụ"),
			named("so-tai-chinh", "Sở Tài Chính"),
			named("so-cong-thuong", "Sở Công Thương")),
	},
	{
		"2.9", "Giám đốc Sở Tư pháp\nThủ trưởng sở, ban, ngành\nChủ tịch UBND quận, huyện, thành phố Thủ Đức",
		of(justice, departments, districts),
	},
	{"3.1", "Chánh Văn phòng UBND Thành phố", of(office)},
	{"3.2", "Chánh Văn phòng UBND Thành phố\n" + bothGroups, of(office, departments, districts)},
	{
		"3.3", "Chủ tịch UBND quận, huyện, thành phố Thủ Đức\nChủ tịch UBND phường, xã, thị trấn",
		of(districts, wards),
	},
	{"3.4", bothGroups + "\nGiám đốc Sở Thông tin và Truyền thông", of(departments, districts, information)},
	{"3.7", "Chánh Văn phòng UBND Thành phố " + bothGroups, of(office, departments, districts)},
	{"3.8", "Giám đốc Sở Thông tin và Truyền thông\n" + bothGroups, of(information, departments, districts)},
	{"3.10", "Giám đốc Sở Kế hoạch và Đầu tư", of(investment)},
	{
		"3.11", "Trung tâm Xúc tiến Thương mại và Đầu tư Thành phố",
		of(named("trung-tam-xuc-tien-thuong-mai-va-dau-tu", "Trung tâm Xúc tiến Thương mại và Đầu tư Thành phố")),
	},
	{"3.12", "Chánh Thanh tra Thành phố;\n" + bothGroups, of(inspector, departments, districts)},
	{"3.13", "Giám đốc Sở Tài nguyên và Môi trường", of(environment)},
	{
		"3.14", "Giám đốc Sở Tài nguyên và Môi trường\nGiám đốc Sở Kế hoạch và Đầu tư\n" + bothGroups,
		of(environment, investment, departments, districts),
	},
	{
		"3.15", "Giám đốc Sở Giáo dục và đào tạo\nGiám đốc Sở Y tế\nChủ tịch UBND quận, huyện, thành phố Thủ Đức",
		of(named("so-giao-duc-va-dao-tao", "Giám đốc Sở Giáo dục và đào tạo"),
			named("so-y-te", "Giám đốc Sở Y tế"), districts),
	},
	{
		"3.18", "Thanh tra thành phố; Thanh tra quận, huyện, thành phố Thủ Đức; Thanh tra các sở\n" +
			"Chánh Văn phòng UBND Thành phố",
		of(named("thanh-tra-thanh-pho", "Thanh tra thành phố"),
			outside("Thanh tra quận, huyện, thành phố Thủ Đức"),
			outside("Thanh tra các sở"), office),
	},
	{"3.19", "Chánh Văn phòng UBND Thành phố;\n" + bothGroups, of(office, departments, districts)},
	{"4.1", "Giám đốc Sở Nội vụ\n" + bothGroups, of(interior, departments, districts)},
	{
		"4.3", "Giám đốc Sở Nội vụ (đề án nhánh và vai trò chủ trì)\n" +
			"Thủ trưởng các cơ quan, đơn vị được giao đề án nhánh",
		of(qualified(named("so-noi-vu", "Giám đốc Sở Nội vụ (đề án nhánh và vai trò chủ trì)"),
			"đề án nhánh và vai trò chủ trì"),
			concerned("Thủ trưởng các cơ quan, đơn vị được giao đề án nhánh", "được giao đề án nhánh")),
	},
	{
		"4.4", "Chủ tịch UBND các quận, huyện, thành phố Thủ Đức",
		of(grouped("quan-huyen", "Chủ tịch UBND các quận, huyện, thành phố Thủ Đức")),
	},
	{
		"4.7", "Chủ tịch UBND 16 quận, thành phố Thủ Đức",
		of(qualified(grouped("quan-thu-duc", "Chủ tịch UBND 16 quận, thành phố Thủ Đức"), "16 quận")),
	},
	{"4.8", "Giám đốc Sở Tài chính\nGiám đốc Sở Nội vụ", of(finance, interior)},
	{"5.7", "Giám đốc Sở Nội vụ.", of(interior)},
	{
		"5.10", "Giám đốc Sở Nội vụ\nThủ trưởng các Sở, ngành có liên quan đến Đề án\n" +
			"Giám đốc Học viện Cán bộ Thành phố",
		of(interior,
			ifConcerned(grouped("so-ban-nganh", "Thủ trưởng các Sở, ngành có liên quan đến Đề án"),
				"có liên quan đến Đề án"),
			named("hoc-vien-can-bo", "Giám đốc Học viện Cán bộ Thành phố")),
	},
	{"5.12", "Giám đốc Sở Nội vụ\nThanh tra Thành phố", of(interior, named("thanh-tra-thanh-pho", "Thanh tra Thành phố"))},
	{
		"5.16", "Giám đốc Sở Nội vụ\nTổ kiểm tra liên ngành việc thực hiện Quy tắc ứng xử\n" + bothGroups,
		of(interior, named("to-kiem-tra-lien-nganh", "Tổ kiểm tra liên ngành việc thực hiện Quy tắc ứng xử"),
			departments, districts),
	},
	{
		"6.1", "Giám đốc Sở Tài chính\nCục trưởng Cục Hải quan Thành phố; Cục trưởng Cục thuế Thành phố",
		of(finance, named("cuc-hai-quan", "Cục trưởng Cục Hải quan Thành phố"),
			named("cuc-thue", "Cục trưởng Cục thuế Thành phố")),
	},
	{"6.4", "Giám đốc Sở Tài chính", of(finance)},
	{"6.8", "Giám đốc Sở Khoa học và Công nghệ", of(named("so-khoa-hoc-va-cong-nghe", "Giám đốc Sở Khoa học và Công nghệ"))},
	{
		"6.10", "Giám đốc Trung tâm xúc tiến Thương mại và Đầu tư",
		of(named("trung-tam-xuc-tien-thuong-mai-va-dau-tu", "Giám đốc Trung tâm xúc tiến Thương mại và Đầu tư")),
	},
	{"7.6", bothGroups + "; Chủ tịch UBND phường, xã, thị trấn", of(departments, districts, wards)},
	{
		"7.7", "Công an Thành phố " + bothGroups,
		of(named("cong-an-thanh-pho", "Công an Thành phố"), departments, districts),
	},
	{
		"7.14", "Sở Thông tin và Truyền thông",
		of(named("so-thong-tin-va-truyen-thong", "Sở Thông tin và Truyền thông")),
	},
	{"7.16", "Chánh Văn phòng UBND Thành phố\nGiám đốc Sở Thông tin và Truyền thông", of(office, information)},
}
