package bot

// The sentences of progress and explanations.

const (
	textProgressOf    = "%s: tiến độ %s"
	textProgressCity  = "Toàn Thành phố: tiến độ %s"
	textCounts        = "✓ Đã nộp: %d/%d\nChưa đến hạn: %d\nQuá hạn: %d"
	textOfThemLate    = ", quá hạn %d"
	textNothingToDo   = "Không có việc nào đến hạn trong thời gian này."
	textQuarterCount  = "Quý %s: đã nộp %d/%d%s"
	textByGroup       = "Theo khối:"
	textGroupCount    = "- %s: đã nộp %d/%d%s"
	textOtherAgencies = "Cơ quan khác"
	textCityByAgency  = "Tiến độ theo cơ quan %s"
	textCityByTask    = "Tiến độ theo nhiệm vụ %s"
	textAgencyCount   = "- %s: quá hạn %d, chưa đến hạn %d, đã nộp %d"
	textTaskCount     = "%s. %s\n   quá hạn %d, chưa đến hạn %d, đã nộp %d"
	textWhoHasNot     = "Chưa nộp %s: %d/%d cơ quan%s"
	textWhoHas        = "Đã nộp %s: %d/%d cơ quan"
	textEverybodyHas  = "Tất cả cơ quan đã nộp."
	textNobodyHas     = "Chưa có cơ quan nào nộp."
	textIsLate        = " (quá hạn)"
	textDeliveredOn   = ": %s"
	textWards         = "Phường, xã: tính %d đơn vị có người theo dõi; các đơn vị khác chưa được tính."
	textNoWards       = "Chưa tính phường, xã: chưa có đơn vị nào được theo dõi."
	textNobodyOwes    = "Không có kỳ hạn nào của nhiệm vụ %s %s."

	textPublicPart = "%s: %d mốc đến hạn %s theo kế hoạch"
	textTimeline   = "%s: các mốc năm %d"
	textChartCity  = "Toàn Thành phố: tiến độ năm %d"
	textHeat       = "%s năm %d"

	textProgressRights = "Tiến độ chỉ hiển thị cho lãnh đạo, cán bộ đầu mối của đơn vị và quản trị viên. Gõ /dangky để đăng ký."
	textNotForYou      = "Tiến độ của %s chỉ hiển thị cho lãnh đạo, cán bộ đầu mối của đơn vị và quản trị viên."
	textCityRights     = "Danh sách chưa nộp của toàn Thành phố chỉ hiển thị cho lãnh đạo Sở Nội vụ và quản trị viên. Gõ /tiendo để xem tiến độ của đơn vị mình."

	textOnlyLeaders      = "Chỉ lãnh đạo của %s được đề nghị giải trình."
	textAskedBefore      = "Đã đề nghị giải trình việc này, đang chờ trả lời."
	textNoFocal          = "%s chưa có cán bộ đầu mối được duyệt nên chưa gửi được đề nghị."
	textWhyHead          = "Đề nghị giải trình"
	textWhyAsked         = "%s đề nghị giải trình về %s (%s, hạn %s) của %s."
	textWhyHow           = "Bấm “Trả lời” rồi nhắn nội dung, hoặc gõ: giải trình %s kèm nội dung."
	textWhySent          = "Đã gửi đề nghị giải trình đến %d cán bộ đầu mối của %s. Có trả lời, tôi sẽ chuyển ngay cho anh/chị."
	textWhyAnswered      = "Đề nghị này đã được trả lời."
	textSayWhy           = "Anh/chị nhắn nội dung giải trình cho nhiệm vụ %s (%s)."
	textNothingToExplain = "Hiện không có đề nghị giải trình nào chờ anh/chị trả lời về việc này."
	textWhyCame          = "Trả lời giải trình"
	textWhyIs            = "%s giải trình về %s (%s) của %s:"
	textWhyThanks        = "Đã chuyển nội dung giải trình đến lãnh đạo."

	textCalendarFile = "Lịch hạn của %s trong năm %d. Mở tệp để thêm vào lịch trên điện thoại; mỗi hạn được nhắc trước 7 ngày và 1 ngày."
	textSheet        = "Bảng nhiệm vụ của %s, kỳ hạn trong năm %d."

	buttonCalendarFile = "Tải lịch (.ics)"
	buttonSheet        = "Tải bảng (.xlsx)"

	buttonByAgency = "Theo cơ quan"
	buttonByTask   = "Theo nhiệm vụ"
	buttonAnswer   = "Trả lời"
	buttonChart    = "Xem biểu đồ"

	buttonWhatIsDue   = "Các mốc đến hạn"
	buttonAllAgencies = "Tất cả cơ quan"
	buttonWhoHas      = "Ai đã nộp?"
	buttonWhoHasNot   = "Ai chưa nộp?"
)
