package document

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"cchcbot/seeds/plan"
)

// Profile is what is known about a document as a whole. The reader proposes
// it; a person may change any field and have the document read again.
type Profile struct {
	Kind     string     `yaml:"kind" json:"kind"`     // "Quyết định", "Kế hoạch", "Chương trình"
	Number   string     `yaml:"number" json:"number"` // "415/KH-UBND"
	Title    string     `yaml:"title" json:"title"`   //
	Issued   plan.Date  `yaml:"issued" json:"issued"` //
	Issuer   string     `yaml:"issuer" json:"issuer"` // as the letterhead has it: "Ủy ban nhân dân tỉnh Trà Lĩnh"
	From     int        `yaml:"from" json:"from"`     // first year that it is for
	To       int        `yaml:"to" json:"to"`         // last year
	Replaces string     `yaml:"replaces" json:"replaces,omitempty"`
	Columns  [][]Column `yaml:"columns" json:"columns"`     // of each table, in the order of the document
	YearSeen bool       `yaml:"year_seen" json:"year_seen"` // the document tells its year; otherwise it is the year of issue
}

// Column is a column of a table and what it holds.
type Column struct {
	Title string `yaml:"title" json:"title"`
	Role  Role   `yaml:"role" json:"role"` // "" where the title does not tell
}

var (
	numberLine  = regexp.MustCompile(`(?i)^số\s*:?\s*(\S*\d\S*)\s*(/\S+)`)
	dateLine    = regexp.MustCompile(`(?i)^(?:[^,;.:]{2,60},?\s+)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$`)
	fullDate    = regexp.MustCompile(`(?i)ngày\s+\d{1,2}\s*(?:tháng|[/.-])\s*\d{1,2}\s*(?:năm|[/.-])\s*\d{4}|\d{1,2}/\d{1,2}/\d{4}`)
	cited       = regexp.MustCompile(`(?i)(?:luật|nghị quyết|nghị định|thông tư)[^,;.]{0,40}?năm\s+\d{4}`)
	resolved    = regexp.MustCompile(`(?i)(?:nghị quyết|chương trình|kế hoạch|chỉ thị|kết luận)[^;.]{0,160}?năm\s+(20\d\d)`)
	spanYears   = regexp.MustCompile(`(?i)(?:giai đoạn|năm|năm học|từ năm)\s+(20\d\d)\s*(?:-|–|đến|đến năm)\s*(20\d\d)`)
	untilYear   = regexp.MustCompile(`(?i)đến\s+(?:hết\s+)?năm\s+(20\d\d)`)
	oneYear     = regexp.MustCompile(`(?i)năm\s+(20\d\d)`)
	kindTitle   = regexp.MustCompile(`(?i)^(quyết định|kế hoạch|chương trình|đề án|chỉ thị|thông báo|nghị quyết|công văn|lộ trình|phương án)(?:\s+\S.*)?$`)
	motto       = regexp.MustCompile(`(?i)^(?:cộng h(?:òa|oà) xã hội|độc lập\s*[-–])`)
	replaceForm = regexp.MustCompile(`(?i)thay thế\s+(?:quyết định|kế hoạch)\s+số\s+(\d+\S*/\S+?)[\s,.;]`)
	authority   = regexp.MustCompile(`^(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|ỦY BAN|UỶ BAN|GIÁM ĐỐC|HỘI ĐỒNG|CHÍNH PHỦ|THỦ TRƯỞNG|CHÁNH|TỔNG)`)
	letterhead  = regexp.MustCompile(`^(?:THÀNH PHỐ|TỈNH|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU|BỘ|SỞ) `)
	pageNumber  = regexp.MustCompile(`^-?\s*\d{1,3}\s*[-.)]?$`)
)

// propose fills what a profile leaves open.
func propose(parts []part, p Profile) Profile {
	h := &head{}
	for _, part := range parts {
		if part.table != nil || !h.take(part.text) {
			break
		}
	}
	if found := replaceForm.FindStringSubmatch(allText(parts)); found != nil && p.Replaces == "" {
		p.Replaces = found[1]
	}
	fill := func(into *string, from string) {
		if *into == "" {
			*into = from
		}
	}
	if h.number == "" { // a table alone, which names what it belongs to
		h.fromAttached(allText(parts))
	}
	fill(&p.Kind, h.kind)
	fill(&p.Number, h.number)
	fill(&p.Title, strings.Join(h.title, " "))
	fill(&p.Issuer, bodyName(strings.Join(h.issuer, " ")))
	if p.Issued.IsZero() {
		p.Issued = h.issued
	}
	if p.From == 0 {
		p.From, p.To, p.YearSeen = yearsOf(p.Title, p.Issued.Year)
	}
	p.To = max(p.To, p.From)
	return p
}

// head gathers what stands above the first section.
type head struct {
	kind, number  string
	title, issuer []string
	issued        plan.Date
	titled        bool
}

// attached is the note by which an appendix names its document.
var attached = regexp.MustCompile(`(?i)kèm theo\s+(quyết định|kế hoạch|chương trình)\s+số:?\s*(\d+\S*/[^\s,.;)]+)(?:\s+ngày\s+(\d{1,2})(?:\s+tháng\s+|/)(\d{1,2})(?:\s+năm\s+|/)(\d{4}))?`)

// fromAttached reads the number and the date that an appendix names.
func (h *head) fromAttached(text string) {
	m := attached.FindStringSubmatch(text)
	if m == nil {
		return
	}
	h.number = m[2]
	if h.issued.IsZero() && m[5] != "" {
		h.issued, _ = plan.ParseDate(fmt.Sprintf("%s-%02s-%02s", m[5], m[4], m[3])) // an impossible day is no day
	}
}

// take reads a paragraph; false where the head has come to its end.
func (h *head) take(text string) bool {
	text = strings.ReplaceAll(text, "\n", " ")
	marked := markOf(text)
	switch {
	case motto.MatchString(text), strings.HasPrefix(text, "SAO Y"):
	case numberLine.MatchString(text) && h.number == "":
		h.number = strings.TrimRight(strings.Join(numberLine.FindStringSubmatch(text)[1:], ""), ".;,")
	case dateLine.MatchString(text) && h.issued.IsZero():
		m := dateLine.FindStringSubmatch(text)
		h.issued, _ = plan.ParseDate(fmt.Sprintf("%s-%02s-%02s", m[3], m[2], m[1])) // an impossible day is no day
	case h.kind == "" && kindTitle.MatchString(text):
		h.kind = sentenceCase(kindTitle.FindStringSubmatch(text)[1])
		if len(text) > len(h.kind) {
			h.title = append(h.title, text)
		}
	case h.kind == "" && isUpper(text) && len(h.issuer) < 4:
		h.issuer = append(h.issuer, text)
	case h.kind != "" && len(h.title) == 0 && !h.titled && strings.HasPrefix(text, "Thực hiện "):
		h.title = append(h.title, text) // a basis has the same words
	case marked.ok || basis.MatchString(text) || article.MatchString(text) || h.kind != "" && isAppendix(text):
		return false
	case authority.MatchString(text) && isUpper(text) && len(h.title) > 0:
		h.titled = true
	case h.kind != "" && !h.titled:
		h.titled = len(h.title) > 0 && (strings.HasPrefix(text, "(") || opening.MatchString(text) || len([]rune(text)) > 80 && strings.ContainsAny(text[len(text)-1:], ".:"))
		if !h.titled && len(h.title) < 4 {
			h.title = append(h.title, text)
		}
	}
	return true
}

// yearsOf tells by a title which years a plan is for; the year of issue, and
// false, where it does not say.
func yearsOf(title string, issued int) (from, to int, seen bool) {
	title = fullDate.ReplaceAllString(title, " ")
	whole := title
	title = cited.ReplaceAllString(title, " ")
	if m := spanYears.FindStringSubmatch(title); m != nil {
		from, _ = strconv.Atoi(m[1]) // four digits
		to, _ = strconv.Atoi(m[2])
		if from <= to {
			return from, to, true
		}
	}
	if m := untilYear.FindStringSubmatch(title); m != nil {
		to, _ = strconv.Atoi(m[1])
		return issued, max(to, issued), issued > 0
	}
	if all := oneYear.FindAllStringSubmatch(title, -1); all != nil {
		if from, _ = strconv.Atoi(all[len(all)-1][1]); from >= issued {
			return from, from, true
		}
	}
	if m := resolved.FindStringSubmatch(whole); m != nil { // the year of what it carries out
		if from, _ = strconv.Atoi(m[1]); from == issued || from == issued+1 {
			return from, from, true
		}
	}
	return issued, issued, false
}

// allText is the words of all paragraphs.
func allText(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.text)
		b.WriteByte('\n')
	}
	return b.String()
}

// isUpper reports whether text is all capitals.
func isUpper(text string) bool {
	return strings.ContainsFunc(text, unicode.IsUpper) && !strings.ContainsFunc(text, unicode.IsLower)
}

// sentenceCase writes a line of capitals with one capital at its start.
func sentenceCase(text string) string {
	runes := []rune(strings.ToLower(text))
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes)
}

// levelNames stand before the name of a place, whose words all have capitals.
var levelNames = []string{"tỉnh", "thành phố", "thị xã", "thị trấn", "đặc khu", "phường", "quận", "huyện", "xã"}

// bodyName writes the name of a body, which a letterhead has in capitals, as a
// sentence does: "Ủy ban nhân dân tỉnh Đồng Tháp", "Bộ Nội vụ".
func bodyName(text string) string {
	name := sentenceCase(strings.ReplaceAll(text, "UBND ", "ỦY BAN NHÂN DÂN "))
	for _, level := range levelNames {
		before, place, found := strings.Cut(name, " "+level+" ")
		if !found {
			continue
		}
		words := strings.Fields(place)
		for i, w := range words {
			words[i] = sentenceCase(w)
		}
		return before + " " + level + " " + strings.Join(words, " ")
	}
	kind, rest, found := strings.Cut(name, " ")
	switch {
	case found && (kind == "Bộ" || kind == "Sở"):
		return kind + " " + sentenceCase(rest)
	case strings.HasSuffix(name, " chính phủ"):
		return strings.TrimSuffix(name, "chính phủ") + "Chính phủ"
	}
	return name
}
