package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"cchcbot/seeds/block"
)

// errDescend asks a walker to enter the element in hand.
var errDescend = errors.New("descend")

// walker steps through the elements of a part.
type walker struct {
	decoder *xml.Decoder
	depth   int
}

func newWalker(data []byte) *walker {
	return &walker{decoder: xml.NewDecoder(bytes.NewReader(data))}
}

// next is the next token that is no white space between elements. A document
// type is refused: no Word document has one, and entities come with it.
func (w *walker) next() (xml.Token, error) {
	token, err := w.decoder.Token()
	if err != nil {
		return nil, err //nolint:wrapcheck // wrapped as a refusal where the part is read
	}
	switch token.(type) {
	case xml.Directive:
		return nil, block.Refuse(block.Broken, errors.New("a document type in the file"))
	case xml.StartElement:
		if w.depth++; w.depth > mostDepth {
			return nil, block.Refuse(block.TooBig, fmt.Errorf("elements nested more than %d deep", mostDepth))
		}
	case xml.EndElement:
		w.depth--
	}
	return token, nil
}

// each calls visit for the elements inside the one in hand. Visit consumes the
// element, or returns errDescend to have its content visited in its place.
func (w *walker) each(visit func(xml.StartElement) error) error {
	open := 0 // elements entered
	for {
		token, err := w.next()
		if errors.Is(err, io.EOF) && w.depth == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err := visit(t)
			if errors.Is(err, errDescend) {
				open++
			} else if err != nil {
				return err
			}
		case xml.EndElement:
			if open == 0 {
				return nil
			}
			open--
		}
	}
}

// skip passes over the element in hand.
func (w *walker) skip() error {
	return w.each(func(xml.StartElement) error { return errDescend })
}

// text is the characters of the element in hand.
func (w *walker) text() (string, error) {
	var all []byte
	open := 0
	for {
		token, err := w.next()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			all = append(all, t...)
		case xml.StartElement:
			open++
		case xml.EndElement:
			if open == 0 {
				return string(all), nil
			}
			open--
		}
	}
}

// attribute is the value of an attribute, whatever its name space.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reports whether a switch such as <w:vanish/> is on.
func on(e xml.StartElement) bool {
	switch attribute(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
