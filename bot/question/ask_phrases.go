package question

import "cchcbot/seeds/plan"

// said is what a phrase of a composed question tells.
type said struct {
	ask   Ask
	by    Grouping
	state State
	via   plan.Via
	cites bool
}

// askPhrases are the phrases that ask for sets, orders, comparisons and states.
// The longest wins, also over the cues of single facts.
func askPhrases() *phrases[said] {
	p := &phrases[said]{}
	for _, t := range []struct {
		said  said
		table string
	}{
		{said{ask: AskCount}, `
			mấy việc, bao nhiêu việc, mấy nhiệm vụ, bao nhiêu nhiệm vụ, mấy đầu việc, bao nhiêu đầu việc, mấy công việc, bao nhiêu công việc, mấy mục, bao nhiêu mục, mấy dòng, bao nhiêu dòng, mấy nội dung, bao nhiêu nội dung, mấy cái, bao nhiêu cái, mấy chỉ tiêu, bao nhiêu chỉ tiêu, mấy nhóm, bao nhiêu nhóm, mấy lĩnh vực, bao nhiêu lĩnh vực,
			được giao mấy việc, được giao mấy nhiệm vụ, được giao bao nhiêu việc, được giao bao nhiêu nhiệm vụ, tổng số việc, tổng số nhiệm vụ, số lượng nhiệm vụ, số lượng việc, đếm, đếm giúp`},
		{said{ask: AskCount, by: ByAgency}, `mấy đơn vị, bao nhiêu đơn vị, mấy cơ quan, bao nhiêu cơ quan, mấy sở, bao nhiêu sở, bao nhiêu quận, mấy quận`},
		{said{ask: AskList}, `
			việc nào, những việc nào, nhiệm vụ nào, những nhiệm vụ nào, việc gì, những việc gì, nhiệm vụ gì, những nhiệm vụ gì, đầu việc nào, đầu việc gì, mục nào, những mục nào, hàng nào, những hàng nào, dòng nào, những dòng nào, chỗ nào, những chỗ nào, công việc nào, công việc gì, cái nào, những cái nào, cái gì, những gì, các việc, các nhiệm vụ, danh sách việc, danh sách nhiệm vụ, danh sách các việc, danh sách các nhiệm vụ, danh sách những việc, danh sách đầu việc, lập danh sách, cho danh sách, xuất danh sách, lấy danh sách, liệt kê, kể ra, kể hết, kể tên, kể riêng, nêu riêng, tách riêng, nêu ra, toàn bộ việc, tất cả việc, tất cả nhiệm vụ, toàn bộ nhiệm vụ, là những việc nào, là việc gì, là những việc gì, là việc nào, gồm những việc gì, gồm việc gì,
			chủ trì gì, chủ trì cái gì, chủ trì những gì, phối hợp gì, phối hợp cái gì, phối hợp những gì, phụ trách gì, phụ trách những gì, làm gì, làm những gì, lo gì, lo những gì, phải làm gì, có gì, có những gì, được giao gì, được giao những gì, giao gì, giao những gì, việc chi, làm chi, có việc gì, đảm nhận gì, đảm nhận những gì, chủ trì ở đâu, chủ trì ở những đâu, phối hợp ở đâu, phối hợp ở những đâu, có tên ở đâu, được ghi ở đâu, được nhắc ở đâu, được nhắc ở những đâu, tham gia gì, tham gia những gì, tham gia việc gì, đứng tên việc gì, phải xong gì, phải xong những gì, xong gì, xong những gì, hoàn thành gì, hoàn thành những gì, đến hạn gì, gì đến hạn, gì phải xong`},
		{said{ask: AskList, state: StateOpen}, `còn việc gì, còn những việc gì, còn việc nào, còn những việc nào, còn nhiệm vụ gì, còn nhiệm vụ nào, còn gì, còn những gì, còn cái gì, còn cái nào`},
		{said{ask: AskCount, state: StateOpen}, `còn mấy việc, còn bao nhiêu việc, còn mấy nhiệm vụ, còn bao nhiêu nhiệm vụ, còn mấy cái, còn bao nhiêu cái`},
		{said{ask: AskFirst}, `xong trước, xong sớm, đến hạn trước, tới hạn trước, hết hạn trước, hạn trước, làm trước, nộp trước, cái nào trước, việc nào trước, sớm nhất, sớm hơn, đầu tiên, trước tiên, trước nhất, gần nhất, hạn gần nhất, hạn sớm nhất, hạn đầu tiên, cái nào sớm hơn, cái nào gấp hơn, gấp nhất, gấp hơn, sắp tới nhất`},
		{said{ask: AskLast}, `xong sau, xong muộn, đến hạn sau, hết hạn sau, làm sau, nộp sau, cái nào sau, việc nào sau, muộn nhất, muộn hơn, trễ nhất, trễ hơn, chậm nhất, chậm hơn, cuối cùng, sau cùng, sau chót, chót nhất, hạn xa nhất, xa nhất, hạn muộn nhất, hạn cuối cùng, hạn dài nhất, dài nhất`},
		{said{ask: AskMost}, `nhiều việc nhất, nhiều nhiệm vụ nhất, nhiều đầu việc nhất, nhiều nhất, đông nhất, đông việc nhất, nặng nhất, bận nhất, lắm việc nhất, nhiều việc hơn, nhiều hơn, nhiều nhiệm vụ hơn, chủ trì nhiều nhất, phối hợp nhiều nhất`},
		{said{ask: AskLeast}, `ít việc nhất, ít nhiệm vụ nhất, ít đầu việc nhất, ít nhất, nhẹ nhất, rảnh nhất, ít việc hơn, ít hơn, ít nhiệm vụ hơn`},
		{said{ask: AskDifference}, `khác gì, khác nhau, khác nhau gì, khác nhau thế nào, khác nhau ra sao, khác nhau ở đâu, khác nhau chỗ nào, khác nhau không, khác thế nào, khác ra sao, khác ở đâu, khác chỗ nào, khác biệt gì, có gì khác, có gì khác nhau, khác gì nhau, khác gì so với, so với, so sánh, giống nhau, giống nhau không, có giống nhau không, giống và khác, khác biệt, có giống không, giống hay khác`},
		{said{ask: AskMost, by: ByHeading}, `nhóm nào nhiều việc nhất, lĩnh vực nào nhiều việc nhất, nhóm nào nhiều nhiệm vụ nhất, lĩnh vực nào nhiều nhiệm vụ nhất`},
		{said{by: ByHeading}, `nhóm nào, lĩnh vực nào, mảng nào, phần nào, nhóm nhiệm vụ nào, nhóm việc nào, mảng việc nào, phần việc nào, phần nội dung nào, nhóm nội dung nào`},
		{said{by: ByQuarter}, `quý nào, quý mấy`},
		{said{by: ByMonth}, `tháng nào, tháng mấy`},
		{said{state: StateOpen}, `chưa nộp, chưa xong, chưa làm, chưa hoàn thành, chưa báo cáo, chưa gửi, chưa gởi, chưa thực hiện, còn nợ, còn lại, tồn đọng, còn tồn, chưa đến hạn, chưa có báo cáo, chưa đánh dấu`},
		{said{state: StateDone}, `đã nộp, nộp rồi, nộp xong, đã xong, xong rồi, đã hoàn thành, hoàn thành rồi, đã làm xong, làm xong rồi, đã gửi, gửi rồi, đã báo cáo, báo cáo rồi, nộp được, làm được, hoàn thành được`},
		{said{state: StateLate}, `quá hạn, trễ hạn, chậm hạn, đã quá hạn, bị quá hạn, bị trễ, lố hạn, đang trễ, quá hạn rồi, trễ rồi, trễ, chậm, bị chậm, đang chậm, nộp trễ, nộp chậm`},
		{said{ask: AskState}, `tiến độ, tiến độ thế nào, tiến độ ra sao, tình hình nộp, làm tới đâu rồi, làm đến đâu rồi, tới đâu rồi, đến đâu rồi`},
		{said{ask: AskWhoDone}, `ai nộp, ai đã nộp, ai là người nộp, ai nộp rồi, ai báo đã nộp, ai xác nhận, ai đánh dấu, ai bấm, nộp hôm nào, nộp ngày nào, nộp lúc nào, đã nộp khi nào`},
		{said{ask: AskCountdown}, `còn bao nhiêu ngày, còn mấy ngày, bao nhiêu ngày nữa, mấy ngày nữa, còn bao lâu, còn bao lâu nữa, bao lâu nữa, còn bao nhiêu ngày nữa, còn mấy ngày nữa, mấy hôm nữa, còn mấy hôm, bao nhiêu hôm nữa, mấy tuần nữa, còn mấy tuần`},
		{said{via: plan.ViaNamed}, `đích danh, nêu tên, ghi tên, nêu đích danh, được nêu tên, có tên, gọi tên, được ghi tên, chỉ đích danh`},
		{said{via: plan.ViaGroup}, `theo khối, theo nhóm, giao chung, nói chung, gọi chung`},
		{said{cites: true}, `có căn cứ, có viện dẫn, viện dẫn văn bản, có dẫn chiếu, dẫn chiếu văn bản, có căn cứ văn bản, có nêu văn bản`},
	} {
		p.addLines(t.table, t.said)
	}
	return p
}

// recurrencePhrases are how often something comes back.
func recurrencePhrases() *phrases[Recurrence] {
	p := &phrases[Recurrence]{}
	p.addLines(`hàng tháng, hằng tháng, mỗi tháng, theo tháng, định kỳ hàng tháng, định kỳ tháng, định kỳ mỗi tháng, từng tháng, tháng nào cũng, một tháng một lần, mỗi tháng một lần`, Monthly)
	p.addLines(`hàng quý, hằng quý, mỗi quý, theo quý, định kỳ hàng quý, định kỳ quý, định kỳ mỗi quý, từng quý, quý nào cũng, một quý một lần, mỗi quý một lần`, Quarterly)
	p.addLines(`nửa năm một lần, mỗi nửa năm, nửa năm, 6 tháng một lần, sáu tháng một lần, định kỳ 6 tháng, định kỳ sáu tháng, mỗi 6 tháng, hàng 6 tháng, báo cáo 6 tháng, một năm hai lần, mỗi năm hai lần, năm hai lần`, HalfYearly)
	p.addLines(`hàng năm, hằng năm, mỗi năm, theo năm, định kỳ hàng năm, định kỳ năm, một năm một lần, mỗi năm một lần, năm một lần, từng năm, năm nào cũng, thường niên`, Yearly)
	p.addLines(`khi phát sinh, khi có phát sinh, có phát sinh, phát sinh, không có ngày cố định, không có hạn cố định, không cố định, không cố định ngày, không có thời hạn cụ thể, không có hạn cụ thể, không ấn định ngày, khi có yêu cầu, khi trung ương có văn bản chỉ đạo, khi có văn bản chỉ đạo, theo văn bản chỉ đạo, không định ngày, không chốt ngày, theo hướng dẫn, khi có hướng dẫn, tùy theo phát sinh, theo tình hình`, OnEvent)
	p.addLines(`các năm tiếp theo, những năm tiếp theo, năm tiếp theo, các năm sau, những năm sau, các năm tới, những năm tới, nhiều năm, kéo dài nhiều năm, qua năm sau, sang các năm, sang những năm sau, sang các năm tiếp theo, sang năm sau, sang năm tiếp theo`, Beyond)
	p.addLines(`thường xuyên, làm thường xuyên, liên tục, quanh năm`, Always)
	p.addLines(`định kỳ, lặp lại, lặp đi lặp lại, nhiều kỳ`, Periodic)
	p.addLines(`một lần, làm một lần, chỉ làm một lần, một lần duy nhất, không lặp lại, không định kỳ, chỉ một lần`, Once)
	return p
}
