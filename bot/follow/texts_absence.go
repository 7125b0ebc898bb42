package follow

// The sentences of being away.
const (
	textAwayPrivately = "Việc báo vắng cần nhắn riêng cho tôi, không thực hiện trong nhóm."
	textAwayHow       = "Anh/chị chưa báo vắng. Gõ ví dụ: “tôi nghỉ từ 1/7 đến 15/7, nhờ Trần Thị Bình”. Trong thời gian đó, người được nhờ nhận lời nhắc và báo nộp thay."
	textAwayNobody    = "Anh/chị chưa là cán bộ đầu mối của đơn vị nào nên không cần báo vắng."
	textAwayGone      = "Ngày %s đã qua, chưa ghi nhận gì."
	textAway          = "Anh/chị vắng từ %s đến %s."
	textAwayDeputy    = " Người thay: %s; lời nhắc được gửi cho người thay."
	textWhichDeputy   = "Có nhiều người tên “%s”. Chọn người thay:"
	textNoDeputy      = "Chưa ghi nhận: không có ai tên “%s” đang theo dõi hoặc phụ trách đơn vị của anh/chị. Người thay cần theo dõi đơn vị trước (/theodoi)."
	textDeputyAway    = "%s cũng vắng từ %s đến %s. Anh/chị chọn người khác."
	textStandIn       = "%s nhờ anh/chị thay vai trò cán bộ đầu mối của %s từ %s đến %s: anh/chị nhận lời nhắc và báo “Đã nộp” được. Nếu không nhận, anh/chị báo lại người nhờ."
	textStandInOver   = "%s đã trở lại. Anh/chị không còn thay nữa."
	textOthersThere   = "%s: lời nhắc vẫn đến %s."
	textNobodyWhile   = "%s chưa có đầu mối từ %s đến %s: %s vắng và không nhờ ai. Cần một cán bộ đăng ký bằng lệnh /dangky."
	textNobodyWarned  = "%s sẽ chưa có đầu mối trong thời gian này. Tôi đã báo quản trị viên và lãnh đạo đơn vị; anh/chị nên chọn người thay."
	textNotAway       = "Anh/chị không báo vắng."
	textIsBack        = "Đã ghi nhận anh/chị trở lại. Lời nhắc lại được gửi cho anh/chị."
	textInPlace       = ", thay %s"
	buttonDeputy      = "Nhờ %s"
	buttonBackAgain   = "Tôi đã trở lại"
)
