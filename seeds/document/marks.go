package document

import (
	"regexp"
	"strings"
	"unicode"
)

// mark is what opens a heading or an item: "A.", "II.", "3.1.", "b)", "Mục 2".
type mark struct {
	level int    // the smaller the higher
	id    string // what it adds to the id: "A", "II", "3.1", "b"
	text  string // the words behind it
	named bool   // opened by a word: "Nhiệm vụ 2:"
	ok    bool
}

// The levels of marks.
const (
	levelPart = iota
	levelLetter
	levelRoman
	levelNumber                   // and deeper by one for each dot
	levelNamed  = levelNumber + 5 // under a plain number
	levelSmall  = levelNumber + 10
)

var (
	partMark   = regexp.MustCompile(`^(?i:phần|chương)\s+(?i:thứ\s+)?([IVXL]+|\d{1,2}|(?i:nhất|hai|ba|bốn|năm))\b\s*[.:\-–]?\s*(.*)$`)
	letterMark = regexp.MustCompile(`^([A-HĐ])\s*[.\-–]\s*(\S.*)$`)
	romanMark  = regexp.MustCompile(`^([IVX]{1,5})\s*[.\-–/]\s*(\S.*)$`)
	namedMark  = regexp.MustCompile(`^(?i:mục|nhiệm vụ|nhóm nhiệm vụ|giải pháp|nội dung)\s+(?:số\s+)?(\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})\s*[.:\-–]\s*(\S.*)$`)
	dottedMark = regexp.MustCompile(`^(?:[-–]\s+)?(\d{1,3}(?:\.\d{1,3}){1,4})[.)]?\s+(\S.*)$`)
	singleMark = regexp.MustCompile(`^(\d{1,3})\s*[.)/]\s*([^\d\s].*|\d+[^.\d].*)$`)
	smallMark  = regexp.MustCompile(`^(?:([a-zđ])\s*[).]|\(([a-zđ]|\d{1,2})\))\s+(\S.*)$`)
	codeMark   = regexp.MustCompile(`^[A-ZĐ][A-ZĐ0-9]*(?:[_.\-/][A-ZĐ0-9]+)+$|^[A-ZĐ]{1,4}\d{1,3}$`)

	basis      = regexp.MustCompile(`^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện (?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Công văn|Chương trình|Luật))\s`)
	article    = regexp.MustCompile(`^Điều\s+(\d{1,3})\s*[.:]\s*(\S.*)$`)
	recipients = regexp.MustCompile(`(?i)^(?:nơi|noi) nhận\s*:?$`)
	appendix   = regexp.MustCompile(`(?i)^(?:phụ lục|phụ biểu|biểu)(?:\s+(?:số\s+)?([IVXL]{1,5}|\d{1,2}|[A-H]))?\s*(?:$|[.:\-–]\s*|\s(.*)$|\()`)
	announced  = regexp.MustCompile(`(?i)(?:theo|tại|xem|có|trong)\s+(?:các\s+)?(?:phụ lục|phụ biểu|danh mục|bảng)[^.;]{0,30}\s*(?:kèm theo|đính kèm|ban hành)|chi tiết (?:theo|tại|xem) phụ lục`)
	opening    = regexp.MustCompile(`(?i)^(?:căn cứ|thực hiện|triển khai|để |nhằm|ủy ban nhân dân|trên cơ sở|theo )`)
)

// markOf reads the mark that opens a line.
func markOf(text string) mark {
	first, rest, _ := strings.Cut(text, "\n")
	m := firstMark(first)
	if m.ok && rest != "" {
		m.text += "\n" + rest
	}
	return m
}

func firstMark(text string) mark {
	if m := partMark.FindStringSubmatch(text); m != nil {
		return mark{level: levelPart, id: "P" + ordinal(m[1]), text: m[2], ok: true}
	}
	if m := romanMark.FindStringSubmatch(text); m != nil && validRoman(m[1]) {
		return mark{level: levelRoman, id: m[1], text: m[2], ok: true}
	}
	if m := letterMark.FindStringSubmatch(text); m != nil {
		return mark{level: levelLetter, id: m[1], text: m[2], ok: true}
	}
	for _, p := range []*regexp.Regexp{namedMark, dottedMark, singleMark} {
		m := p.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if validRoman(m[1]) {
			return mark{level: levelRoman, id: m[1], text: m[2], ok: true}
		}
		id := plainNumber(m[1])
		return mark{level: levelNumber + strings.Count(id, "."), id: id, text: m[2], ok: true, named: p == namedMark}
	}
	if m := smallMark.FindStringSubmatch(text); m != nil {
		return mark{level: levelSmall, id: m[1] + m[2], text: m[3], ok: true}
	}
	return mark{text: text}
}

// numberMark reads the cell of a number.
func numberMark(cell string) mark {
	cell = strings.Trim(cell, " .()/:")
	switch {
	case cell == "":
		return mark{}
	case validRoman(cell):
		return mark{level: levelRoman, id: cell, ok: true}
	case digitsAndDots.MatchString(cell):
		id := plainNumber(cell)
		return mark{level: levelNumber + strings.Count(id, "."), id: id, ok: true}
	case len([]rune(cell)) == 1 && !strings.ContainsFunc(cell, unicode.IsLetter):
		return mark{}
	case len([]rune(cell)) == 1 && strings.ToUpper(cell) == cell:
		return mark{level: levelLetter, id: cell, ok: true}
	case len([]rune(cell)) == 1:
		return mark{level: levelSmall, id: cell, ok: true}
	case codeMark.MatchString(cell):
		return mark{level: levelSmall, id: cell, ok: true}
	}
	return firstMark(cell + ". x").cell()
}

// cell is a mark without words behind it.
func (m mark) cell() mark {
	if !m.ok || m.text != "x" {
		return mark{}
	}
	m.text = ""
	return m
}

var (
	digitsAndDots = regexp.MustCompile(`^\d{1,4}(?:\.\d{1,4})*$`)
	romanForm     = regexp.MustCompile(`^(?:X{0,3})(?:IX|IV|V?I{0,3})$`)
)

func validRoman(s string) bool { return s != "" && romanForm.MatchString(s) }

// plainNumber drops the zeros that open the parts of a number.
func plainNumber(s string) string {
	parts := strings.Split(s, ".")
	for i, p := range parts {
		if p = strings.TrimLeft(p, "0"); p == "" {
			p = "0"
		}
		parts[i] = p
	}
	return strings.Join(parts, ".")
}

// ordinal is the number that a word such as "nhất" stands for.
func ordinal(s string) string {
	for word, n := range map[string]string{"nhất": "I", "hai": "II", "ba": "III", "bốn": "IV", "năm": "V"} {
		if strings.EqualFold(s, word) {
			return n
		}
	}
	return strings.ToUpper(s)
}
