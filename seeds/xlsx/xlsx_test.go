package xlsx

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"cchcbot/seeds/block"
)

// workbook is a sheet with a title, a table and merged cells.
func workbook(t testing.TB) []byte {
	t.Helper()
	book := excelize.NewFile()
	style, err := book.NewStyle(&excelize.Style{NumFmt: 14, CustomNumFmt: ptr("dd/mm/yyyy")})
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range map[string]any{
		"A1": "KẾ HOẠCH", "A3": "TT", "B3": "Việc", "C3": "Chủ trì", "D3": "Hạn",
		"A4": 1, "B4": "a", "C4": "Sở A", "D4": time.Date(2026, 3, 5, 0, 0, 0, 0, time.UTC), "A5": 2, "B5": "b",
	} {
		if err := book.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(book.MergeCell("Sheet1", "C4", "C5"), book.SetCellStyle("Sheet1", "D4", "D4", style)); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := book.Write(&data); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func ptr(s string) *string { return &s }

func TestRead(t *testing.T) {
	t.Parallel()
	blocks, err := Read(workbook(t))
	if err != nil || len(blocks) != 2 || blocks[0].Text != "KẾ HOẠCH" || blocks[1].Grid == nil {
		t.Fatalf("%v, %+v", err, blocks)
	}
	rows := blocks[1].Grid.Rows
	if c, _ := rows[2].At(2); c.Text != "Sở A" || !c.Inherited {
		t.Errorf("the merged cell is %+v", c)
	}
	if c, _ := rows[1].At(3); c.Text != "05/03/2026" {
		t.Errorf("the date is shown as %q", c.Text)
	}
	if rows[2].Line != 5 {
		t.Errorf("the last row stands at %d, want 5", rows[2].Line)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	data := workbook(t)
	_, err := Read(data[:len(data)/2])
	var refused *block.Error
	if !errors.As(err, &refused) || refused.Reason != block.Broken {
		t.Errorf("half a workbook: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(workbook(f))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = Read(data) // neither panics nor hangs
	})
}
