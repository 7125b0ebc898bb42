package talk

const (
	questionOwnDuties = "đơn vị tôi phải làm gì"
	textWhichUnit     = "Anh/chị hỏi về nhiệm vụ nào trong các nhiệm vụ vừa nêu? Ví dụ: “nhiệm vụ thứ hai ai chủ trì”, hoặc bấm vào số của nhiệm vụ."
	textOfWhat        = "Anh/chị hỏi về nhiệm vụ nào? Hãy ghi thêm tên hoặc số của nhiệm vụ, ví dụ “Ai chủ trì số hóa hồ sơ?”."
	textNoList        = "Màn hình vừa rồi không liệt kê từng nhiệm vụ. Anh/chị bấm vào một nhóm để xem danh sách, hoặc ghi số của nhiệm vụ."
	textSoMany        = "%d việc"
	textNextDue       = "Hạn gần nhất sau đó: %s (%s)."
	textFewer         = "Màn hình vừa rồi chỉ có %d nội dung."
	textThenAsked     = " → "
	textUnder         = "Thuộc %s: %s."
	textWhichTask     = "Anh/chị gõ thêm số nhiệm vụ, ví dụ: /nhiemvu 1.14."
	textWhatToFind    = "Anh/chị gõ thêm từ khóa cần tìm, ví dụ: /timkiem số hóa hồ sơ."
	textWhichTime     = "Anh/chị gõ thêm thời gian hoặc tên cơ quan, ví dụ: /denhan quý I, /denhan tháng 10, /denhan Sở Tư pháp."
	buttonWrong       = "Chưa đúng?"
	buttonElsewhere   = "Theo %s"
)
