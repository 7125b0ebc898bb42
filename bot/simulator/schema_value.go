package simulator

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// checkValue checks a decoded JSON value against a type of the schema.
func (s *Schema) checkValue(path, kind string, value any) []string {
	wrong := []string{fmt.Sprintf("%q is no %s", path, kind)}
	if item, ok := strings.CutPrefix(kind, "Array of "); ok {
		list, ok := value.([]any)
		if !ok {
			return wrong
		}
		var problems []string
		for i, v := range list {
			problems = append(problems, s.checkValue(fmt.Sprintf("%s[%d]", path, i), item, v)...)
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
	described, ok := s.Types[kind]
	if !ok {
		return []string{fmt.Sprintf("%q has the unknown type %s", path, kind)}
	}
	if len(described.Subtypes) > 0 {
		for _, subtype := range described.Subtypes {
			if len(s.checkObject(path, subtype, object)) == 0 {
				return nil
			}
		}
		return []string{fmt.Sprintf("%q is no %s", path, kind)}
	}
	var problems []string
	known := map[string]bool{}
	for _, f := range described.Fields {
		known[f.Name] = true
		value, given := object[f.Name]
		if !given && f.Required {
			problems = append(problems, fmt.Sprintf("%q misses %q", path, f.Name))
		}
		if given && !s.fitsAny(path, f, value) {
			problems = append(problems, fmt.Sprintf("%q is no %s", path+"."+f.Name, strings.Join(f.Types, ", ")))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if !known[name] {
			problems = append(problems, fmt.Sprintf("%q has the unknown field %q", path, name))
		}
	}
	return problems
}

func (s *Schema) fitsAny(path string, f schemaField, value any) bool {
	return slices.ContainsFunc(f.Types, func(kind string) bool {
		return len(s.checkValue(path+"."+f.Name, kind, value)) == 0
	})
}
