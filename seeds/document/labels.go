package document

import (
	"regexp"
	"strings"

	"cchcbot/seeds/plan"
)

// field is a labelled field of a narrative task.
type field struct {
	role  Role
	words string
}

// labelForm finds labels at the start of a line or behind the end of a clause.
var labelForm = regexp.MustCompile(`(?i)(?:^|[.;,(\n]\s*|\s[-–+]\s*)[-–—•+*]?\s*(` +
	`(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|phòng|cá nhân|người|tổ chức)(?:\s*,\s*(?:cơ quan|đơn vị|cá nhân|tổ chức))?\s+(?:được\s+)?(?:tham mưu|chủ trì|phối hợp|thực hiện|đầu mối|phụ trách|chịu trách nhiệm|giao)[^:.;\n]{0,40}` +
	`|(?:thời gian|thời hạn|tiến độ|thời điểm|hạn|hoàn thành)(?:\s+[^:.;,\n]{0,40})?` +
	`|(?:sản phẩm|kết quả|đầu ra)(?:\s+[^:.;,\n]{0,40})?` +
	`|(?:chủ trì|thực hiện|phụ trách|phối hợp(?:\s+thực hiện)?|phân công(?:\s+thực hiện)?|phân công chủ trì|đầu mối)` +
	`|nội dung(?:\s+thực hiện|\s+công việc)?)\s*:`)

// splitLabels cuts a line into the words before its labels and the labelled
// fields. A line without labels is all words.
func splitLabels(text string) (before string, fields []field) {
	found := labelForm.FindAllStringSubmatchIndex(text, -1)
	at := 0
	for i, f := range found {
		role := roleOf(text[f[2]:f[3]])
		if role == RoleUnknown || role == RoleNote || role == RoleGroup {
			continue
		}
		piece := text[at:f[0]]
		if len(fields) == 0 {
			before = piece
		} else {
			fields[len(fields)-1].words += piece
		}
		fields = append(fields, field{role: role})
		at = f[1]
		if i == 0 && f[0] > 0 && text[f[0]] == '.' {
			before += "."
		}
	}
	if len(fields) == 0 {
		return text, nil
	}
	fields[len(fields)-1].words += text[at:]
	if len(fields) == 1 && fields[0].role == RoleTask && strings.TrimSpace(before) == "" {
		return text, nil // "Nội dung: …" alone says what, and stays with the words
	}
	for i := range fields {
		words := strings.Trim(fields[i].words, " \n;.,")
		if strings.Count(words, ")") > strings.Count(words, "(") {
			words = strings.TrimRight(words, ").")
		}
		fields[i].words = words
	}
	return strings.TrimLeft(strings.TrimSpace(before), "-–+• "), fields
}

// fill writes labelled fields into the open unit.
func (r *reader) fill(line int, fields []field) {
	for _, f := range fields {
		r.put(line, f.role, f.words)
		r.field = f.role
	}
}

// put adds words to a field of the open unit, which a lead makes a task.
func (r *reader) put(line int, role Role, words string) {
	u := r.touch(line)
	into := fieldOf(u, role)
	if words = plan.Items(words); words != "" && into == &u.Text {
		r.write(line, words)
		return
	}
	if *into != "" && words != "" {
		*into += "\n"
	}
	*into += strings.TrimRight(words, ".; ")
	if role == RoleLead && u.Kind != plan.KindAssignment {
		u.Kind = plan.KindTask
	}
}

// fieldOf is the field of a unit that a role fills.
func fieldOf(u *plan.Unit, role Role) *string {
	switch role {
	case RoleLead:
		return &u.Lead
	case RoleSupport:
		return &u.Support
	case RoleProduct:
		return &u.Product
	case RoleDeadline:
		return &u.Deadline.Words
	case RoleBegin:
		return &u.Begin
	case RoleNote:
		return &u.Remark
	}
	return &u.Text
}
