package document

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"cchcbot/seeds/plan"
)

// isAppendix reports whether a line is the title of an appendix rather than a
// sentence that speaks of one.
func isAppendix(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	m := appendix.FindStringSubmatch(first)
	if m == nil || len([]rune(first)) > 200 {
		return false
	}
	return m[2] == "" || isUpper(m[2]) || isUpper(first)
}

// beginAppendix opens an appendix. The only one is PL, one of several PL and
// its number.
func (r *reader) beginAppendix(line int, text string) {
	m := appendix.FindStringSubmatch(strings.Split(text, "\n")[0])
	r.appendices++
	id, number := "PL", "Phụ lục"
	if r.twoOrMore {
		name := plainNumber(m[1])
		if m[1] == "" {
			name = fmt.Sprint(r.appendices)
		}
		id, number = "PL"+name, "Phụ lục "+cmp.Or(m[1], name)
	}
	r.begin(line, plan.Unit{ID: id, Kind: plan.KindHeading, Number: number})
	if rest := strings.TrimSpace(text[len(m[0])-len(m[2]):]); rest != "" {
		r.write(line, rest)
	}
	r.stage = stageAppendix
	r.above = []heading{{level: -1, id: r.plan.Units[r.open].ID, kind: plan.KindTask}}
	r.grid, r.inSection = nil, 0
}

// beginItem opens a heading or an item of the text.
func (r *reader) beginItem(line int, m mark) {
	if r.stage == stageHead || r.stage == stageAfter || r.stage == stageRecipients || r.stage == stageSignature {
		r.stage = stageBody
	}
	if m.level >= levelNumber && r.labelled(line, m) {
		return
	}
	if m.named && slices.ContainsFunc(r.above, func(h heading) bool { return h.level == levelNumber && !h.named }) {
		m.level = levelNamed
	}
	for len(r.above) > 0 && r.above[len(r.above)-1].level >= m.level {
		r.above = r.above[:len(r.above)-1]
	}
	id, parent := r.path(r.above, m)
	kind := r.kindOf(m)
	if m.level < levelNumber {
		r.inSection = 0
	}
	before, fields := splitLabels(m.text)
	r.begin(line, plan.Unit{ID: id, Kind: kind, Number: numberOf(m, id), Heading: parent})
	r.write(line, before)
	r.fill(line, fields)
	r.above = append(r.above, heading{level: m.level, id: r.plan.Units[r.open].ID, kind: kind, named: m.named})
}

// labelled takes an item that is a labelled field of the one above it: "b) Cơ quan
// chủ trì: Sở Tư pháp". What it does stands there too, before it is told who.
func (r *reader) labelled(line int, m mark) bool {
	above := slices.IndexFunc(r.above, func(h heading) bool { return h.level >= m.level })
	if above < 0 {
		above = len(r.above)
	}
	if above == 0 || r.stage != stageBody {
		return false
	}
	before, fields := splitLabels(m.text)
	place := r.ids[r.above[above-1].id]
	who := r.plan.Units[place].Lead
	switch {
	case len(fields) > 0 && before == "" && fields[0].role != RoleTask && !(fields[0].role == RoleLead && who != ""):
	case len(fields) == 0 && contents.MatchString(m.text) && who == "" && r.above[above-1].level >= levelNumber:
	default:
		return false
	}
	r.above = r.above[:above]
	r.open, r.item, r.field = place, place, RoleUnknown
	if len(fields) == 0 {
		r.write(line, m.text)
	}
	r.fill(line, fields)
	return true
}

var contents = regexp.MustCompile(`(?i)^nội dung(?:\s+(?:thực hiện|công việc))?\s*:`)

// path is the id of an item under the headings above it, and the id of the
// nearest of them. A dotted number repeats those above it, so that it follows
// the nearest heading that is no number.
func (r *reader) path(above []heading, m mark) (id, parent string) {
	if len(above) == 0 {
		return m.id, ""
	}
	parent = above[len(above)-1].id
	prefix := parent
	if m.level > levelNumber && m.level < levelSmall && m.level != levelNamed {
		prefix = ""
		for _, h := range above {
			if h.level < levelNumber {
				prefix = h.id
			}
		}
	}
	if prefix == "" {
		return m.id, parent
	}
	return prefix + "." + m.id, parent
}

// numberOf is the number as a reader writes it.
func numberOf(m mark, _ string) string { return strings.TrimPrefix(m.id, "P") }

// kindForm tells by a title what stands under it.
var kindForms = []struct {
	pattern *regexp.Regexp
	kind    plan.Kind
}{
	{regexp.MustCompile(`^muc dich|^yeu cau|muc tieu|quan diem|^tinh hinh|^ket qua|^dac diem|^danh gia chung|^thuc trang|^su can thiet|^ton tai|^han che|^pham vi|^doi tuong|^nguyen tac`), plan.KindObjective},
	{regexp.MustCompile(`chi tieu`), plan.KindTarget},
	{regexp.MustCompile(`kinh phi|nguon luc`), plan.KindFunding},
	{regexp.MustCompile(`^to chuc thuc hien|^trach nhiem|^phan cong|^to chuc (?:theo doi|trien khai)`), plan.KindAssignment},
	{regexp.MustCompile(`nhiem vu|giai phap|noi dung`), plan.KindNarrativeTask},
}

// kindOf is the kind of an item: that of its own title where it is a heading,
// or of the one above it.
func (r *reader) kindOf(m mark) plan.Kind {
	if m.level <= levelNumber {
		key := plan.Fold(m.text)
		for _, f := range kindForms {
			if (isUpper(m.text) || m.level < levelNumber) && f.pattern.MatchString(key) {
				return f.kind
			}
		}
	}
	if len(r.above) > 0 {
		return r.above[len(r.above)-1].kind
	}
	return plan.KindNarrativeTask
}

// further reads a line inside an item: labelled fields, the rest of one, or a
// further paragraph.
func (r *reader) further(line int, text string) {
	if r.open < 0 {
		r.stray(line, text)
		return
	}
	before, fields := splitLabels(text)
	dash := bullet.MatchString(text)
	plus := strings.HasPrefix(text, "+")
	switch {
	case len(fields) > 0 && dash && before != "" && r.stage == stageBody && slices.ContainsFunc(fields, func(f field) bool { return f.role == RoleLead }):
		r.beginBullet(line, before)
		item := r.item
		r.fill(line, fields)
		r.item = item
	case len(fields) > 0 && r.open == r.item && (plus || r.ownBullet(text)):
		r.splitOff(line)
		fallthrough
	case len(fields) > 0:
		if before != "" {
			r.write(line, before)
		}
		r.fill(line, fields)
	case r.field != RoleUnknown && (plus || !dash && startsInside(text)):
		r.put(line, r.field, strings.TrimSpace(strings.TrimLeft(text, "+ ")))
	default:
		if dash {
			r.open = r.item
		}
		r.field = RoleUnknown
		r.write(line, text)
	}
}

// ownBullet reports whether a labelled line is about the last bullet and not about
// the item around it: it has another mark, or the item is led by somebody already.
func (r *reader) ownBullet(text string) bool {
	u := r.plan.Units[r.item]
	at := strings.LastIndex(u.Text, "\n- ")
	if at < 0 || contents.MatchString(u.Text[at+len("\n- "):]) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return bullet.MatchString(text) && first != r.bullet || u.Lead != "" && r.field == RoleUnknown
}

// splitOff makes the last bullet of an item a unit of its own, where the lines
// under it tell who does it: "- Nghị định …" / "+ Cơ quan chủ trì: …".
func (r *reader) splitOff(line int) {
	u := &r.plan.Units[r.item]
	at := strings.LastIndex(u.Text, "\n- ")
	if at < 0 {
		return
	}
	for under := range strings.SplitSeq(u.Text[at+1:], "\n") {
		if !strings.HasPrefix(under, "- ") && !strings.HasPrefix(under, "+") {
			return
		}
	}
	words := u.Text[at+len("\n- "):]
	u.Text = u.Text[:at]
	r.beginBullet(r.dash, strings.TrimRight(words, " .;:"))
	r.plan.Units[r.open].Lines[0].Last = max(r.dash, line-1)
}

// beginBullet opens a unit for a bullet of the item in hand, which stays in hand.
func (r *reader) beginBullet(line int, words string) {
	item, parent := r.item, r.plan.Units[r.item]
	letter := 'a'
	for r.unitOf(parent.ID+"."+string(letter)) != nil && letter < 'z' {
		letter++
	}
	r.begin(line, plan.Unit{
		ID: parent.ID + "." + string(letter), Kind: parent.Kind, Heading: parent.ID,
		Number: parent.Number + "." + string(letter), Text: words,
	})
	r.item = item
}
