// Package docx reads a Word document (.docx) into blocks.
//
// In: the bytes of a file. Out: its paragraphs and tables as they print, with
// merged cells repeated, automatic numbers written out, tracked insertions
// kept and deletions dropped, footnotes beside their paragraphs and hidden text
// left out; or a *block.Error. Nothing outside the file is ever read.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"cchcbot/seeds/block"
)

// Bounds of what is read: a plan with its appendix takes a hundredth of them.
const (
	mostPart   = 48 << 20 // bytes of one part, unpacked
	mostDepth  = 200      // elements within elements
	mostBlocks = 200_000  // paragraphs and cells
)

// Read reads the main text of a document.
func Read(data []byte) ([]block.Block, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, block.Refuse(block.Broken, err)
	}
	r := &reader{notes: map[string]string{}}
	if err := r.readParts(archive); err != nil {
		return nil, err
	}
	return r.blocks, nil
}

// reader holds what the parts of a document say.
type reader struct {
	blocks  []block.Block
	numbers *numbering
	notes   map[string]string // words of footnotes by id
	marks   int               // footnotes referred to so far
	line    int               // paragraphs and rows so far
	pieces  int               // paragraphs and cells so far
	aside   []block.Block     // text boxes of the paragraph being read
}

// readParts reads the parts that the text needs; only the first must be there.
func (r *reader) readParts(archive *zip.Reader) error {
	styles, err := part(archive, "word/styles.xml")
	if err != nil {
		return err
	}
	numbers, err := part(archive, "word/numbering.xml")
	if err != nil {
		return err
	}
	if r.numbers, err = readNumbering(numbers, styles); err != nil {
		return block.Refuse(block.Broken, err)
	}
	for _, name := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		notes, err := part(archive, name)
		if err != nil {
			return err
		}
		if err := r.readNotes(notes, name); err != nil {
			return refusal(err)
		}
	}
	document, err := part(archive, "word/document.xml")
	if err != nil {
		return err
	}
	if document == nil {
		return block.Refuse(block.Broken, errors.New("no main text"))
	}
	return refusal(r.readDocument(document))
}

// refusal makes a block.Error of any error.
func refusal(err error) error {
	var refused *block.Error
	if err == nil || errors.As(err, &refused) {
		return err
	}
	return block.Refuse(block.Broken, err)
}

// part unpacks one part; nil where the archive has none of the name.
func part(archive *zip.Reader, name string) ([]byte, error) {
	for _, file := range archive.File {
		if !strings.EqualFold(file.Name, name) {
			continue
		}
		content, err := file.Open()
		if err != nil {
			return nil, block.Refuse(block.Broken, err)
		}
		defer func() { _ = content.Close() }()
		data, err := io.ReadAll(io.LimitReader(content, mostPart+1))
		switch {
		case err != nil:
			return nil, block.Refuse(block.Broken, err)
		case len(data) > mostPart:
			return nil, block.Refuse(block.TooBig, fmt.Errorf("%s unpacks to more than %d bytes", name, mostPart))
		}
		return data, nil
	}
	return nil, nil
}

// readDocument reads the body.
func (r *reader) readDocument(data []byte) error {
	r.line = 0
	w := newWalker(data)
	return w.each(func(e xml.StartElement) error {
		if e.Name.Local == "document" || e.Name.Local == "body" {
			return errDescend
		}
		return r.content(w, e, &r.blocks)
	})
}

// count bounds how much is read.
func (r *reader) count() error {
	if r.pieces++; r.pieces > mostBlocks {
		return block.Refuse(block.TooBig, fmt.Errorf("more than %d paragraphs and cells", mostBlocks))
	}
	return nil
}

// content reads a paragraph or a table into a list; what merely wraps them is
// entered, what was deleted or has nothing to print is passed over.
func (r *reader) content(w *walker, e xml.StartElement, into *[]block.Block) error {
	switch e.Name.Local {
	case "p":
		return r.paragraph(w, into)
	case "tbl":
		return r.table(w, into)
	case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice":
		return errDescend
	}
	return w.skip()
}

// readNotes reads the footnotes of a part.
func (r *reader) readNotes(data []byte, name string) error {
	if data == nil {
		return nil
	}
	w := newWalker(data)
	return w.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "footnotes", "endnotes":
			return errDescend
		case "footnote", "endnote":
			var blocks []block.Block
			err := w.each(func(e xml.StartElement) error { return r.content(w, e, &blocks) })
			var texts []string
			for _, b := range blocks {
				texts = append(texts, b.Text)
			}
			r.notes[name[len("word/"):len("word/")+1]+attribute(e, "id")] = block.Clean(strings.Join(texts, "\n"))
			return err
		}
		return w.skip()
	})
}
