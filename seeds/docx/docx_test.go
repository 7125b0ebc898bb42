package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/block"
)

// packed makes a document of its parts.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var data bytes.Buffer
	archive := zip.NewWriter(&data)
	for name, content := range parts {
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func body(content string) string {
	return `<?xml version="1.0"?><w:document` + space + `><w:body>` + content + `</w:body></w:document>`
}

// p is a paragraph of one run.
func p(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func tc(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + p(text) + `</w:tc>`
}

const numberingXML = `<w:numbering` + space + `><w:abstractNum w:abstractNumId="0">` +
	`<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>` +
	`<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>` +
	`</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

func listed(level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func TestRead(t *testing.T) {
	t.Parallel()
	document := body(
		`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>Hà` + "\u00a0" + `Nội</w:t></w:r></w:p>` +
			`<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>` +
			`<w:p><w:r><w:t>có chú thích</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>` +
			listed("0", "phần") + listed("1", "một") + listed("1", "hai") + listed("2", "gạch") + listed("0", "phần sau") + listed("1", "lại một") +
			`<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>` + tc("", "A") + tc("", "B") + `</w:tr>` +
			`<w:tr>` + tc(`<w:vMerge w:val="restart"/>`, "chung") + tc("", "1") + `</w:tr>` +
			`<w:tr>` + tc(`<w:vMerge/>`, "") + tc("", "2") + `</w:tr>` +
			`<w:tr>` + tc(`<w:gridSpan w:val="2"/>`, "rộng") + `</w:tr></w:tbl>`)
	got, err := Read(packed(t, map[string]string{
		"word/document.xml":  document,
		"word/numbering.xml": numberingXML,
		"word/footnotes.xml": `<w:footnotes` + space + `><w:footnote w:id="7">` + p("lời chú") + `</w:footnote></w:footnotes>`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := []block.Block{
		{Line: 1, Text: "Hà Nội"},
		{Line: 2, Text: "mới"},
		{Line: 3, Text: "có chú thích¹", Notes: []block.Note{{Mark: 1, Text: "lời chú"}}},
		{Line: 4, Text: "II. phần"},
		{Line: 5, Text: "1) một"},
		{Line: 6, Text: "2) hai"},
		{Line: 7, Text: "- gạch"},
		{Line: 8, Text: "III. phần sau"},
		{Line: 9, Text: "1) lại một"},
		{Line: 10, Grid: &block.Grid{Rows: []block.Row{
			{Line: 10, Header: true, Cells: []block.Cell{{Span: 1, Text: "A"}, {Column: 1, Span: 1, Text: "B"}}},
			{Line: 11, Cells: []block.Cell{{Span: 1, Text: "chung"}, {Column: 1, Span: 1, Text: "1"}}},
			{Line: 12, Cells: []block.Cell{{Span: 1, Text: "chung", Inherited: true}, {Column: 1, Span: 1, Text: "2"}}},
			{Line: 13, Cells: []block.Cell{{Span: 2, Text: "rộng"}}},
		}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		document string
		want     block.Refusal
	}{
		"cut":           {`<w:document` + space + `><w:body><w:p>`, block.Broken},
		"entities":      {`<!DOCTYPE x [<!ENTITY a "b">]>` + body(p("&amp;")), block.Broken},
		"deep":          {body(strings.Repeat("<w:sdt>", 300) + strings.Repeat("</w:sdt>", 300)), block.TooBig},
		"bomb":          {body(strings.Repeat(" ", mostPart+1)), block.TooBig},
		"million cells": {body(`<w:tbl>` + strings.Repeat(`<w:tr><w:tc/></w:tr>`, mostBlocks+1) + `</w:tbl>`), block.TooBig},
	} {
		_, err := Read(packed(t, map[string]string{"word/document.xml": c.document}))
		var refused *block.Error
		if !errors.As(err, &refused) || refused.Reason != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(body(p("a")), numberingXML, "")
	f.Add(body(listed("1", "a")+`<w:tbl><w:tr>`+tc(`<w:vMerge/>`, "x")+`</w:tr></w:tbl>`), numberingXML, "")
	f.Fuzz(func(t *testing.T, document, numbers, notes string) {
		blocks, err := Read(packed(t, map[string]string{
			"word/document.xml": document, "word/numbering.xml": numbers, "word/footnotes.xml": notes,
		}))
		if err == nil {
			for _, b := range blocks {
				if b.Line < 1 {
					t.Errorf("a block without a place: %+v", b)
				}
			}
		}
	})
}
