package plan

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func FuzzParse(f *testing.F) {
	document := mustRead(documentFile)
	f.Add(document)
	lines := strings.Split(document, "\n")
	f.Add(sample)
	f.Add(sample + "\n" + sample)
	f.Add(decomposed(sample))
	f.Add(strings.Join(lines[:80], "\r\n"))
	f.Add(strings.Join(lines[85:150], "\n"))
	f.Add(strings.Join(lines[205:270], "\n"))
	f.Add(strings.Join(lines[400:500], "\n"))
	f.Add(document[len(document)/2 : len(document)/2+2000]) // cut inside a rune, as may be
	f.Add("I. MỤC TIÊU\n1. a\x00\xff\n\n²\n1.1.1 b\nPhụ lục\nSTT\t\t\n1\t<ul>- A - B\n\t\t\t\t\t\t\t")
	for _, c := range broken {
		f.Add(strings.Replace(sample, c.old, c.new, 1))
	}
	register, errata := realRegister(), realErrata()
	f.Fuzz(func(t *testing.T, text string) {
		p, problems := Parse(Source{Name: "f.txt", Text: text}, register, errata)
		checkUnits(t, p)
		checkLines(t, p, problems, text)
	})
}

// checkUnits finds what no plan may hold, whatever was read.
func checkUnits(t *testing.T, p *Plan) {
	t.Helper()
	seen := map[string]bool{"": true}
	for _, u := range p.Units {
		if seen[u.ID] {
			t.Errorf("id %q is empty or not unique", u.ID)
		}
		seen[u.ID] = true
		if !seen[u.Heading] {
			t.Errorf("%s stands under %q, which does not come before it", u.ID, u.Heading)
		}
		if len(u.Lines) == 0 || u.Place() == "" {
			t.Errorf("%s has no place", u.ID)
		}
		for _, field := range u.texts() {
			if !norm.NFC.IsNormalString(*field) {
				t.Errorf("%s is not NFC: %q", u.ID, *field)
			}
		}
	}
}

// checkLines finds lines that were dropped in silence.
func checkLines(t *testing.T, p *Plan, problems []Problem, text string) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(text, "\ufeff"), "\n"), "\n")
	accounted := make([]bool, len(lines)+1)
	mark := func(ranges []Lines) {
		for _, n := range lineNumbers(ranges) {
			accounted[n] = true
		}
	}
	for _, u := range p.Units {
		mark(u.Lines)
	}
	for _, furniture := range p.Furniture {
		mark(furniture.Lines)
	}
	read := len(lines)
	for _, problem := range problems {
		if problem.Line > len(lines) {
			t.Errorf("a problem behind the end: %v", problem)
			continue
		}
		accounted[problem.Line] = true
		if strings.HasPrefix(problem.Message, "a second document starts") {
			read = problem.Line
		}
	}
	for i, line := range lines[:read] {
		if !accounted[i+1] {
			t.Errorf("line %d was dropped: %q", i+1, line)
		}
	}
}

// Every word of every line stands in the unit that the line belongs to.
func TestNoWordIsLost(t *testing.T) {
	t.Parallel()
	p, _ := Parse(Source{Name: documentFile, Text: mustRead(documentFile)}, nil, nil)
	lines := strings.Split(mustRead(documentFile), "\n")
	for _, u := range p.Units {
		words := " - Điều Nơi nhận: Phụ lục " + u.Number + ". "
		for _, field := range u.texts() {
			words += *field + " "
		}
		for _, n := range lineNumbers(u.Lines) {
			l := cleanLine(n, lines[n-1])
			for word := range strings.FieldsSeq(l.text) {
				word = withoutMarks(word, func(int) {})
				if !strings.Contains(words, word) && !strings.HasPrefix(word, "<ul") && !strings.HasPrefix(word, "style=") &&
					word != "none\">" && word != u.ID[strings.Index(u.ID, ".")+1:]+"." {
					t.Errorf("%s, line %d: %q is lost", u.ID, n, word)
				}
			}
		}
	}
}
