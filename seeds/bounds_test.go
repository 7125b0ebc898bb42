package seeds

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"

	"cchcbot/seeds/block"
)

// mostMemory is what reading any upload may take beyond what the program has.
const mostMemory = 256 << 20

// part is the content of a part of an archive: a beginning, something many
// times, and an end.
type part struct {
	begin, again string
	times        int
	end          string
}

// archived makes an archive of parts, without holding their content.
func archived(parts map[string]part) []byte {
	var data bytes.Buffer
	archive := zip.NewWriter(&data)
	for name, p := range parts {
		into, err := archive.Create(name)
		if err != nil {
			panic(err)
		}
		_, _ = io.WriteString(into, p.begin)
		for range p.times {
			_, _ = io.WriteString(into, p.again)
		}
		_, _ = io.WriteString(into, p.end)
	}
	if err := archive.Close(); err != nil {
		panic(err)
	}
	return data.Bytes()
}

const openBody = `<w:document ` + wordNames + `><w:body>`

// wordFile makes a Word file of a body.
func wordFile(p part) []byte {
	p.begin = openBody + p.begin
	return archived(map[string]part{"word/document.xml": p})
}

// sheet makes a workbook of the rows of its sheet.
func sheet(p part) []byte {
	data := workbook(map[string]any{"A1": "a"})
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		panic(err)
	}
	parts := map[string]part{}
	for _, file := range archive.File {
		content, err := file.Open()
		if err != nil {
			panic(err)
		}
		words, err := io.ReadAll(content)
		if err != nil {
			panic(err)
		}
		parts[file.Name] = part{begin: string(words)}
	}
	p.begin = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + p.begin
	parts["xl/worksheets/sheet1.xml"] = p
	return archived(maps.Clone(parts))
}

const endSheet = `</sheetData></worksheet>`

// hostile are uploads that must cost little and change nothing: each is refused
// for a reason, or read.
var hostile = []struct {
	name string
	data func() []byte
	want block.Refusal // "" where it is read
}{
	{"a document that unpacks to 500 MB", func() []byte { return wordFile(part{again: strings.Repeat(" ", 1<<20), times: 500}) }, block.TooBig},
	{"a workbook that unpacks to 500 MB", func() []byte { return sheet(part{again: strings.Repeat(" ", 1<<20), times: 500}) }, block.TooBig},
	{"40 MB of paragraphs", func() []byte { return wordFile(part{again: `<w:p><w:r><w:t>a</w:t></w:r></w:p>`, times: 1_200_000}) }, block.TooBig},
	{"elements within elements", func() []byte { return wordFile(part{again: `<w:sdt>`, times: 1_000_000}) }, block.TooBig},
	{"tables within tables", func() []byte { return wordFile(part{again: `<w:tbl><w:tr><w:tc>`, times: 100_000}) }, block.TooBig},
	{"a cell over a billion columns", func() []byte {
		return wordDocument(`<w:tbl>` + row(cell(`<w:gridSpan w:val="1000000000"/>`, "TT"), cell("", "b")) + `</w:tbl>`)
	}, ""},
	{"entities that multiply", func() []byte {
		return archived(map[string]part{"word/document.xml": {begin: `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` + openBody + para("&b;")}})
	}, block.Broken},
	{"an entity from outside", func() []byte {
		return archived(map[string]part{"word/document.xml": {begin: `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>` + openBody + para("&x;")}})
	}, block.Broken},
	{"a workbook of a million rows", func() []byte {
		return sheet(part{again: `<row><c t="inlineStr"><is><t>a</t></is></c></row>`, times: 1_000_000, end: endSheet})
	}, block.TooBig},
	{"a workbook whose only row is the millionth", func() []byte {
		return sheet(part{begin: `<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c></row>`, end: endSheet})
	}, block.Empty},
	{"a workbook of a broken cell", func() []byte { return sheet(part{begin: `<row r="1"><c r="??"><v>1</v></c></row>`, end: endSheet}) }, block.Broken},
	{"macros beside the text", func() []byte {
		return archived(map[string]part{"word/document.xml": {begin: openBody + para("KẾ HOẠCH năm 2026") + `</w:body></w:document>`}, "word/vbaProject.bin": {begin: "\xd0\xcf\x11\xe0"}})
	}, ""},
	{"an archive cut in the middle", func() []byte { d := wordDocument(para("KẾ HOẠCH năm 2026")); return d[:len(d)/2] }, block.Broken},
	{"an archive of something else", func() []byte { return archived(map[string]part{"a.exe": {begin: "MZ"}}) }, block.Unknown},
	{"a million lines", func() []byte { return []byte(strings.Repeat("1\ta\n", 1_000_000)) }, block.TooBig},
	{"many rows", func() []byte {
		return []byte("TT\tNhiệm vụ\tChủ trì\n" + strings.Repeat("1\tViệc\tSở Y tế\n", 20_000))
	}, ""},
	{"many numbered lines", func() []byte { return []byte(strings.Repeat("1. a\n", 99_000)) }, ""},
	{"a row of a million tabs", func() []byte { return []byte("STT\tNhiệm vụ\tChủ trì\n" + strings.Repeat("\t", 1_000_000)) }, ""},
	{"columns of spaces", func() []byte { return []byte(strings.Repeat("a   b   c   d\n", 99_000)) }, ""},
	{"a line of 4 MB", func() []byte { return []byte(strings.Repeat("á", 2<<20)) }, ""},
	{"too long a text", func() []byte { return []byte(strings.Repeat("a\n", 3<<20)) }, block.TooBig},
	{"20 MB and a byte", func() []byte { return bytes.Repeat([]byte("a"), 20<<20+1) }, block.TooBig},
	{"bytes of chance", func() []byte { return bytes.Repeat([]byte{0x8f, 0x00, 0x13, 0xfe, 0x90}, 1000) }, block.Unknown},
}

// Whatever is uploaded takes a bounded part of memory, and is refused in a
// sentence or read. The collector works as on a small machine; what is measured is
// what the heap holds of the system's memory behind each, in use or not.
func TestUploadsAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks gigabytes")
	}
	library := load(t)
	for _, c := range hostile {
		data := c.data()
		debug.FreeOSMemory()
		before := heapTaken()
		limit := debug.SetMemoryLimit(int64(before) + mostMemory)
		p, _, _, err := library.Open(c.name, data, Options{})
		grown := int64(heapTaken()) - int64(before)
		debug.SetMemoryLimit(limit)
		if grown > mostMemory {
			t.Errorf("%s: the heap has grown by %d MB", c.name, grown>>20)
		}
		t.Logf("%s: %d MB", c.name, grown>>20)
		var refused *block.Error
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (!errors.As(err, &refused) || refused.Reason != c.want || p != nil):
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// heapTaken is the memory that the heap holds, in use or not yet given back.
func heapTaken() uint64 {
	samples := []metrics.Sample{
		{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/free:bytes"},
		{Name: "/memory/classes/heap/unused:bytes"},
	}
	metrics.Read(samples)
	total := uint64(0)
	for _, s := range samples {
		total += s.Value.Uint64()
	}
	return total
}
