package export

import (
	"fmt"
	"strings"
)

// Tally counts the due dates of a period by their state. What is waived is not
// counted.
type Tally struct {
	Period string // short: "Quý I"
	counts map[State]int
}

// Add counts one more due date.
func (t *Tally) Add(s State) {
	if t.counts == nil {
		t.counts = map[State]int{}
	}
	if s != "" && s != Waived {
		t.counts[s]++
	}
}

func (t Tally) total() int {
	n := 0
	for _, count := range t.counts {
		n += count
	}
	return n
}

// words are "Quý I: 18/22 đã nộp (82%), 3 quá hạn, 1 chưa nộp".
func (t Tally) words() string {
	if t.total() == 0 {
		return fmt.Sprintf(textTally, oneLine(t.Period), textNothingDue)
	}
	var parts []string
	if t.counts[Ahead] < t.total() {
		parts = append(parts, fmt.Sprintf(textDoneOf, t.counts[Done], t.total(), 100*t.counts[Done]/t.total()))
	}
	for _, s := range []State{Late, Nobody, Open, Ahead} {
		if n := t.counts[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, lowerFirst(stateWords[s])))
		}
	}
	return fmt.Sprintf(textTally, oneLine(t.Period), strings.Join(parts, ", "))
}
