package simulator

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// SchemaVariable names the environment variable with the path of the schema.
const SchemaVariable = "CCHCBOT_TELEGRAM_SCHEMA"

// Schema is a machine-readable description of the Bot API: methods, parameters
// and types. A nil Schema finds no fault with anything.
type Schema struct {
	Methods map[string]schemaObject `json:"methods"`
	Types   map[string]schemaObject `json:"types"`
}

// schemaObject is a method with its parameters or a type with its fields.
type schemaObject struct {
	Fields   []schemaField `json:"fields"`
	Subtypes []string      `json:"subtypes"`
}

type schemaField struct {
	Name     string   `json:"name"`
	Types    []string `json:"types"`
	Required bool     `json:"required"`
}

// LoadSchema reads a schema file.
func LoadSchema(path string) (*Schema, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the Bot API schema: %w", err)
	}
	var schema Schema
	if err := json.Unmarshal(raw, &schema); err != nil {
		return nil, fmt.Errorf("decode the Bot API schema %s: %w", path, err)
	}
	return &schema, nil
}

// FindSchema loads the schema that SchemaVariable names, or the one that lies
// beside the repository, at ../shared/telegram/api.json of its root. It returns
// nil where there is none.
func FindSchema() (*Schema, error) {
	if path := os.Getenv(SchemaVariable); path != "" {
		return LoadSchema(path)
	}
	folder, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("find the Bot API schema: %w", err)
	}
	for ; folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err != nil {
			continue
		}
		schema, err := LoadSchema(filepath.Join(folder, "..", "shared", "telegram", "api.json"))
		if isMissing(err) {
			return nil, nil
		}
		return schema, err
	}
	return nil, nil
}

func isMissing(err error) bool {
	return err != nil && errors.Is(err, fs.ErrNotExist)
}

// check lists what a request has that the Bot API does not know.
func (s *Schema) check(c *call) []string {
	if s == nil {
		return nil
	}
	method, ok := s.Methods[c.method]
	if !ok {
		return []string{fmt.Sprintf("unknown method %q", c.method)}
	}
	var problems []string
	known := map[string]bool{}
	for _, f := range method.Fields {
		known[f.Name] = true
		_, uploaded := c.files[f.Name]
		value, given := c.fields[f.Name]
		switch {
		case f.Required && !given && !uploaded:
			problems = append(problems, fmt.Sprintf("missing parameter %q", f.Name))
		case uploaded && !slices.Contains(f.Types, "InputFile"):
			problems = append(problems, fmt.Sprintf("parameter %q takes no file", f.Name))
		case given && !uploaded:
			problems = append(problems, s.checkForm(f, value)...)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.fields)) {
		if !known[name] {
			problems = append(problems, fmt.Sprintf("unknown parameter %q", name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		if !known[name] && !c.attaches(name) {
			problems = append(problems, fmt.Sprintf("the file %q belongs to no parameter", name))
		}
	}
	return problems
}

// attaches reports whether any field refers to an uploaded part.
func (c *call) attaches(part string) bool {
	for _, value := range c.fields {
		if strings.Contains(value, `attach://`+part) {
			return true
		}
	}
	return false
}

// checkForm checks a value that came as a text, as all values of a form do.
func (s *Schema) checkForm(f schemaField, value string) []string {
	var problems []string
	for _, kind := range f.Types {
		problems = s.checkFormAs(f.Name, kind, value)
		if len(problems) == 0 {
			return nil
		}
	}
	if len(f.Types) > 1 {
		return []string{fmt.Sprintf("parameter %q is none of %s", f.Name, strings.Join(f.Types, ", "))}
	}
	return problems
}

func (s *Schema) checkFormAs(name, kind, value string) []string {
	var err error
	switch kind {
	case "String", "InputFile":
		return nil
	case "Integer":
		_, err = strconv.ParseInt(value, 10, 64)
	case "Float":
		_, err = strconv.ParseFloat(value, 64)
	case "Boolean":
		_, err = strconv.ParseBool(value)
	default:
		var decoded any
		if err = json.Unmarshal([]byte(value), &decoded); err == nil {
			return s.checkValue(name, kind, decoded)
		}
	}
	if err != nil {
		return []string{fmt.Sprintf("parameter %q is no %s", name, kind)}
	}
	return nil
}
