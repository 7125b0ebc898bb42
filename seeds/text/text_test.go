package text

import (
	"testing"
	"unicode/utf16"
)

// The same text in other encodings, with and without a mark.
func TestDecode(t *testing.T) {
	t.Parallel()
	const want = "KẾ HOẠCH năm 2026 của Thành phố"
	var little, big []byte
	for _, u := range utf16.Encode([]rune(want)) {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	for name, data := range map[string][]byte{
		"UTF-8": []byte(want), "UTF-8 with a mark": []byte("\ufeff" + want),
		"little end first": append([]byte{0xFF, 0xFE}, little...), "big end first": append([]byte{0xFE, 0xFF}, big...),
		"little without a mark": little, "big without a mark": big,
	} {
		if got, ok := Decode(data); !ok || got != want {
			t.Errorf("%s: %q, %v", name, got, ok)
		}
	}
	if got, ok := Decode([]byte("\x00\x01\x02\x00\x00\x00\x03\x00\x90\x91")); ok && len(got) == 0 {
		t.Error("bytes that are no text became one")
	}
}

// A cell in quotes holds its line breaks, as a paste from a workbook has them.
func TestQuotedCells(t *testing.T) {
	t.Parallel()
	blocks := Read("A\tB\tC\n1\t\"dòng một\ndòng \"\"hai\"\"\"\tx\n2\ty\tz\n")
	if len(blocks) != 1 || len(blocks[0].Grid.Rows) != 3 {
		t.Fatalf("%+v", blocks)
	}
	if got := blocks[0].Grid.Rows[1].Cells[1].Text; got != "dòng một\ndòng \"hai\"" {
		t.Errorf("%q", got)
	}
	if row := blocks[0].Grid.Rows[2]; row.Line != 4 {
		t.Errorf("row stands in line %d, want 4", row.Line)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("A\tB\n1\t\"a\nb\"\tc"))
	f.Add([]byte("| a | b |\n|---|---|\n| c | d |"))
	f.Fuzz(func(t *testing.T, data []byte) {
		words, ok := Decode(data)
		if !ok {
			return
		}
		last := 0
		for _, b := range Read(words) {
			if b.Line <= last {
				t.Errorf("line %d comes after %d", b.Line, last)
			}
			last = b.Line
		}
	})
}
