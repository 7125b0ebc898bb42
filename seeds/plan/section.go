package plan

import (
	"regexp"
	"slices"
	"strings"
)

// closingSuffix ends the id of a section's unnumbered closing paragraph.
const closingSuffix = ".KT"

// sectionKinds tells by a section's title what stands in it.
var sectionKinds = []struct {
	words string
	kind  Kind
}{
	{"MỤC TIÊU", KindObjective},
	{"MỤC ĐÍCH", KindObjective},
	{"CHỈ TIÊU", KindTarget},
	{"NHIỆM VỤ", KindNarrativeTask},
	{"KINH PHÍ", KindFunding},
	{"TỔ CHỨC THỰC HIỆN", KindAssignment},
}

// pointerPattern is the sentence that refers a whole section to the appendix.
var pointerPattern = regexp.MustCompile(`(?i)^(?:nội dung\s+)?chi tiết (?:theo|tại|xem) phụ lục`)

// readSectionTitle opens "II. CHỈ TIÊU".
func (r *reader) readSectionTitle(l line) {
	match := romanPattern.FindStringSubmatch(l.text)
	value, title := romanValue(match[1]), match[2]
	if value != r.sections+1 {
		r.report(l.number, "section %s comes after %s", match[1], orStart(roman(r.sections)))
	}
	r.sections, r.lastItem = value, nil
	r.sectionKind = r.kindOfSection(l, title)
	r.section = r.begin(l, Unit{ID: match[1], Kind: KindHeading, Number: match[1]})
	r.section.begin(l, title)
}

// kindOfSection is the kind of the units under a section's title.
func (r *reader) kindOfSection(l line, title string) Kind {
	for _, s := range sectionKinds {
		if strings.Contains(title, s.words) {
			return s.kind
		}
	}
	r.report(l.number, "a section with an unknown title: %s", excerpt(title))
	return KindNarrativeTask
}

// readSection reads a line of a section: a numbered item, a footnote, a
// further paragraph or the rest of one that was cut.
func (r *reader) readSection(l line) {
	if mark, words, ok := cutMark(l.text); ok {
		r.readNote(l, mark, words)
		return
	}
	if n, words, ok := cutNumber(l.text); ok && !r.insideSentence(n) {
		r.readItem(l, n, words)
		return
	}
	switch {
	case r.section == nil || r.open == nil:
		r.stray(l)
	case pointerPattern.MatchString(l.text):
		r.section.begin(l, l.text)
	case r.openNote != nil && r.belongsToNote(l):
		r.openNote.add(l)
	default:
		r.openNote = nil
		r.open.write(l)
	}
}

// insideSentence reports whether a number that opens a line is the rest of a
// cut sentence rather than the number of an item.
func (r *reader) insideSentence(n number) bool {
	if n.follows(r.lastItem) || r.open == nil {
		return false
	}
	last := r.open.last()
	return last != nil && last.goesOn(n.String())
}

// readItem opens the unit of a numbered item.
func (r *reader) readItem(l line, n number, words string) {
	if r.section == nil {
		r.stray(l)
		return
	}
	section := r.section.unit.ID
	r.checkOrder(l, section, n)
	u := Unit{ID: section + "." + n.String(), Kind: r.sectionKind, Number: n.String(), Heading: r.headingOf(section, n)}
	r.begin(l, u).begin(l, words)
}

// checkOrder reports a number that does not come right after the last one.
func (r *reader) checkOrder(l line, prefix string, n number) {
	_, repeated := r.byID[prefix+"."+n.String()]
	if !repeated && !n.follows(r.lastItem) {
		r.report(l.number, "%s.%s comes after %s", prefix, n, orStart(r.lastItem.String()))
	}
	r.lastItem = n
}

// headingOf is the id of the nearest heading above n that is there.
func (r *reader) headingOf(prefix string, n number) string {
	for above := n.parent(); len(above) > 0; above = above.parent() {
		if id := prefix + "." + above.String(); r.byID[id] != nil {
			return id
		}
	}
	return prefix
}

// orStart names the place before the first number.
func orStart(number string) string {
	if number == "" {
		return "the start"
	}
	return number
}

// splitClosing gives the unnumbered paragraph that closes the plan, known by
// the sign "./.", a unit of its own.
func (r *reader) splitClosing() {
	if r.section == nil {
		return
	}
	i := r.lastOfSection()
	carrier := r.drafts[i]
	last := carrier.last()
	if len(carrier.paragraphs) < 2 || !strings.HasSuffix(last.text(), "./.") {
		return
	}
	carrier.paragraphs = carrier.paragraphs[:len(carrier.paragraphs)-1]
	section := r.section.unit.ID
	closing := &draft{
		unit:       Unit{ID: section + closingSuffix, Kind: r.sectionKind, Heading: section},
		paragraphs: []*paragraph{last},
	}
	r.byID[closing.unit.ID] = closing
	r.drafts = slices.Insert(r.drafts, i+1, closing)
}

// lastOfSection is the place of the last draft before the appendix.
func (r *reader) lastOfSection() int {
	if i := slices.IndexFunc(r.drafts, func(d *draft) bool { return d.unit.ID == appendixID }); i > 0 {
		return i - 1
	}
	return len(r.drafts) - 1
}
