package seeds

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/seeds/plan"
)

// documentIDs are the ids of all units, read from the document by hand.
// Headings have a * behind.
const documentIDs = `
CC.1 CC.2 CC.3 CC.4 CC.5 CC.6
D1 D2 D3 D4
NN CK
I* I.1 I.2 I.3 I.4
II* II.1 II.2
II.3* II.3.1 II.3.2 II.3.3 II.3.4 II.3.5 II.3.6 II.3.7
II.4* II.4.1 II.4.2
II.5 II.6 II.7 II.8 II.9
II.10* II.10.1 II.10.2 II.10.3 II.10.4 II.10.5
III*
III.1* III.1.1 III.1.2 III.1.3 III.1.4 III.1.5 III.1.6 III.1.7 III.1.8 III.1.9 III.1.10 III.1.11 III.1.12
III.2* III.2.1 III.2.2 III.2.3 III.2.4 III.2.5 III.2.6 III.2.7 III.2.8 III.2.9 III.2.10 III.2.11
III.3* III.3.1 III.3.2 III.3.3 III.3.4 III.3.5 III.3.6 III.3.7 III.3.8 III.3.9 III.3.10 III.3.11 III.3.12 III.3.13
III.4* III.4.1 III.4.2 III.4.3 III.4.4 III.4.5 III.4.6 III.4.7 III.4.8 III.4.9 III.4.10
III.5* III.5.1 III.5.2 III.5.3 III.5.4 III.5.5 III.5.6 III.5.7 III.5.8 III.5.9 III.5.10 III.5.11 III.5.12 III.5.13
III.6* III.6.1 III.6.2 III.6.3 III.6.4 III.6.5 III.6.6 III.6.7
III.7* III.7.1 III.7.2 III.7.3 III.7.4 III.7.5 III.7.6 III.7.7 III.7.8 III.7.9 III.7.10 III.7.11 III.7.12 III.7.13 III.7.14
III.8* III.8.1 III.8.2
IV* IV.1 IV.2
V* V.1 V.2
V.3* V.3.1 V.3.2 V.3.3
V.4 V.5 V.6 V.7 V.8 V.9 V.10 V.11 V.12 V.13 V.14 V.15
V.KT
PL*
PL.1* PL.1.1 PL.1.2 PL.1.3
PL.1.4* PL.1.4.1 PL.1.4.2 PL.1.4.3
PL.1.5 PL.1.6 PL.1.7 PL.1.8 PL.1.9 PL.1.10 PL.1.11 PL.1.12 PL.1.13 PL.1.14
PL.2* PL.2.1 PL.2.2 PL.2.3 PL.2.4 PL.2.5 PL.2.6 PL.2.7 PL.2.8 PL.2.9 PL.2.10
PL.3* PL.3.1 PL.3.2 PL.3.3 PL.3.4 PL.3.5 PL.3.6 PL.3.7 PL.3.8 PL.3.9 PL.3.10
PL.3.11 PL.3.12 PL.3.13 PL.3.14 PL.3.15 PL.3.16 PL.3.17 PL.3.18 PL.3.19
PL.4* PL.4.1 PL.4.2 PL.4.3 PL.4.4 PL.4.5 PL.4.6 PL.4.7 PL.4.8 PL.4.9 PL.4.10 PL.4.11
PL.5* PL.5.1 PL.5.2 PL.5.3 PL.5.4 PL.5.5 PL.5.6 PL.5.7 PL.5.8 PL.5.9 PL.5.10
PL.5.11 PL.5.12 PL.5.13 PL.5.14 PL.5.15 PL.5.16
PL.6* PL.6.1 PL.6.2 PL.6.3 PL.6.4 PL.6.5 PL.6.6 PL.6.7 PL.6.8 PL.6.9 PL.6.10 PL.6.11 PL.6.12
PL.7* PL.7.1 PL.7.2 PL.7.3 PL.7.4 PL.7.5 PL.7.6 PL.7.7 PL.7.8 PL.7.9 PL.7.10
PL.7.11 PL.7.12 PL.7.13 PL.7.14 PL.7.15 PL.7.16 PL.7.17 PL.7.18
`

func TestIDs(t *testing.T) {
	t.Parallel()
	p := decision()
	var got []string
	tasks := 0
	for _, u := range p.Units {
		id := u.ID
		switch u.Kind {
		case plan.KindHeading:
			id += "*"
		case plan.KindTask:
			tasks++
		}
		got = append(got, id)
	}
	if diff := cmp.Diff(strings.Fields(documentIDs), got); diff != "" {
		t.Errorf("ids (-document +read):\n%s", diff)
	}
	if tasks != 102 {
		t.Errorf("%d tasks, the appendix has 102", tasks)
	}
}

func TestKinds(t *testing.T) {
	t.Parallel()
	p := decision()
	for _, u := range p.Units {
		if u.Kind == plan.KindHeading {
			continue
		}
		want := map[string]plan.Kind{
			"CC": plan.KindLegalBasis, "D1": plan.KindArticle, "D2": plan.KindArticle, "D3": plan.KindArticle, "D4": plan.KindArticle,
			"NN": plan.KindRecipients, "CK": plan.KindSignature, "I": plan.KindObjective, "II": plan.KindTarget,
			"III": plan.KindNarrativeTask, "IV": plan.KindFunding, "V": plan.KindAssignment, "PL": plan.KindTask,
		}[strings.SplitN(u.ID, ".", 2)[0]]
		if u.Kind != want {
			t.Errorf("%s is a %s, want %s", u.ID, u.Kind, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"CC.3":     "Căn cứ 3",
		"D2":       "Điều 2",
		"NN":       "Nơi nhận",
		"CK":       "phần chữ ký",
		"I.4":      "mục I.4",
		"II":       "mục II",
		"II.3":     "mục II.3",
		"II.3.2":   "chỉ tiêu II.3.2",
		"III.3.9":  "mục III.3.9",
		"IV.1":     "mục IV.1",
		"V.3.1":    "mục V.3.1",
		"V.KT":     "đoạn cuối mục V",
		"PL":       "Phụ lục",
		"PL.3":     "Phụ lục, STT 3",
		"PL.1.4":   "Phụ lục, STT 1.4",
		"PL.1.4.2": "Phụ lục, STT 1.4.2",
		"PL.1.14":  "Phụ lục, STT 1.14",
	} {
		if got := unitOf(t, id).Place(); got != want {
			t.Errorf("%s is at %q, want %q", id, got, want)
		}
	}
}

func TestHeadings(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]string{
		"II":     "II.1 II.2 II.3 II.4 II.5 II.6 II.7 II.8 II.9 II.10",
		"II.4":   "II.4.1 II.4.2",
		"III.8":  "III.8.1 III.8.2",
		"V.3":    "V.3.1 V.3.2 V.3.3",
		"PL":     "PL.1 PL.2 PL.3 PL.4 PL.5 PL.6 PL.7",
		"PL.1.4": "PL.1.4.1 PL.1.4.2 PL.1.4.3",
		"D1":     "",
		"":       "",
	} {
		p := decision()
		var got []string
		for _, u := range p.Children(heading) {
			got = append(got, u.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("under %q stand %v, want %s", heading, got, want)
		}
	}
	if _, ok := (&plan.Plan{}).Unit("D1"); ok {
		t.Error("an empty plan has a unit")
	}
}

// lineNumbers lists the lines of ranges.
func lineNumbers(ranges []plan.Lines) []int {
	var numbers []int
	for _, r := range ranges {
		for n := r.First; n <= r.Last; n++ {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// printLines is "3-4 6-6".
func printLines(ranges []plan.Lines) string {
	parts := make([]string, len(ranges))
	for i, r := range ranges {
		parts[i] = fmt.Sprintf("%d-%d", r.First, r.Last)
	}
	return strings.Join(parts, " ")
}
