package plan

import "strings"

// Fold is the form in which words are compared: small letters without marks,
// single-spaced.
func Fold(s string) string { return strings.Join(strings.Fields(fold(CleanText(s))), " ") }
