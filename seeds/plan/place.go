package plan

import (
	"slices"
	"strings"
)

// Parts of ids.
const (
	AppendixID    = "PL"  // of the appendix, and the start of its tasks' ids
	ClosingSuffix = ".KT" // of a section's unnumbered closing paragraph
)

// Unit returns the unit of that id.
func (p *Plan) Unit(id string) (Unit, bool) {
	i := slices.IndexFunc(p.Units, func(u Unit) bool { return u.ID == id })
	if i < 0 {
		return Unit{}, false
	}
	return p.Units[i], true
}

// Children returns the units that stand directly under the heading of that
// id, in the order of the document.
func (p *Plan) Children(id string) []Unit {
	if id == "" {
		return nil
	}
	var children []Unit
	for _, u := range p.Units {
		if u.Heading == id {
			children = append(children, u)
		}
	}
	return children
}

// Place is the Vietnamese citation of the unit within its document:
// "Phụ lục, STT 1.14", "mục III.3.9", "Điều 2".
func (u Unit) Place() string {
	top, below, under := strings.Cut(u.ID, ".")
	if name, ok := strings.CutPrefix(top, AppendixID); ok {
		switch place := strings.TrimSpace("Phụ lục " + name); {
		case !under:
			return place
		case strings.Contains(below, "."+u.Number+".") || strings.HasSuffix("."+below, "."+u.Number):
			return place + ", STT " + below
		default:
			return place + ", STT " + u.Number
		}
	}
	switch u.Kind {
	case KindArticle, KindLegalBasis, KindRecipients:
		return u.Number
	case KindSignature:
		return "phần chữ ký"
	case KindTarget:
		return "chỉ tiêu " + u.ID
	}
	if section, found := strings.CutSuffix(u.ID, ClosingSuffix); found {
		return "đoạn cuối mục " + section
	}
	return "mục " + u.ID
}
