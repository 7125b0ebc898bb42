package export

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// office lets one LibreOffice run at a time: two that start at once race for
// what they keep outside of their profiles, on a machine where none ran before.
var office sync.Mutex

// officeConvert has LibreOffice open a workbook and save it as something else;
// to is an ending, with a filter behind a colon where one is needed. The test is
// skipped where there is no LibreOffice.
func officeConvert(t *testing.T, file []byte, to string) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("not with LibreOffice, for short tests")
	}
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("no LibreOffice is installed: workbooks are read back by the library that wrote them alone")
	}
	// Not t.TempDir, which fails a test where a child that ends late still
	// writes to its profile while the folder is removed.
	dir, err := os.MkdirTemp("", "cchcbot-office-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	book := filepath.Join(dir, "book.xlsx")
	if err := os.WriteFile(book, file, 0o600); err != nil {
		t.Fatal(err)
	}
	office.Lock()
	defer office.Unlock()
	// The only limit is that of all tests: the first start on a busy machine
	// takes a minute.
	command := exec.CommandContext(t.Context(), program, "-env:UserInstallation=file://"+dir+"/profile",
		"--headless", "--norestore", "--convert-to", to, "--outdir", dir, book)
	command.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME="+dir, "XDG_CACHE_HOME="+dir)
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	ending, _, _ := strings.Cut(to, ":")
	content, err := os.ReadFile(filepath.Join(dir, "book."+ending)) // nothing else: locks and drafts lie beside it
	if err != nil {
		t.Fatalf("LibreOffice made no %s: %v: %s", ending, err, out)
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
