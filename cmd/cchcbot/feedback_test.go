package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/record"
	"cchcbot/bot/store"
)

func TestExportFeedback(t *testing.T) {
	t.Parallel()
	database := "sqlite:" + filepath.Join(t.TempDir(), "bot.db")
	memory, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	book := memory
	given := time.Date(2024, 3, 5, 2, 0, 0, 0, time.UTC)
	said := record.Feedback{Chat: 987654321, Question: "hạn nộp <bài viết>", Units: []string{"PL.1.14", "PL.1.12"}, At: given}
	for _, f := range []record.Feedback{said, {Chat: 987654321, Question: "cấp hộ chiếu ở đâu", At: given}} {
		if err := book.AddFeedback(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	said.Text = `phải là "báo cáo quý"`
	if err := book.ExplainFeedback(t.Context(), said); err != nil {
		t.Fatal(err)
	}
	if err := memory.Close(); err != nil {
		t.Fatal(err)
	}

	var out, problems bytes.Buffer
	none := func(string) string { return "" }
	if err := run(t.Context(), []string{"feedback", "export", "--database", database}, none, strings.NewReader(""), &out, &problems); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"fb-1","q":"hạn nộp <bài viết>","kind":"","accept":[],"must":[],"note":"user said “phải là \"báo cáo quý\"”; bot answered PL.1.14 PL.1.12"}
{"id":"fb-2","q":"cấp hộ chiếu ở đâu","kind":"","accept":[],"must":[],"note":"user said nothing more; bot answered nothing"}
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("export (-want +got):\n%s", diff)
	}
	if strings.Contains(out.String(), "987654321") {
		t.Error("the export tells whose chat it was")
	}
}
