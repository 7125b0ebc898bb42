package answer

import (
	"testing"

	"cchcbot/index"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// What any plan of the library writes is no slip of typing in a question about
// another.
func TestWordsOfOtherPlansAreRight(t *testing.T) {
	t.Parallel()
	if got := testAnswerer(t).Reader.Read("tối thểu bao nhiêu phần trăm", spring).Corrections; len(got) != 1 {
		t.Fatalf("corrected %v", got)
	}
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	other := *library.Plans[0]
	other.Number, other.Units = "1/KH-UBND", []plan.Unit{{ID: "I.1", Text: "Rà soát lểu thểu"}}
	library.Plans = append(library.Plans, &other)
	a, err := NewAnswerer(library)
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Reader.Read("tối thểu bao nhiêu phần trăm", spring).Corrections; len(got) > 0 {
		t.Errorf("corrected %v", got)
	}
}

// Each word of the plans and of the register is read as it stands.
func TestNoRightWordIsMended(t *testing.T) {
	t.Parallel()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range rightWords(library) {
		for _, c := range testAnswerer(t).Reader.Read(text, spring).Corrections {
			if w := index.Words(c.Typed, nil); len(w) == 1 && w[0].Marked() {
				t.Errorf("%q: %s is read as %s", text, c.Typed, c.Read)
			}
		}
	}
}
