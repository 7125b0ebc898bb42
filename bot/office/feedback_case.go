package office

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"cchcbot/bot/record"
)

// feedbackCase is feedback as a line of a relevance file, still to be judged:
// someone who reads the document fills in what is accepted. Who gave it is not
// told.
type feedbackCase struct {
	ID       string   `json:"id"`
	Question string   `json:"q"`
	Kind     string   `json:"kind"`
	Accept   []string `json:"accept"`
	Must     []string `json:"must"`
	Note     string   `json:"note"`
}

// WriteFeedback writes feedback as relevance cases, one a line.
func WriteFeedback(w io.Writer, list []record.Feedback) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for i, f := range list {
		if err := encoder.Encode(caseOf(i+1, f)); err != nil {
			return fmt.Errorf("write feedback: %w", err)
		}
	}
	return nil
}

func caseOf(n int, f record.Feedback) feedbackCase {
	said := "nothing more"
	if f.Text != "" {
		said = "“" + f.Text + "”"
	}
	answered := "nothing"
	if len(f.Units) > 0 {
		answered = strings.Join(f.Units, " ")
	}
	return feedbackCase{
		ID: "fb-" + strconv.Itoa(n), Question: f.Question, Accept: []string{}, Must: []string{},
		Note: fmt.Sprintf("user said %s; bot answered %s", said, answered),
	}
}
