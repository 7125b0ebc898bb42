package document

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"cchcbot/seeds/plan"
)

// stage is where in the document the reader stands.
type stage int

const (
	stageHead stage = iota
	stageBody
	stageRecipients
	stageSignature
	stageAfter // the signature
	stageAppendix
)

// reader walks through the parts of one document.
type reader struct {
	file     string
	profile  Profile
	register *plan.Register
	calendar *plan.Calendar
	plan     *plan.Plan
	problems []plan.Problem
	ids      map[string]int  // places of units
	copies   map[string]int  // the last letter that was put behind an id
	filled   map[string]bool // appendices that hold other things than tasks
	taken    map[string]bool // ids of units whose number another one has

	stage      stage
	open       int       // place of the unit that further words go to, -1 for none
	item       int       // the numbered item around it
	dash       int       // line of the last bullet
	bullet     rune      // its mark
	field      Role      // the field that further lines of open go to
	above      []heading // the open headings and items, outermost first
	bases      int
	articles   int
	furniture  []int
	appendices int  // read so far
	announced  int  // line that announces an appendix, 0 for none
	tables     int  // of tasks
	inSection  int  // tables in the section in hand
	twoOrMore  bool // appendices
	grid       *tableReader
	notes      []note
	titles     int  // lines of the title of a part so far, from the kind of document on; 0 elsewhere
	bracket    bool // the title has come to what stands in brackets
}

// heading is a heading or an item that is open.
type heading struct {
	level int
	id    string
	kind  plan.Kind
	named bool   // by a word: "Nhiệm vụ 2:"
	lead  string // who leads what stands under it, where the rows do not say
	when  string // the same for when it is due
}

// read takes one part to where it belongs.
func (r *reader) read(p part) {
	defer func() { r.takeNotes(p.notes) }()
	if p.table != nil {
		r.readTable(p)
		return
	}
	if p.loose != nil && r.stage == stageAppendix && len(r.above) > 0 && !r.namesBodies(p.loose) {
		r.filled[r.above[0].id] = true
		r.report(p.line, plan.ProblemStray, "bảng này không ghi cơ quan thực hiện nên không được đọc thành nhiệm vụ")
	}
	text := strings.TrimSpace(p.text)
	if announced.MatchString(text) && r.announced == 0 && r.stage <= stageBody {
		r.announced = p.line
	}
	r.readLine(p.line, text)
}

// readLine reads a paragraph.
func (r *reader) readLine(line int, text string) {
	m := markOf(text)
	switch {
	case pageNumber.MatchString(text) || motto.MatchString(text):
		r.furniture = append(r.furniture, line)
	case recipients.MatchString(text):
		r.begin(line, plan.Unit{ID: "NN", Kind: plan.KindRecipients, Number: "Nơi nhận"})
		r.stage = stageRecipients
	case isAppendix(text) && (r.stage >= stageBody || r.articles > 0 || r.tabular(text)):
		r.beginAppendix(line, text)
	case r.stage == stageRecipients && isUpper(text) && !strings.HasPrefix(text, "-"):
		r.begin(line, plan.Unit{ID: "CK", Kind: plan.KindSignature, Number: "Chữ ký"})
		r.write(line, text)
		r.stage = stageSignature
	case (r.stage == stageSignature || r.stage == stageAfter) && strings.HasPrefix(text, "-") && r.unitOf("NN") != nil: // beside the signature
		r.addTo("NN", line, text)
	case r.stage == stageRecipients && !m.ok:
		r.write(line, text)
	case r.stage == stageSignature && !m.ok:
		r.write(line, text)
		if !isUpper(text) {
			r.stage = stageAfter
		}
	case article.MatchString(text) && (r.stage == stageHead || r.stage == stageBody && article.FindStringSubmatch(text)[1] == strconv.Itoa(r.articles+1) && r.articles > 0):
		r.readArticle(line, text)
	case kindTitle.MatchString(text) && isUpper(text) && r.stage != stageBody && r.stage != stageAppendix:
		r.stage, r.open, r.titles = stageHead, -1, 1
		r.furniture = append(r.furniture, line)
	case m.ok && (r.stage != stageHead || m.level <= levelNumber && (isUpper(m.text) || m.text == "" || r.bodyStarts())):
		r.beginItem(line, m)
	case r.stage == stageHead:
		r.readHead(line, text)
	case r.stage == stageBody && r.grid != nil && r.inSection > 0 && !m.ok && len(r.above) > 0 && r.open >= r.grid.last && r.grid.last >= 0:
		r.addTo(r.above[len(r.above)-1].id, line, text)
	case r.stage == stageAppendix && r.grid != nil && isUpper(text) && (authority.MatchString(text) || letterhead.MatchString(text)):
		r.furniture = append(r.furniture, line)
	case r.stage == stageAppendix && r.grid != nil && !m.ok && !strings.HasPrefix(text, "("):
		r.stray(line, text)
	case r.stage == stageAfter:
		r.readAfter(line, text)
	case r.stage == stageBody && len(r.above) > 0 && announced.MatchString(text) && len([]rune(text)) < 120:
		r.addTo(r.above[0].id, line, text)
	case r.stage == stageBody && len(r.above) > 1 && strings.HasSuffix(text, "./."):
		top := r.above[0]
		r.begin(line, plan.Unit{ID: top.id + plan.ClosingSuffix, Kind: top.kind, Heading: top.id})
		r.write(line, text)
		r.stage = stageAfter
	default:
		r.further(line, text)
	}
}

// tabular reports whether the title of an appendix follows right upon the head,
// in a document that has no text of its own.
func (r *reader) tabular(text string) bool {
	return r.stage == stageHead && isUpper(strings.Split(text, "\n")[0])
}

// addTo adds a line to the unit of an id, which stays closed: a section that is
// referred to the appendix as a whole.
func (r *reader) addTo(id string, line int, text string) {
	if place, ok := r.ids[id]; ok {
		open := r.open
		r.open = place
		r.write(line, text)
		r.open = open
	}
}

// bodyStarts reports whether numbered items may stand without a section.
func (r *reader) bodyStarts() bool { return r.articles == 0 && r.profile.Number+r.profile.Kind != "" }

// readAfter reads what stands between the signature and an appendix: its
// letterhead and titles, or words that belong nowhere.
func (r *reader) readAfter(line int, text string) {
	if isUpper(text) || numberLine.MatchString(text) || dateLine.MatchString(text) || strings.HasPrefix(text, "(") {
		r.furniture = append(r.furniture, line)
		return
	}
	r.stray(line, text)
}

// readHead reads the letterhead, the titles and what the document rests on.
func (r *reader) readHead(line int, text string) {
	switch {
	case r.titles > 0 && r.inTitle(text):
		r.furniture = append(r.furniture, line)
	case basis.MatchString(text) || len([]rune(text)) > 60 && opening.MatchString(text) && !isUpper(text):
		r.bases++
		number := fmt.Sprintf("Căn cứ %d", r.bases)
		if !strings.HasPrefix(text, "Căn cứ") {
			number = fmt.Sprintf("phần căn cứ, đoạn %d", r.bases)
		}
		r.begin(line, plan.Unit{ID: fmt.Sprintf("CC.%d", r.bases), Kind: plan.KindLegalBasis, Number: number})
		r.write(line, text)
	case r.open >= 0 && r.articles > 0:
		r.write(line, text)
	default:
		r.furniture = append(r.furniture, line)
	}
}

// inTitle reports whether a line still belongs to the title of a part: the line
// behind the kind of document does whatever it says, further ones up to one
// that opens the text or closes a bracket.
func (r *reader) inTitle(text string) bool {
	r.titles++
	r.bracket = r.bracket || strings.HasPrefix(text, "(")
	if r.titles > 2 && !r.bracket && (basis.MatchString(text) || opening.MatchString(text)) {
		r.titles = 0
		return false
	}
	if r.bracket && strings.HasSuffix(text, ")") {
		r.titles, r.bracket = 0, false
	}
	return true
}

func (r *reader) readArticle(line int, text string) {
	m := article.FindStringSubmatch(text)
	r.articles++
	r.begin(line, plan.Unit{ID: "D" + m[1], Kind: plan.KindArticle, Number: "Điều " + m[1]})
	r.write(line, m[2])
	if r.stage == stageBody { // one behind the sections of another
		r.above, r.grid, r.inSection = nil, nil, 0
		r.above = []heading{{level: -1, id: r.plan.Units[r.open].ID, kind: r.kindOf(mark{text: m[2]})}}
	}
}

// begin opens a unit.
func (r *reader) begin(line int, u plan.Unit) {
	if id := r.free(u.ID); id != u.ID {
		u.ID = id
		r.taken[id] = true
	}
	r.ids[u.ID] = len(r.plan.Units)
	u.Deadline.Kind = plan.DeadlineNone
	u.Lines = []plan.Lines{{First: line, Last: line}}
	r.plan.Units = append(r.plan.Units, u)
	r.open = len(r.plan.Units) - 1
	r.item, r.field = r.open, RoleUnknown
}

// free is the id, or where it is taken the same with letters behind: two items
// of one number under one heading are "1" and "1.b".
func (r *reader) free(id string) string {
	if _, taken := r.ids[id]; !taken {
		return id
	}
	for n := max(r.copies[id], 1); ; n++ {
		next := id + "." + letters(n)
		if _, taken := r.ids[next]; !taken {
			r.copies[id] = n
			return next
		}
	}
}

// letters counts in letters, from "a" for 0: "z" is followed by "ba".
func letters(n int) string {
	if n < 26 {
		return string(rune('a' + n))
	}
	return letters(n/26) + letters(n%26)
}

// unitOf is the unit of an id, nil where there is none.
func (r *reader) unitOf(id string) *plan.Unit {
	i, ok := r.ids[id]
	if !ok {
		return nil
	}
	return &r.plan.Units[i]
}

// write adds a paragraph to the open unit.
func (r *reader) write(line int, text string) {
	u := r.touch(line)
	if bullet.MatchString(text) {
		r.bullet, _ = utf8.DecodeRuneInString(text)
		r.dash, text = line, bullet.ReplaceAllString(text, "- ")
	}
	switch {
	case u.Text == "":
		u.Text = text
	case startsInside(text) && !strings.HasPrefix(text, "- "):
		u.Text += " " + text
	default:
		u.Text += "\n" + text
	}
}

// touch is the open unit, which stands in the line, too.
func (r *reader) touch(line int) *plan.Unit {
	u := &r.plan.Units[r.open]
	r.own(u, line)
	return u
}

// own counts a line to a unit.
func (r *reader) own(u *plan.Unit, line int) {
	last := &u.Lines[len(u.Lines)-1]
	switch {
	case line <= last.Last:
	case line == last.Last+1:
		last.Last = line
	default:
		u.Lines = append(u.Lines, plan.Lines{First: line, Last: line})
	}
}

var bullet = regexp.MustCompile(`^[-–—•*●▪]\s*`)

// startsInside reports whether text starts as only the inside of a sentence
// does.
func startsInside(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first) || strings.ContainsRune(`.,;:)%/`, first)
}

// stray reports a line that belongs to nothing.
func (r *reader) stray(line int, text string) {
	r.report(line, plan.ProblemStray, "chưa rõ dòng này thuộc mục nào: “%s”", excerpt(text))
}

// excerpt is the start of a long text.
func excerpt(text string) string {
	runes := []rune(text)
	if len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}
