package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// house is the root of the repository.
const house = "../.."

const (
	module = "cchcbot/"
	rim    = "github.com/go-telegram/bot"
)

// mayImport lists what each room may use of the house: seeds → index → bot →
// cmd, and the rooms under bot know of each other only what is written here.
// An entry stands for a package and all below it when it ends with a slash.
var mayImport = map[string][]string{
	"seeds/block":              {},
	"seeds/docx":               {"seeds/block"},
	"seeds/xlsx":               {"seeds/block"},
	"seeds/text":               {"seeds/block"},
	"seeds/format":             {"seeds/block", "seeds/docx", "seeds/xlsx", "seeds/text"},
	"seeds/plan":               {},
	"seeds/deadline":           {"seeds/plan"},
	"seeds/document":           {"seeds/block", "seeds/plan", "seeds/deadline"},
	"seeds/compare":            {"seeds/plan"},
	"seeds":                    {"seeds/"},
	"index/vi":                 {},
	"index":                    {"seeds/", "index/"},
	"bot/record":               {"seeds/plan"},
	"bot/chat":                 {"seeds/plan", "bot/record"},
	"bot/question/noise":       {"index/vi"},
	"bot/question":             {"seeds/", "index/", "bot/chat", "bot/question/noise"},
	"bot/dialog":               {"seeds/plan", "bot/record", "bot/chat", "bot/question"},
	"bot/agency":               {"seeds/plan", "index/vi", "bot/record", "bot/chat", "bot/question", "bot/dialog"},
	"bot/answer":               {"seeds/", "index/", "bot/chat", "bot/question", "bot/dialog", "bot/agency"},
	"bot/browse":               {"seeds/plan", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer", "bot/remind"},
	"bot/follow":               {"seeds/plan", "bot/record", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer"},
	"bot/duties":               {"seeds/compare", "seeds/plan", "bot/record", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer", "bot/browse", "bot/follow", "bot/remind", "bot/export", "index/vi"},
	"bot/progress":             {"seeds/plan", "bot/record", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer", "bot/browse", "bot/follow", "bot/duties", "bot/remind", "bot/export"},
	"bot/office":               {"seeds/plan", "index/vi", "bot/record", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer", "bot/browse", "bot/follow", "bot/duties", "bot/progress", "bot/remind", "bot/export"},
	"bot/library":              {"seeds/", "bot/record", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer", "bot/follow", "bot/duties", "bot/remind", "bot/export"},
	"bot/talk":                 {"seeds/plan", "index", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer", "bot/browse", "bot/follow", "bot/progress"},
	"bot":                      {"seeds/plan", "bot/library", "bot/talk", "bot/record", "bot/chat", "bot/question", "bot/dialog", "bot/agency", "bot/answer", "bot/browse", "bot/follow", "bot/duties", "bot/progress", "bot/office", "bot/remind", "index"},
	"bot/remind":               {"seeds/", "bot/record", "bot/chat"},
	"bot/export":               {"seeds/"},
	"bot/store/database":       {"seeds/plan", "bot/record"},
	"bot/store/people":         {"seeds/plan", "bot/record", "bot/store/database"},
	"bot/store/duties":         {"seeds/plan", "bot/record", "bot/store/database", "bot/store/people"},
	"bot/store":                {"seeds/plan", "bot/record", "bot/store/database", "bot/store/people", "bot/store/duties"},
	"bot/store/postgrestest":   {}, // a server for tests, and no part of the program
	"bot/telegram":             {"bot/chat", "bot/record"},
	"bot/simulator":            {},
	"bot/simulator/botapitest": {}, // what the Bot API knows, for tests
	"cmd/cchcbot":              {"seeds/", "index/", "bot/"},
}

// tests may build up what they test, but never out of what comes later.
var testsMayImport = map[string][]string{
	"seeds/plan":         {"seeds/"},
	"seeds/compare":      {"seeds"},
	"bot/store":          {"bot/store/postgrestest"},
	"bot/store/database": {"bot/store/postgrestest"},
	"bot/store/duties":   {"bot/store/postgrestest"},
	"bot/simulator":      {"bot/simulator/botapitest"},
	"bot/telegram":       {"bot/"},
	"bot":                {"bot/", "seeds/", "index/"},
	"bot/answer":         {"seeds/"},
	"bot/talk":           {"seeds/"},
	"bot/library":        {"bot/store"},
	"seeds/deadline":     {"seeds"},
}

// imported is one import of one file.
type imported struct {
	file string // from the root of the house
	room string
	path string
}

func (i imported) test() bool { return strings.HasSuffix(i.file, "_test.go") }

// imports reads the imports of every Go file of the house.
func imports(t *testing.T) []imported {
	t.Helper()
	var all []imported
	err := filepath.WalkDir(house, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && name != house && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if entry.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		relative, err := filepath.Rel(house, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		relative = filepath.ToSlash(relative)
		for _, spec := range file.Imports {
			imports, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			all = append(all, imported{file: relative, room: path.Dir(relative), path: imports})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) == 0 {
		t.Fatal("the house has no imports: is it looked for in the right place?")
	}
	return all
}

func TestImportsFollowTheHouse(t *testing.T) {
	t.Parallel()
	for _, i := range imports(t) {
		other, ours := strings.CutPrefix(i.path, module)
		if !ours {
			continue
		}
		allowed, known := mayImport[i.room]
		if i.test() {
			allowed = slices.Concat(allowed, testsMayImport[i.room], []string{i.room})
		}
		if !known {
			t.Errorf("%s: the room %s has no entry in mayImport", i.file, i.room)
		} else if !slices.ContainsFunc(allowed, func(a string) bool { return covers(a, other) }) {
			t.Errorf("%s: %s may not import %s", i.file, i.room, other)
		}
	}
}

// covers reports whether an entry of mayImport allows a room.
func covers(entry, room string) bool {
	tree, isTree := strings.CutSuffix(entry, "/")
	return room == tree || isTree && strings.HasPrefix(room, entry)
}

func TestOnlyTheRimSpeaksToTelegram(t *testing.T) {
	t.Parallel()
	for _, i := range imports(t) {
		speaks := i.path == rim || strings.HasPrefix(i.path, rim+"/")
		if speaks && !i.test() && i.room != "bot/telegram" {
			t.Errorf("%s imports %s", i.file, i.path)
		}
	}
}

func TestTopLevelHoldsOnlyWhatBelongsThere(t *testing.T) {
	t.Parallel()
	allowed := []string{"seeds", "index", "bot", "cmd", "go.mod", "go.sum", "Dockerfile", "LICENSE", "README.md"}
	ignored := ignoredNames(t)
	entries, err := os.ReadDir(house)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		isIgnored := func(pattern string) bool {
			matched, err := path.Match(pattern, name)
			return err == nil && matched
		}
		if !strings.HasPrefix(name, ".") && !slices.Contains(allowed, name) && !slices.ContainsFunc(ignored, isIgnored) {
			t.Errorf("%s does not belong at the top of the house", name)
		}
	}
}

// ignoredNames are the patterns of .gitignore that hold at the top.
func ignoredNames(t *testing.T) []string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(house, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, line := range strings.Fields(string(content)) {
		patterns = append(patterns, strings.TrimPrefix(line, "/"))
	}
	return patterns
}

// What the README points at is there.
func TestReadmeLinksResolve(t *testing.T) {
	t.Parallel()
	readme := readReadme(t)
	links := regexp.MustCompile(`\]\(([^)#]+)[^)]*\)`).FindAllStringSubmatch(readme, -1)
	for _, link := range links {
		if strings.Contains(link[1], "://") {
			continue
		}
		if _, err := os.Stat(filepath.Join(house, link[1])); err != nil {
			t.Errorf("the README links to %s: %v", link[1], err)
		}
	}
	if lines := strings.Count(readme, "\n"); lines >= 250 {
		t.Errorf("the README has %d lines, want fewer than 250", lines)
	}
}

func readReadme(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(house, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
