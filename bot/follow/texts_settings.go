package follow

// The sentences of the settings.

const (
	textSettings       = "Cài đặt nhắc việc"
	textHour           = "Giờ nhắc: %s các ngày làm việc"
	textQuiet          = "Giờ yên lặng: %s"
	textNoQuiet        = "không có"
	textOverview       = "Tóm tắt việc trong năm, đầu mỗi quý: %s"
	textSupports       = "Nhắc cả việc phối hợp: %s"
	textMonday         = "Tổng hợp đầu tuần cho lãnh đạo: %s"
	textInQuiet        = "Giờ nhắc nằm trong giờ yên lặng nên lời nhắc sẽ đến lúc %s."
	textSettingsSaid   = "Có thể gõ, ví dụ: “cài đặt giờ 7:45”, “cài đặt yên lặng 20:00-6:30”, “cài đặt phối hợp bật”."
	textSettingUnknown = "Tôi chưa hiểu cài đặt này. Ví dụ: “cài đặt giờ 7:45”, “cài đặt yên lặng 20:00-6:30”, “cài đặt tóm tắt tắt”, “cài đặt phối hợp bật”, “cài đặt thứ hai bật”."
	textSet            = "Đã lưu cài đặt."

	wordOn      = "bật"
	wordOff     = "tắt"
	wordTurnOn  = "Bật"
	wordTurnOff = "Tắt"

	buttonHour     = "Giờ nhắc"
	buttonQuiet    = "Giờ yên lặng"
	buttonOverview = "%s tóm tắt đầu quý"
	buttonSupports = "%s nhắc việc phối hợp"
	buttonMonday   = "%s tổng hợp đầu tuần"
)
