package bot

import (
	"cchcbot/bot/question"
	"cchcbot/seeds/plan"
)

// directory tells which agency words or a button mean, and lets people choose
// one.
type directory struct {
	desk     *desk
	register *plan.Register
	reader   *question.Reader
	names    *nameBook
	groups   map[string]plan.Group // by folded name
}

// newDirectory makes a directory of a register.
func newDirectory(desk *desk, register *plan.Register, reader *question.Reader, names *nameBook) *directory {
	return &directory{desk: desk, register: register, reader: reader, names: names, groups: groupNames(register)}
}
