package database

import "encoding/json"

// InJSON writes a value of the store's own making for the audit log.
func InJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// CleanAll cleans every word; no words are an empty list, not null.
func CleanAll(words []string) []string {
	cleaned := make([]string, len(words))
	for i, word := range words {
		cleaned[i] = Clean(word)
	}
	return cleaned
}
