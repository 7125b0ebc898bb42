package plan

import (
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const documentFile = "6004-qd-ubnd-2024.txt"

// wholeDocument is the real document, read once with the real registers.
var wholeDocument = sync.OnceValues(func() (*Plan, []Problem) {
	return Parse(Source{Name: documentFile, Text: mustRead(documentFile)}, realRegister(), realErrata())
})

var realRegister = sync.OnceValue(func() *Register {
	register, err := LoadRegister([]byte(mustRead("agencies.yaml")), []byte(mustRead("groups.yaml")))
	if err != nil {
		panic(err)
	}
	return register
})

var realErrata = sync.OnceValue(func() []Erratum {
	documents, err := LoadErrata([]byte(mustRead("errata.yaml")))
	if err != nil {
		panic(err)
	}
	return documents[0].Errata
})

// mustRead reads a file of the folder above.
func mustRead(name string) string {
	data, err := os.ReadFile("../" + name)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// unitOf is a unit of the real document.
func unitOf(t *testing.T, id string) Unit {
	t.Helper()
	p, _ := wholeDocument()
	u, ok := p.Unit(id)
	if !ok {
		t.Fatalf("no unit %s", id)
	}
	return u
}

func TestDocumentHasNoProblems(t *testing.T) {
	t.Parallel()
	_, problems := wholeDocument()
	for _, p := range problems {
		t.Error(p)
	}
}

// Every line is in one unit or named as furniture, and never both.
func TestEveryLineIsAccountedFor(t *testing.T) {
	t.Parallel()
	p, _ := wholeDocument()
	owners := map[int][]string{}
	mark := func(owner string, ranges []Lines) {
		for _, r := range ranges {
			for n := r.First; n <= r.Last; n++ {
				owners[n] = append(owners[n], owner)
			}
		}
	}
	for _, u := range p.Units {
		mark(u.ID, u.Lines)
	}
	for _, f := range p.Furniture {
		mark(f.Name, f.Lines)
	}
	lines := strings.Split(strings.TrimSuffix(mustRead(documentFile), "\n"), "\n")
	for i, text := range lines {
		if got := owners[i+1]; len(got) != 1 {
			t.Errorf("line %d belongs to %q: %s", i+1, got, excerpt(text))
		}
	}
	if len(owners) != len(lines) {
		t.Errorf("%d lines are accounted for, the document has %d", len(owners), len(lines))
	}
}

// Furniture is only what carries no words of the plan: read by hand, with the
// blank lines and the 35 table headers left out.
func TestFurniture(t *testing.T) {
	t.Parallel()
	p, _ := wholeDocument()
	lines := strings.Split(mustRead(documentFile), "\n")
	want := map[string]string{
		furnitureLetterhead: "3-4 6-6 8-9 11-11 454-455 457-458 657-657",
		furnitureSubject:    "13-13 15-15",
		furnitureAuthority:  "17-17",
		furnitureResolution: "31-31",
		furniturePlanTitle:  "71-71 73-75",
	}
	for _, f := range p.Furniture {
		switch f.Name {
		case furnitureBlank:
			for _, n := range lineNumbers(f.Lines) {
				if strings.TrimSpace(lines[n-1]) != "" {
					t.Errorf("line %d is not blank", n)
				}
			}
		case furnitureTableHeader:
			for _, n := range lineNumbers(f.Lines) {
				if lines[n-1] != "STT\tNhiệm vụ cụ thể\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành" {
					t.Errorf("line %d is no table header", n)
				}
			}
		default:
			if got := printLines(f.Lines); got != want[f.Name] {
				t.Errorf("%s in lines %s, want %q", f.Name, got, want[f.Name])
			}
			delete(want, f.Name)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

// decomposed is text in NFD.
func decomposed(text string) string { return norm.NFD.String(text) }
