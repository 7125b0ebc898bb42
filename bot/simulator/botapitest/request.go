package botapitest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Request lists what a request has that the Bot API does not know: the fields
// as texts, as all values of a form are, and the names of the parts with files.
func (s *Schema) Request(method string, fields map[string]string, files []string) []string {
	described, ok := s.methods[method]
	if !ok {
		return []string{fmt.Sprintf("unknown method %q", method)}
	}
	var problems []string
	known := map[string]bool{}
	for _, f := range described.fields {
		known[f.name] = true
		uploaded := slices.Contains(files, f.name)
		value, given := fields[f.name]
		switch {
		case f.required && !given && !uploaded:
			problems = append(problems, fmt.Sprintf("missing parameter %q", f.name))
		case uploaded && !slices.Contains(f.types, "InputFile"):
			problems = append(problems, fmt.Sprintf("parameter %q takes no file", f.name))
		case given && !uploaded:
			problems = append(problems, s.checkForm(f, value)...)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !known[name] {
			problems = append(problems, fmt.Sprintf("unknown parameter %q", name))
		}
	}
	for _, name := range files {
		if !known[name] && !attaches(fields, name) {
			problems = append(problems, fmt.Sprintf("the file %q belongs to no parameter", name))
		}
	}
	return problems
}

// attaches reports whether any field refers to an uploaded part.
func attaches(fields map[string]string, part string) bool {
	for _, value := range fields {
		if strings.Contains(value, `attach://`+part) {
			return true
		}
	}
	return false
}

// checkForm checks a value that came as a text, as all values of a form do.
func (s *Schema) checkForm(f field, value string) []string {
	var problems []string
	for _, kind := range f.types {
		problems = s.checkFormAs(f.name, kind, value)
		if len(problems) == 0 {
			return nil
		}
	}
	if len(f.types) > 1 {
		return []string{fmt.Sprintf("parameter %q is none of %s", f.name, strings.Join(f.types, ", "))}
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
			return s.Value(name, kind, decoded)
		}
	}
	if err != nil {
		return []string{fmt.Sprintf("parameter %q is no %s", name, kind)}
	}
	return nil
}
