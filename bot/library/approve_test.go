package library

import (
	"testing"

	"cchcbot/bot/record"
)

// Who sent a plan never approves it; who settled something does only where every
// other administrator took part, too.
func TestMayApprove(t *testing.T) {
	t.Parallel()
	const sender, settler, other = 1, 2, 3
	for _, c := range []struct {
		name           string
		settled        []int64
		user           int64
		administrators []int64
		want           bool
	}{
		{"the sender alone", nil, sender, []int64{sender}, false},
		{"the sender of two, who settled", []int64{sender}, sender, []int64{sender, settler}, false},
		{"another of two", nil, settler, []int64{sender, settler}, true},
		{"the one who settled, of two", []int64{settler}, settler, []int64{sender, settler}, true},
		{"the one who settled, beside one who took no part", []int64{settler}, settler, []int64{sender, settler, other}, false},
		{"one who took no part", []int64{settler}, other, []int64{sender, settler, other}, true},
		{"all took part", []int64{settler, other}, other, []int64{sender, settler, other}, true},
	} {
		r := Reading{Settled: Settled{By: c.settled}}
		k := record.Plan{Proposed: record.Person{ID: sender}}
		if got := r.mayApprove(k, c.user, c.administrators); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
