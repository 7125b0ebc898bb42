package question

// everydayPhrases are words of plain speech that name nothing a plan could be
// about: dialect, degree, manner, the common verbs of doing and saying. Where
// the plan does not use such a word, it weighs nothing, so that a colloquial
// question is not taken for one about something else. Nouns that name a thing
// of their own ("hộ chiếu", "xăng") never belong here: they tell that the plan
// has no answer.
func everydayPhrases() *phrases[struct{}] {
	p := &phrases[struct{}]{}
	p.addLines(`
		hem, hông, hong, hổng, hôn, hơm, hăm, dzậy, zậy, vầy, dậy, dị, zị, dzị, nghen, nhen, hén, heng, nhá, nhoa, nà, ớ, á, ờ, ừ, ừm, ủa, ui, ôi, trời, trời ơi, chèn, hihi, haha, hic, huhu, oke, ok, okie, uh, uhm, z, v, dz, vs, zới,
		chi, chi rứa, răng, rứa, mô, chớ, chứ, cớ sao, sao lại, vì sao, tại sao, làm sao, cớ gì, hà, hỉ, hè, hử, hở, thía, thiệt, thật, thật ra, thực ra, nói thiệt, nói thật, đó giờ, nào giờ, trước giờ, từ đó giờ, hổm rày, bữa giờ,
		ổng, bả, ảnh, cổ, tụi nó, tụi này, bọn họ, người ta, ai đó, tao, mày, mi, tớ, cậu, má, tía, nhóc, đứa, thằng, nhỏ bạn, ku, mem, add, mod, shop, page, team,
		khoảng, cỡ, chừng, tầm, độ chừng, khoảng chừng, đâu đó, tối đa, không quá, chậm nhất, trễ nhất, muộn nhất, sớm nhất, muộn, sớm, lâu, mau, chóng, nhanh chóng, mau lẹ, lập tức, tức thì, tức khắc, liền, liền tay, ngay, ngay lập tức, kịp, kịp thời hạn, khẩn trương, gấp rút, chậm chạp, từ từ,
		khá, hơi, cực, cực kỳ, vô cùng, hết sức, hẳn, hẳn hoi, đàng hoàng, tử tế, nghiêm chỉnh, nghiêm túc, ngon, ngon lành, xịn, xịn sò, ổn, ổn áp, chuẩn, chuẩn chỉnh, hay ho, tốt đẹp, đẹp, dở, tệ, dở tệ, bậy, bậy bạ, lung tung, linh tinh, tùm lum, lộn xộn, rối, kỹ, kĩ, kỹ càng, sơ sơ, sơ sài, qua loa, đại khái, chung chung, rõ ràng, rành, rành rành, rạch ròi, tạm, tạm thời, mãi, miết, hoài, suốt, riết, dần, dần dần, thêm, bớt, bớt đi, thấp, thấp xuống, cao lên, chẳng, chả, to, bự, nhỏ xíu, tí, tí xíu, chút, chút xíu, một chút, xíu,
		ráng, cố, cố gắng, gắng, gắng sức, nỗ lực, tìm cách, tính chuyện, tính toán xem, lo liệu, lo toan, lo lắng, gánh, gánh vác, ôm, ôm việc, cầm trịch, cầm cái, cầm chịch, trịch, chịch, quán xuyến, trông coi, coi sóc, trông nom, đứng mũi, chịu sào, đứng tên, đảm đương, đảm nhiệm, nhận lãnh, lãnh, lãnh việc, nắm, nắm giữ, xắn tay, ra tay, động tay, nhúng tay, bắt tay vào, khởi động, xúc tiến làm, tiến hành,
		kéo, kéo xuống, hạ, hạ xuống, đẩy, ép, bắt, bắt buộc, buộc, bị bắt, nhắc, nhắc tới, nhắc đến, đề cập, có nói, kể tên, đích danh, nêu tên, ghi rõ, dặn, dặn dò, bảo, kêu, kêu làm, biểu, rủ, hẹn, chờ, đợi, trông, ngóng, ngó, dòm, nhìn, thấy, tưởng, nghĩ, nghĩ là, nhớ, quên, lỡ, nhỡ, trót, sợ, ngại, thích, ghét, mong, mong muốn, ước, ước gì, hy vọng, hi vọng, tin, ngờ, đoán, đồn, nghe đồn, nghe đâu, thử, thử xem, tập, né, tránh, bỏ qua, dứt, dứt điểm, dẹp, chốt, chốt lại, chốt hạ, xong xuôi, hoàn tất, kết thúc, bắt đầu từ, rốt cuộc, rốt cục, rút cục, cuối cùng, sau cùng, sau rốt, trước hết, đầu tiên, nhân tiện, tiện thể, sẵn, sẵn tiện, luôn tiện, à mà, à quên, ngoài ra, thêm nữa, hơn nữa, vả lại, với lại, kẻo, cho xong, cho rồi, coi như, coi bộ, xem như, xem ra, kiểu như, kiểu gì, bằng cách nào, cách nào, theo kiểu, giống, giống như, y như, y chang, khác, khác gì, ngược lại, thay vì, mỗi tội, cho dù, dù, mặc dù, tuy, tuy nhiên, nhưng, nhưng mà, song, hễ, miễn là, chỉ cần, cốt, cốt để, lý do, cớ,
		khúc, khâu, cục, đống, mớ, đám, mảng nào, chỗ, nơi, nơi nào, nơi đó, phía, đằng, bên kia, trang mấy, trang nào, dòng mấy, câu, câu hỏi, chữ, đồ, thứ, đồ đạc, cái vụ, cái chuyện, công chuyện, chuyện này, vụ này, việc này, bữa trước, hôm trước, hôm qua, hôm bữa, bữa kia, dịp, dịp nào, khi ấy, lúc đó, ngày xưa, hồi trước, mai mốt, sau này, ngày mai, mốt,
		trả lời gấp, trả lời giùm, rep, reply, ib, inbox, check, sếp hỏi, sếp kêu, sếp bảo, sếp cần, cần gấp, đang cần, đang họp, trong cuộc họp, tra giùm, tra giúp, coi giùm, coi giúp, kiếm giùm, kiếm giúp, chỉ giùm, chỉ giúp, nhắc giùm, nhắc giúp, nói giùm, tóm lại, tóm tắt, nói chung, nói tóm lại, đại loại, vắn tắt, ngắn gọn, gọn`, struct{}{})
	return p
}
