package seeds

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"cchcbot/seeds/plan"
)

const documentFile = "6004-qd-ubnd-2024.txt"

// load is Load without problems.
func load(t testing.TB) *Library {
	t.Helper()
	library, problems, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
	return library
}

func TestLoad(t *testing.T) {
	library := load(t)
	if len(library.Plans) != 1 {
		t.Fatalf("%d plans, want 1", len(library.Plans))
	}
	p := library.Plans[0]
	if p.Year != 2024 || p.Number != "6004/QĐ-UBND" || p.Issued.String() != "2023-12-29" || p.Source != documentFile {
		t.Errorf("year %d, number %q, issued %v, source %q", p.Year, p.Number, p.Issued, p.Source)
	}
	const title = "Ban hành Kế hoạch thực hiện công tác cải cách hành chính trên địa bàn Thành phố năm 2024"
	if p.Title != title {
		t.Errorf("title %q", p.Title)
	}
}

// The document is never edited: its checksum stands in SOURCE.md.
func TestSourceIsByteForByte(t *testing.T) {
	const want = "f357cb5f4d70fd06d0f3edb6395249b28901f19de26f0b5f83c07a024d10f789"
	text, err := files.ReadFile(documentFile)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	if got := hex.EncodeToString(sum[:]); got != want {
		t.Errorf("SHA-256 %s, SOURCE.md has %s", got, want)
	}
}

func TestReadAnotherYear(t *testing.T) {
	library := load(t)
	text, err := files.ReadFile(documentFile)
	if err != nil {
		t.Fatal(err)
	}
	renumbered := strings.ReplaceAll(string(text), "6004/QĐ-UBND", "7001/QĐ-UBND")
	renumbered = strings.ReplaceAll(renumbered, "năm 2024", "năm 2025")
	p, _, problems, err := library.Open("next.txt", []byte(renumbered), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems { // those waived in the document of the house
		if problem.Kind != plan.ProblemOpenLead {
			t.Error(problem)
		}
	}
	if p.Number != "7001/QĐ-UBND" || p.Year != 2025 {
		t.Errorf("number %q, year %d", p.Number, p.Year)
	}
	for _, u := range p.Units {
		if len(u.Corrections)+len(u.Notes) > 0 {
			t.Errorf("%s: errata of another document were applied", u.ID)
		}
	}
	if len(library.Plans) != 1 {
		t.Errorf("reading a document changed the library to %d plans", len(library.Plans))
	}
}

func TestAbbreviations(t *testing.T) {
	library := load(t)
	meanings := map[string][]string{}
	informal := map[string]bool{}
	for _, a := range library.Abbreviations {
		meanings[a.Short] = a.Long
		informal[a.Short] = a.Informal
	}
	for short, want := range map[string]string{
		"CCHC":      "cải cách hành chính",
		"TTHC":      "thủ tục hành chính",
		"UBND":      "Ủy ban nhân dân",
		"HĐND":      "Hội đồng nhân dân",
		"VBQPPL":    "văn bản quy phạm pháp luật",
		"CBCCVC":    "cán bộ, công chức, viên chức",
		"ĐVSNCL":    "đơn vị sự nghiệp công lập",
		"PAKN":      "phản ánh, kiến nghị",
		"NSNN":      "ngân sách nhà nước",
		"CNTT":      "công nghệ thông tin",
		"CĐS":       "chuyển đổi số",
		"PAR Index": "Chỉ số cải cách hành chính",
		"bn":        "bao nhiêu",
		"hs":        "hồ sơ",
	} {
		if len(meanings[short]) == 0 || meanings[short][0] != want {
			t.Errorf("%s is %q, want %q first", short, meanings[short], want)
		}
	}
	if informal["CCHC"] || !informal["ntn"] {
		t.Error("informal must mark shorthand, and nothing else")
	}
}

// Every phrasing is of units that the document has, and no phrase points to two
// matters.
func TestPhrasingsFit(t *testing.T) {
	library := load(t)
	entry := map[string]int{}
	for i, p := range library.own[library.Plans[0].Number].phrasings {
		for _, id := range p.Units {
			if _, ok := library.Plans[0].Unit(id); !ok {
				t.Errorf("entry %d: no unit %s", i+1, id)
			}
		}
		for _, said := range p.Said {
			if first, ok := entry[said]; ok {
				t.Errorf("%q stands in entries %d and %d", said, first, i+1)
			}
			entry[said] = i + 1
		}
	}
	if len(entry) == 0 {
		t.Error("no phrasings")
	}
}

// The words of concepts are written as they are compared: NFC, lower case and
// without punctuation.
func TestConceptsAreNormal(t *testing.T) {
	t.Parallel()
	library := load(t)
	if len(library.Concepts) < 500 {
		t.Errorf("%d concepts", len(library.Concepts))
	}
	for _, c := range library.Concepts {
		for _, word := range c.Words() {
			if word != strings.ToLower(norm.NFC.String(word)) || strings.ContainsAny(word, ",;:()\"/") || strings.TrimSpace(word) != word {
				t.Errorf("%s: %q is not written as it is compared", c.ID, word)
			}
		}
	}
}
