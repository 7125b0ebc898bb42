// Package format reads a file of any format into blocks.
//
// In: the bytes of a file; its name is for messages alone, what it is shows in
// its content. Out: blocks, or a *block.Error that can tell a person what to
// send instead.
package format

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"

	"cchcbot/seeds/block"
	"cchcbot/seeds/docx"
	"cchcbot/seeds/text"
	"cchcbot/seeds/xlsx"
)

// MostBytes is the largest file that is read.
const MostBytes = 20 << 20

// Bounds of plain text, which is all words: a long plan has 200 KB and a few
// thousand lines.
const (
	mostText  = 4 << 20
	mostLines = 100_000
)

// Kind is what a file is, told by its content.
type Kind string

// The kinds that can be read.
const (
	Text     Kind = "text"
	Document Kind = "docx"
	Workbook Kind = "xlsx"
)

// Read reads a file. An error is a *block.Error.
func Read(data []byte) ([]block.Block, Kind, error) {
	kind, err := detect(data)
	if err != nil {
		return nil, "", err
	}
	var blocks []block.Block
	switch kind {
	case Document:
		blocks, err = docx.Read(data)
	case Workbook:
		blocks, err = xlsx.Read(data)
	case Text:
		words, ok := text.Decode(data)
		if !ok {
			return nil, "", block.Refuse(block.Unknown, errors.New("neither UTF-8 nor UTF-16"))
		}
		if strings.Count(words, "\n")+strings.Count(words, "\r") > mostLines {
			return nil, "", block.Refuse(block.TooBig, fmt.Errorf("more than %d lines", mostLines))
		}
		blocks = text.Read(words)
	}
	if err == nil && len(blocks) == 0 {
		err = block.Refuse(block.Empty, nil)
	}
	return blocks, kind, err
}

// detect tells what a file is.
func detect(data []byte) (Kind, error) {
	switch {
	case len(data) > MostBytes:
		return "", block.Refuse(block.TooBig, nil)
	case len(bytes.TrimSpace(data)) == 0:
		return "", block.Refuse(block.Empty, nil)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return packed(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
			return "", block.Refuse(block.Encrypted, nil)
		}
		return "", block.Refuse(block.OldWord, nil)
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return "", block.Refuse(block.PDF, nil)
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return "", block.Refuse(block.OldWord, nil)
	case len(data) > mostText:
		return "", block.Refuse(block.TooBig, nil)
	}
	for _, picture := range []string{"\x89PNG", "\xff\xd8\xff", "GIF8", "RIFF", "MZ", "\x7fELF", "Rar!", "7z\xbc\xaf"} {
		if bytes.HasPrefix(data, []byte(picture)) {
			return "", block.Refuse(block.Unknown, nil)
		}
	}
	return Text, nil
}

// packed tells a document from a workbook by the parts inside.
func packed(data []byte) (Kind, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", block.Refuse(block.Broken, err)
	}
	for _, file := range archive.File {
		switch name := strings.ToLower(file.Name); {
		case name == "word/document.xml":
			return Document, nil
		case name == "xl/workbook.xml":
			return Workbook, nil
		}
	}
	return "", block.Refuse(block.Unknown, errors.New("an archive that holds no document"))
}
