package block

import "fmt"

// Refusal is why a file cannot be read as a document.
type Refusal string

// The reasons.
const (
	TooBig    Refusal = "too big"    // more than a document of this kind ever is, packed or unpacked
	Encrypted Refusal = "encrypted"  // protected by a password
	OldWord   Refusal = "old office" // .doc or .xls
	PDF       Refusal = "pdf"        //
	Broken    Refusal = "broken"     // neither whole nor what its beginning says
	Unknown   Refusal = "unknown"    // no document: a picture, a program, an archive
	Empty     Refusal = "empty"      //
)

// Error is a file that cannot be read. Its text is for the operator; Sentence
// is what a person may be told.
type Error struct {
	Reason Refusal
	Cause  error
}

// Refuse makes an Error; the cause may be nil.
func Refuse(reason Refusal, cause error) error { return &Error{Reason: reason, Cause: cause} }

func (e *Error) Error() string {
	if e.Cause == nil {
		return fmt.Sprintf("document refused: %s", string(e.Reason))
	}
	return fmt.Sprintf("document refused: %s: %v", string(e.Reason), e.Cause)
}

func (e *Error) Unwrap() error { return e.Cause }

// Sentence says in Vietnamese what is wrong and what to send instead.
func (e *Error) Sentence() string {
	switch e.Reason {
	case TooBig:
		return "Tệp quá lớn. Vui lòng gửi tệp .docx hoặc .xlsx không quá 20 MB, chỉ gồm kế hoạch và phụ lục."
	case Encrypted:
		return "Tệp có mật khẩu nên không đọc được. Vui lòng gỡ mật khẩu rồi gửi lại."
	case OldWord:
		return "Tệp ở định dạng Office cũ (.doc, .xls). Vui lòng lưu lại thành .docx hoặc .xlsx rồi gửi lại."
	case PDF:
		return "Chưa đọc được tệp PDF. Vui lòng gửi bản .docx hoặc .xlsx của văn bản."
	case Broken:
		return "Tệp bị hỏng hoặc chưa tải lên hết. Vui lòng mở và lưu lại tệp rồi gửi lại."
	case Empty:
		return "Tệp không có nội dung. Vui lòng gửi bản .docx hoặc .xlsx của văn bản."
	}
	return "Tệp không phải là văn bản đọc được. Vui lòng gửi tệp .docx, .xlsx hoặc .txt."
}
