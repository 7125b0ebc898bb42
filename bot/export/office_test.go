package export

import (
	"context"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// officeConvert has LibreOffice open a workbook and save it as something else.
// The test is skipped where there is none.
func officeConvert(t *testing.T, file []byte, to string) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice is installed: workbooks are read back by the library that wrote them alone")
	}
	dir := t.TempDir()
	book := filepath.Join(dir, "book.xlsx")
	if err := os.WriteFile(book, file, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, office, "-env:UserInstallation=file://"+dir+"/profile",
		"--headless", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), book).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	made, err := filepath.Glob(filepath.Join(dir, "out", "*"))
	if err != nil || len(made) != 1 {
		t.Fatalf("LibreOffice made %q, %v: %s", made, err, out)
	}
	content, err := os.ReadFile(made[0])
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestOfficePrintsA4Across(t *testing.T) {
	t.Parallel()
	file, err := Sheet(justiceHeading(t), manyDuties(t, 10))
	if err != nil {
		t.Fatal(err)
	}
	printed := officeConvert(t, file, "pdf")
	pages := regexp.MustCompile(`/Type ?/Page\b[^s].*?/MediaBox ?\[ ?0 0 (\d+)\S* (\d+)`).FindAllSubmatch(regexp.MustCompile(`\s+`).ReplaceAll(printed, []byte(" ")), -1)
	if len(pages) < 2 || len(pages) > 8 {
		t.Errorf("40 due dates take %d pages, want about five: one page wide", len(pages))
	}
	for _, page := range pages {
		if size := string(page[1]) + "x" + string(page[2]); size != "841x595" {
			t.Errorf("a page is %s points, want A4 across", size)
		}
	}
}

func TestOfficeReadsTheWords(t *testing.T) {
	t.Parallel()
	at := time.Date(2024, 3, 18, 8, 30, 0, 0, saigon)
	file, err := Log([]Change{{At: at, Who: "=1+1", What: "_x0041_", About: "ế ữ ợ đ", Before: "+1", After: "một\nhai"}}, at)
	if err != nil {
		t.Fatal(err)
	}
	content := officeConvert(t, file, "csv:Text - txt - csv (StarCalc):44,34,76") // comma, quote, UTF-8
	rows, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
	if err != nil {
		t.Fatalf("%v:\n%s", err, content)
	}
	want := []string{"18/03/2024 08:30", "=1+1", "_x0041_", "ế ữ ợ đ", "+1", "một\nhai"}
	if diff := cmp.Diff(want, rows[len(rows)-1]); diff != "" {
		t.Error(diff)
	}
}
