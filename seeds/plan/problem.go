package plan

import "fmt"

// String is "file:line: message", the form that editors jump to. A problem
// with no line of its own is shown at the first line.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d: %s", p.File, max(p.Line, 1), p.Message)
}
