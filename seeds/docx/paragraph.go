package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"cchcbot/seeds/block"
)

// words is the text of a paragraph while it is being read.
type words struct {
	strings.Builder

	style, numID, level string
	notes               []block.Note
}

// paragraph reads the paragraph in hand, and the text boxes in it behind it.
func (r *reader) paragraph(w *walker, into *[]block.Block) error {
	if err := r.count(); err != nil {
		return err
	}
	outer := r.aside
	r.aside = nil
	p := &words{}
	if err := w.each(func(e xml.StartElement) error { return r.inline(w, e, p) }); err != nil {
		return err
	}
	text := block.Clean(p.String())
	boxes := r.aside
	r.aside = outer
	if number := r.numbers.next(p.style, p.numID, p.level); number != "" {
		text = strings.TrimSpace(number + " " + text) // a number alone fills the first cell of many a row
	}
	if text != "" {
		r.line++
		*into = append(*into, block.Block{Line: r.line, Text: text, Notes: p.notes})
	}
	*into = append(*into, boxes...)
	return nil
}

// inline reads what stands in a paragraph.
func (r *reader) inline(w *walker, e xml.StartElement, p *words) error {
	switch e.Name.Local {
	case "r":
		return r.run(w, p)
	case "pPr", "numPr":
		return errDescend
	case "pStyle":
		p.style = attribute(e, "val")
	case "numId":
		p.numID = attribute(e, "val")
	case "ilvl":
		p.level = attribute(e, "val")
	case "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "AlternateContent", "Choice":
		return errDescend
	}
	return w.skip()
}

// run reads a run of one formatting.
func (r *reader) run(w *walker, p *words) error {
	var text strings.Builder
	hidden, raised := false, false
	err := w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr", "AlternateContent", "Choice", "drawing", "pict", "anchor", "inline", "graphic", "graphicData",
			"wsp", "txbx", "shape", "textbox", "wgp", "group", "rect":
			return errDescend
		case "txbxContent":
			return w.each(func(e xml.StartElement) error { return r.content(w, e, &r.aside) })
		case "vanish":
			hidden = on(e)
		case "vertAlign":
			raised = attribute(e, "val") == "superscript"
		case "t":
			s, err := w.text()
			text.WriteString(s)
			return err
		case "tab":
			text.WriteByte(' ')
		case "br", "cr":
			text.WriteByte('\n')
		case "noBreakHyphen":
			text.WriteByte('-')
		case "footnoteReference", "endnoteReference":
			r.refer(e, &text, p)
		}
		return w.skip()
	})
	if err != nil || hidden {
		return err
	}
	s := text.String()
	if raised && isDigits(s) {
		s = block.Superscript(s)
	}
	p.WriteString(s)
	return nil
}

// refer writes the mark of a footnote.
func (r *reader) refer(e xml.StartElement, text *strings.Builder, p *words) {
	words, ok := r.notes[e.Name.Local[:1]+attribute(e, "id")]
	if !ok {
		return
	}
	r.marks++
	text.WriteString(block.Superscript(strconv.Itoa(r.marks)))
	p.notes = append(p.notes, block.Note{Mark: r.marks, Text: words})
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
