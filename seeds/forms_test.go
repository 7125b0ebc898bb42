package seeds

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/block"
	"cchcbot/seeds/format"
)

// A table says the same whatever parts its cells: tabs, bars, or the rules of a
// drawn one. Only the titles of merged cells are left out, as a text has them once.
func TestFormsOfTables(t *testing.T) {
	t.Parallel()
	library := load(t)
	names, err := filepath.Glob("testdata/plans/*.[dtx][oxl][cts]*")
	if err != nil || len(names) == 0 {
		t.Fatal("no documents", err)
	}
	tables := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		blocks, _, err := format.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		want, grids := sameTasks(t, library, data), 0
		for _, b := range blocks {
			if b.Grid != nil && b.Grid.Columns() > 2 {
				grids++
			}
		}
		if tables += grids; grids == 0 {
			continue
		}
		for _, form := range []string{"\t", " | ", "+"} {
			if diff := cmp.Diff(want, sameTasks(t, library, []byte(written(blocks, form)))); diff != "" {
				t.Errorf("%s with %q (-want +got):\n%s", name, form, diff)
			}
		}
	}
	t.Log(tables, "tables")
}

// sameTasks lists the tasks of a document by what does not depend on line breaks.
func sameTasks(t *testing.T, library *Library, data []byte) []string {
	t.Helper()
	p, _, _, err := library.Open("t", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	tasks := tasksOf(p)
	for i, task := range tasks {
		_, fields, _ := strings.Cut(task, "|") // a number that rows share stands once in a text
		tasks[i] = squashed(strings.ReplaceAll(fields, "/", " "))
	}
	return tasks
}

// written is a document as a text whose cells a separator parts; "+" draws tables.
func written(blocks []block.Block, separator string) string {
	var b strings.Builder
	for _, one := range blocks {
		if one.Grid == nil {
			b.WriteString(one.Text + "\n")
			continue
		}
		width := one.Grid.Columns()
		rule := "+" + strings.Repeat("----+", width) + "\n"
		if separator == "+" {
			b.WriteString(rule)
		}
		for n, row := range one.Grid.Rows {
			cells := make([]string, width)
			for _, c := range row.Cells {
				if !c.Inherited || n > 1 {
					cells[c.Column] = strings.ReplaceAll(c.Text, "\n", " ")
				}
			}
			if separator == "+" {
				b.WriteString("| " + strings.Join(cells, " | ") + " |\n" + rule)
			} else {
				b.WriteString(strings.Join(cells, separator) + "\n")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
