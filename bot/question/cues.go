package question

// cue is what a phrase says about the intent of the sentence it stands in.
type cue struct {
	intent   Intent
	strength int // 3 asks outright, 2 names what is asked, 1 hints
	use      use // what its words weigh in the search
}

// The phrases that tell the intents apart, written with marks and found
// without. The longest phrase wins, so that "bao nhiêu ngày" asks for a time
// although "bao nhiêu" asks for a number.
func cuePhrases() *phrases[cue] {
	p := &phrases[cue]{}
	for _, t := range []struct {
		cue   cue
		table string
	}{
		{cue{Help, 3, taken}, `
			hướng dẫn sử dụng, cách dùng, bạn là ai, bot làm được gì, bạn làm được gì, bạn giúp được gì, giúp tôi với,
			help, trợ giúp, hỏi được những gì, hỏi được gì, có thể hỏi gì, dùng thế nào, sử dụng thế nào, bot này để làm gì`},
		{cue{None, 5, taken}, `
			bao nhiêu tiền, mấy tiền, bao nhiêu đồng, mấy triệu, bao nhiêu triệu, bao nhiêu tỷ, mấy tỷ, mấy trăm ngàn, mấy chục ngàn, mức giá bao nhiêu, mức phí bao nhiêu, lệ phí bao nhiêu, mức thu, lương bao nhiêu, phụ cấp bao nhiêu, mức phụ cấp, mức lương, lương cơ sở, lương tối thiểu, mức phạt, phạt bao nhiêu, phạt nhiêu, bị phạt bao nhiêu, tiền phạt,
			mất bao lâu, mất mấy ngày, mất bao nhiêu ngày, mất mấy tháng, bao lâu thì có, mấy ngày thì có, mấy ngày có, bao nhiêu ngày có, mấy ngày lấy được,
			gồm những giấy tờ gì, gồm giấy tờ gì, cần giấy tờ gì, cần những giấy tờ gì, chuẩn bị giấy tờ gì, hồ sơ gồm những gì, hồ sơ gồm gì, hồ sơ cần gì, hồ sơ cần những gì, cần mang gì, mang theo gì`},
		{cue{Contact, 4, taken}, `
			gửi về đâu, gửi đi đâu, gửi đâu, gửi cho ai, gửi ai, gửi về cho ai, gửi tới đâu, gửi đến đâu, gửi chỗ nào, gửi ở đâu,
			gởi về đâu, gởi đi đâu, gởi đâu, gởi cho ai, gởi ai, gởi tới đâu, gởi đến đâu, gởi chỗ nào, gởi ở đâu,
			nộp về đâu, nộp đâu, nộp cho ai, nộp ở đâu, nộp về cơ quan nào, nộp cho cơ quan nào, nộp cho đơn vị nào, nộp chỗ nào,
			gửi về cơ quan nào, gửi cơ quan nào, gửi về đơn vị nào, gửi đơn vị nào, gửi về sở nào, gửi sở nào, gửi cho sở nào,
			gởi về cơ quan nào, gởi cơ quan nào, gởi về đơn vị nào, gởi đơn vị nào, gởi về sở nào, gởi sở nào,
			địa chỉ nào, địa chỉ mail, địa chỉ email, địa chỉ thư điện tử, email nào, mail nào, email gì, mail gì, hộp thư nào,
			mail là gì, email là gì, mail nhận, email nhận, địa chỉ nhận, nơi tiếp nhận, nơi nhận bài, nhận ở đâu, nơi nào gom, nơi nào nhận, cơ quan nào nhận, đơn vị nào nhận, về đâu, về cơ quan nào, về đơn vị nào, đầu mối nhận, gửi về mail nào, gửi vào mail nào`},
		{cue{Contact, 4, taken}, `hộp thư điện tử nhận, hộp thư nhận, địa chỉ thư, thư điện tử nhận, địa chỉ nhận`},
		{cue{Contact, 2, general}, `hộp thư điện tử, hộp thư, email, mail, e mail`},
		{cue{Contact, 2, taken}, `địa chỉ gửi, nơi gửi`},
		{cue{Support, 4, taken}, `
			ai phối hợp, đơn vị nào phối hợp, cơ quan nào phối hợp, sở nào phối hợp, những ai phối hợp, phối hợp với ai, phối hợp với đơn vị nào,
			phối hợp với cơ quan nào, phối hợp với sở nào, phối hợp với những ai, phối hợp cùng ai, cơ quan phối hợp, đơn vị phối hợp,
			phối hợp là ai, ai cùng phối hợp, ai hỗ trợ, đơn vị nào hỗ trợ, phối hợp là đơn vị nào, phối hợp là cơ quan nào, sở ngành nào phối hợp,
			tổ chức nào phối hợp, phối hợp gồm những ai, phối hợp gồm ai, phối hợp là những ai`},
		{cue{Support, 2, general}, `phối hợp, tham gia phối hợp, cùng tham gia, tham gia`},
		{cue{Deadline, 4, taken}, `
			hạn gửi, hạn gởi, hạn ban hành, hạn làm, hạn trình, hạn lập, hạn báo cáo, hạn công bố, hạn xây dựng, hạn triển khai, khi nào, bao giờ, lúc nào, chừng nào, hạn chót, hạn cuối, thời hạn, deadline, đến hạn khi nào, hạn nộp, hạn tới khi nào, hạn tới đâu,
			quý mấy, quý nào, tháng mấy, tháng nào, ngày nào, năm nào, mấy tháng, mấy ngày, bao nhiêu ngày, bao nhiêu tháng, bao lâu, bao lâu một lần,
			mấy tháng một lần, mấy tháng 1 lần, bao lâu 1 lần, mấy lần một năm, mốc thời gian, những mốc nào, mốc nào, thời gian hoàn thành, thời gian thực hiện,
			thời gian nào, xong trước, trước ngày nào, đến bao giờ, tới bao giờ, tới khi nào, đến khi nào, định kỳ thế nào, định kỳ ra sao,
			định kỳ bao lâu, theo tháng hay theo quý, hàng tháng hay hàng quý, theo quý hay theo tháng, hàng quý hay hàng năm, hạn là, hạn đến, kịp thời hạn, thời điểm nào,
			tần suất, thời gian ra sao, thời gian thế nào, hạn hoàn thành, hạn thực hiện, tiến độ thế nào, hạn mấy, chu kỳ`},
		{cue{Deadline, 2, general}, `hạn, thời gian, tiến độ`},
		{cue{Product, 4, taken}, `
			sản phẩm gì, sản phẩm là gì, sản phẩm nào, sản phẩm đầu ra, đầu ra là gì, đầu ra gồm gì, đầu ra, kết quả đầu ra, nộp giấy tờ gì, nộp gì, nộp cái gì, nộp những gì,
			giao nộp gì, phải giao gì, kết quả phải giao, kết quả là gì, kết quả cần có, ra sản phẩm gì, văn bản gì, những văn bản gì, văn bản nào, loại văn bản nào, báo cáo nào, báo cáo gì,
			những báo cáo nào, nộp báo cáo gì, sản phẩm phải có, sản phẩm yêu cầu, sản phẩm cần nộp, phải có sản phẩm gì, hồ sơ gì, giấy tờ gì phải nộp,
			nộp sản phẩm gì, phải nộp gì, phải nộp những gì, làm ra cái gì, trình gì, giấy tờ gì, giấy tờ nào, sản phẩm cụ thể, ban hành gì, ban hành cái gì, ban hành văn bản gì, xong thì có gì, cần ra sản phẩm gì,
			kết quả gì, kết quả cuối cùng`},
		{cue{Product, 3, taken}, `sản phẩm`},
		{cue{Target, 4, taken}, `
			bao nhiêu phần trăm, mấy phần trăm, chỉ tiêu bao nhiêu, tỷ lệ bao nhiêu, tỉ lệ bao nhiêu, đạt bao nhiêu, phải đạt bao nhiêu, top mấy,
			hạng mấy, nhóm mấy, thứ mấy, mấy đoàn, bao nhiêu đoàn, mấy bài, bao nhiêu bài, dưới bao nhiêu, trên bao nhiêu, tối thiểu bao nhiêu, tối thiểu mấy, ít nhất bao nhiêu, ít nhất mấy,
			chỉ tiêu mấy, chỉ tiêu là gì, chỉ tiêu gì, chỉ tiêu thế nào, mục tiêu bao nhiêu, phấn đấu bao nhiêu, xếp hạng mấy, yêu cầu bao nhiêu, còn bao nhiêu, từ bao nhiêu, phần trăm nào`},
		{cue{Target, 3, taken}, `bao nhiêu, được giao mấy`},
		{cue{Target, 2, taken}, `phần trăm`},
		{cue{Target, 2, general}, `chỉ tiêu, tỷ lệ, tỉ lệ, phấn đấu, tối thiểu`},
		{cue{Citation, 4, taken}, `
			căn cứ nghị định nào, căn cứ quyết định nào, căn cứ văn bản nào, căn cứ vào đâu, căn cứ nào, theo nghị định nào, theo quyết định nào, theo văn bản nào, theo nghị quyết nào,
			theo nghị định số mấy, theo quyết định số mấy, theo nghị quyết số mấy, theo chỉ thị nào, theo kế hoạch nào, theo kế hoạch số mấy, nghị định số mấy, quyết định số mấy, nghị quyết số mấy, chỉ thị số mấy, kế hoạch số mấy,
			nghị định nào, quyết định nào, nghị quyết nào, chỉ thị nào, là căn cứ cho, căn cứ cho nhiệm vụ nào, dựa trên văn bản nào, dựa vào văn bản nào, dựa theo văn bản nào, văn bản pháp lý nào, cơ sở pháp lý, số mấy`},
		{cue{Citation, 2, taken}, `căn cứ, dựa trên, dựa vào, dựa theo, viện dẫn`},
		{cue{Owner, 4, taken}, `
			ai chủ trì, đơn vị nào chủ trì, cơ quan nào chủ trì, sở nào chủ trì, chủ trì là ai, ai đồng chủ trì, ai là chủ trì, ai phụ trách, ai chịu trách nhiệm, ai làm đầu mối, ai đầu mối, ai lo, ai làm, ai cầm trịch, ai đứng mũi chịu sào, ai cầm đầu, ai nắm, ai giữ,
			ai thực hiện, ai xây dựng, ai tham mưu, ai trình, ai ban hành, ai xử lý, ai quản lý, ai triển khai, ai theo dõi, ai kiểm tra, ai báo cáo, ai đứng ra, ai đảm nhận, ai nhận, ai thi hành, ai phải làm, ai phải,
			đơn vị nào, cơ quan nào, sở nào, sở ngành nào, sở ban ngành nào, bên nào, trung tâm nào, ban nào, phòng nào, quận nào, giao ai, giao cho ai, giao sở nào, giao cho sở nào, giao đơn vị nào, giao cho đơn vị nào, giao cơ quan nào, giao những ai,
			thuộc trách nhiệm của ai, trách nhiệm của ai, việc của ai, của ai, do ai, người nào, những ai, là ai, giám đốc sở nào, thủ trưởng nào`},
		{cue{Owner, 4, taken}, `cơ quan nào tổng hợp, đơn vị nào tổng hợp, ai tổng hợp, sở nào tổng hợp`},
		{cue{Owner, 3, taken}, `ai`},
		{cue{Owner, 2, taken}, `chủ trì, đầu mối, phụ trách, đồng chủ trì, cùng chủ trì, đứng đầu, cơ quan chủ trì, đơn vị chủ trì, chịu trách nhiệm`},
		{cue{Owner, 2, general}, `giao cho, giao`},
		{cue{Responsibility, 3, taken}, `
			phải làm gì, làm gì, làm những gì, phải làm những gì, cần làm gì, làm việc gì, nhiệm vụ gì, nhiệm vụ nào, những nhiệm vụ gì, những nhiệm vụ nào, có nhiệm vụ gì, có những nhiệm vụ gì, được giao gì, được giao những gì, được giao việc gì, được giao nhiệm vụ gì,
			giao những gì, trách nhiệm gì, có trách nhiệm gì, chịu trách nhiệm gì, chịu trách nhiệm những gì, chịu trách nhiệm về những gì, chịu trách nhiệm về việc gì, chịu trách nhiệm việc gì, việc gì, những việc gì, những việc nào, việc nào, công việc gì,
			phụ trách gì, phụ trách những gì, phụ trách việc gì, lo gì, lo những gì, lo việc gì, danh sách nhiệm vụ, các nhiệm vụ của, nhiệm vụ của, trách nhiệm của, toàn bộ nhiệm vụ, tất cả nhiệm vụ, liệt kê nhiệm vụ, phải thực hiện những gì, phải thực hiện gì, thực hiện những gì, bao nhiêu việc, bao nhiêu nhiệm vụ, mấy nhiệm vụ, mấy việc, đầu việc nào, đầu việc gì, những đầu việc nào`},
		{cue{Responsibility, 3, taken}, `chủ trì gì, chủ trì những gì, chủ trì việc gì, chủ trì nhiệm vụ nào, chủ trì nhiệm vụ gì, chủ trì những nhiệm vụ nào, chủ trì những việc gì, chủ trì bao nhiêu nhiệm vụ, chủ trì bao nhiêu việc, phối hợp gì, phối hợp những gì, phối hợp việc gì, phối hợp nhiệm vụ nào, phối hợp những nhiệm vụ nào, phối hợp những việc gì`},
		{cue{Due, 3, taken}, `
			gì đến hạn, còn gì đến hạn, gì tới hạn, đến hạn những gì, đến hạn gì, có gì phải xong, còn gì phải xong, phải xong gì, gì phải xong, phải hoàn thành gì, phải hoàn thành những gì, phải hoàn thành việc gì, việc gì phải xong, việc gì đến hạn, nhiệm vụ nào đến hạn, những gì đến hạn, có gì đến hạn, cái gì đến hạn, những việc đến hạn, việc nào đến hạn,
			nhiệm vụ đến hạn, những nhiệm vụ đến hạn, có những gì phải xong, có việc gì phải xong, có nhiệm vụ nào phải xong, phải xong những gì, phải xong việc gì, sắp đến hạn, sắp tới hạn, sắp hết hạn, hạn trong, đến hạn trong, có gì đến hạn, có hạn gì`},
		{cue{Search, 1, general}, `quy định ở đâu, nói ở đâu, nằm ở đâu, ở mục nào, mục nào, phần nào, chỗ nào nói, điều nào`},
		{cue{Search, 1, taken}, `thế nào, ra sao, là gì, như thế nào, sao, gì`},
	} {
		p.addLines(t.table, t.cue)
	}
	return p
}

// fillerPhrases weigh nothing: politeness, grammar, the act of asking.
func fillerPhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`
		được đề nghị, đề nghị,  tính từ, tính, bắt đầu, quy định thế nào, phải chịu, dùng, bắt tay, chỗ nào, chỗ, mảng, bữa nay, đụng, dính, rồi sao, coi, lẹ, nhanh, gấp, nói về, viết về, viết, đọc, hiểu, nghĩa là, tức là, có nghĩa, bên mình, tụi em, dạng,
		hết quý, vài ngày, vài việc, vài hôm, quản trị viên, quay lại, quay về, trở lại, toàn kế hoạch, cả kế hoạch, toàn bộ kế hoạch, tất cả, xài, muốn, lo, chấm, đăng, mở, đứng ra, đứng, giới thiệu về, chuyển, một, hai, cả, đủ, đầy đủ, gồm, gồm những, nhau, anh em, cuối, đầu, tìm hiểu, mục tiêu,
		vừa, sau, trước, giờ, tháng, ngày, lần, tụi, bọn, người, ai, ghi, cột, dòng, vụ, chuyện, khoản, món, loại, kiểu, hồi, lúc, đợt, bữa, hồi nào, phân công, được phân công, tham khảo, thắc mắc, băn khoăn, không rõ, chưa rõ, không biết, chưa biết, hình như, nghe nói, nghe,
		xét cột, xét theo, xét về, xét trong, xét riêng, nhìn vào cột,
		nó, của nó, cái đó, cái này, cái ấy, việc này, việc đó, việc ấy, vụ này, vụ đó, nội dung này, nội dung đó, nội dung ấy, nhiệm vụ này, nhiệm vụ đó, nhiệm vụ ấy,
		ạ, à, ơi, dạ, vâng, nhé, nha, nhỉ, với, giúp, giùm, dùm, hộ, vậy, thế, vậy ạ, thì, là, mà, rồi, nữa, luôn, cũng, đã, đang, sẽ, đấy, đó, này, kia, ấy, nè, hen, hả, hở, ha, thôi, hông, chấm hỏi, dấu hỏi, dấu phẩy, dấu chấm, phẩy, chấm than,
		cho em hỏi, cho e hỏi, cho tôi hỏi, cho mình hỏi, cho hỏi, em hỏi, xin hỏi, em muốn hỏi, tôi muốn hỏi, mình muốn hỏi, muốn hỏi, hỏi, xin, vui lòng, làm ơn, cảm ơn, cám ơn, thanks, tks, xin chào, chào, hello, hi, alo, ad, admin, bot, bạn, ad ơi,
		em, e, anh, chị, anh chị, a c, c, mình, tôi, tui, tụi em, tụi mình, chúng tôi, chúng em, bọn em, cô, chú, thầy, ông, bà, các anh chị, mọi người, bác, mn,
		cần, phải, được, bị, nên, có thể, có, không, ko, k, chưa, hay, hoặc, và, của, cho, với, về, vào, tại, ở, trong, ngoài, trên, dưới, từ, đến, tới, theo, để, bằng, do, bởi, vì, nếu, khi, như, cùng, những, các, mỗi, mọi, cái, chiếc, con, việc, sự, bên,
		biết, cho biết, cho em biết, nói, nói rõ, xem, tra cứu, tìm, kiếm, tìm kiếm, tìm giúp, trả lời, liệt kê, kể, nêu, giải thích, thông tin về, liên quan đến, liên quan, về việc, trong việc, đối với, 
		nào, gì, mấy, đâu, sao, bao, ra, lên, xuống, đi, lại, xong, làm, nộp, gửi, gởi, đưa, lấy, cứ, chỉ, vẫn, còn, hết, đều, rất, quá, lắm, nhiều, ít, hơn, nhất, cụ thể, chi tiết, rõ, đúng, đúng không, phải không, có phải, phải chăng,
		hiện nay, bây giờ, lúc này, năm nay, năm 2024, 2024, năm, nhiệm vụ, đơn vị, cơ quan, ban hành, yêu cầu, quy định, đạt, phấn đấu, mức, số, trong kế hoạch, kế hoạch này, kế hoạch 6004, quyết định 6004, qđ 6004, phụ lục, thành phố, tp, tphcm, thành phố hồ chí minh, hồ chí minh, sài gòn,
		thực hiện, triển khai, tiếp tục, tổ chức, mới, này, dùm em, giúp em, giùm em, giúp mình, nhờ, xin phép, kính gửi, kính, thưa, báo cáo anh, sếp, lãnh đạo hỏi`, struct{}{})
	return p
}

// generalPhrases stand in so many units that they tell few apart.
func generalPhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`kế hoạch, báo cáo, cải cách hành chính, nâng cao, xây dựng, đảm bảo, bảo đảm, tăng cường, công tác, hoàn thành, cán bộ, hiệu quả, nội dung`, struct{}{})
	return p
}
