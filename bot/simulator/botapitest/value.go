package botapitest

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Value lists what a decoded JSON value has that a type of the Bot API does not
// know, such as "Message" or "Array of Message"; the path names the value.
func (s *Schema) Value(path, kind string, value any) []string {
	wrong := []string{fmt.Sprintf("%q is no %s", path, kind)}
	if item, ok := strings.CutPrefix(kind, "Array of "); ok {
		list, ok := value.([]any)
		if !ok {
			return wrong
		}
		var problems []string
		for i, v := range list {
			problems = append(problems, s.Value(fmt.Sprintf("%s[%d]", path, i), item, v)...)
		}
		return problems
	}
	if known, right := isScalar(kind, value); known {
		if right {
			return nil
		}
		return wrong
	}
	object, ok := value.(map[string]any)
	if !ok {
		return wrong
	}
	return s.checkObject(path, kind, object)
}

// isScalar says whether the kind is one of the plain types, and if so whether
// the value is of it.
func isScalar(kind string, value any) (known, right bool) {
	switch kind {
	case "String", "InputFile":
		_, right = value.(string)
	case "Boolean", "True":
		_, right = value.(bool)
	case "Float":
		_, right = value.(float64)
	case "Integer":
		n, isNumber := value.(float64)
		right = isNumber && n == math.Trunc(n)
	default:
		return false, false
	}
	return true, right
}

// checkObject checks the fields of an object. Where a type has subtypes, one of
// them has to fit.
func (s *Schema) checkObject(path, kind string, object map[string]any) []string {
	described, ok := s.types[kind]
	if !ok {
		return []string{fmt.Sprintf("%q has the unknown type %s", path, kind)}
	}
	if len(described.subtypes) > 0 {
		for _, subtype := range described.subtypes {
			if len(s.checkObject(path, subtype, object)) == 0 {
				return nil
			}
		}
		return []string{fmt.Sprintf("%q is no %s", path, kind)}
	}
	var problems []string
	known := map[string]bool{}
	for _, f := range described.fields {
		known[f.name] = true
		value, given := object[f.name]
		if !given && f.required {
			problems = append(problems, fmt.Sprintf("%q misses %q", path, f.name))
		}
		if given && !s.fitsAny(path, f, value) {
			problems = append(problems, fmt.Sprintf("%q is no %s", path+"."+f.name, strings.Join(f.types, ", ")))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if !known[name] {
			problems = append(problems, fmt.Sprintf("%q has the unknown field %q", path, name))
		}
	}
	return problems
}

func (s *Schema) fitsAny(path string, f field, value any) bool {
	return slices.ContainsFunc(f.types, func(kind string) bool {
		return len(s.Value(path+"."+f.name, kind, value)) == 0
	})
}
