package index

import (
	"fmt"
	"strings"
	"testing"

	"cchcbot/index/vi"
	"cchcbot/seeds/plan"
)

// few is a register of some concepts.
func few() *Concepts {
	return NewConcepts([]plan.Concept{
		{ID: "bao-chi", Formal: []string{"báo chí"}, Everyday: []string{"nhà báo", "tòa soạn", "nhà báo nước ngoài"}},
		{ID: "nguoi-dung-dau", Formal: []string{"người đứng đầu"}, Everyday: []string{"sếp", "ủy quyền cho sếp"}},
		{ID: "so-tai-chinh", Formal: []string{"sở tài chính"}, Everyday: []string{"bên tài chính"}},
		{ID: "nha-bao", Formal: []string{"nhà bạo"}, Everyday: []string{"bạo nhà"}},
	}, nil)
}

// A concept is found by whole syllables, the longest phrase first, with any
// placing of the tone mark and any punctuation.
func TestFindConcepts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"mời nhà báo tới":      "1-3 bao-chi 1.00",
		"TÒA SOẠN, toà soạn":   "0-2 bao-chi 1.00, 2-4 bao-chi 1.00",
		"nhà báo nước ngoài":   "0-4 bao-chi 1.00",
		"uỷ quyền cho \"sếp\"": "0-4 nguoi-dung-dau 1.00",
		"người, đứng đầu":      "0-3 nguoi-dung-dau 1.00",
		"nguoi dung dau":       "0-3 nguoi-dung-dau 0.80",
		"sep":                  "0-1 nguoi-dung-dau 0.40",            // may be many words
		"nha bao":              "0-2 bao-chi 0.40, 0-2 nha-bao 0.40", // either
		"nhà báo, nhà bạo":     "0-2 bao-chi 1.00, 2-4 nha-bao 1.00",
		"nhà bão":              "",
		"báo chính":            "",
		"sở tài chính":         "0-3 so-tai-chinh 1.00",
		"cơ sở tài chính":      "",
		"co so tai chinh":      "",
		"trụ sở tài chính":     "",
		"xếp hàng":             "",
	} {
		var got []string
		for _, m := range few().Find(Words(text, nil), nil) {
			got = append(got, fmt.Sprintf("%d-%d %s %.2f", m.From, m.To, m.ID, m.Sure))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

// Words that are not free are no part of a phrase; no register finds nothing.
func TestFindConceptsAmongFreeWords(t *testing.T) {
	t.Parallel()
	words := Words("nhà báo nước ngoài", nil)
	found := few().Find(words, func(i int) bool { return i < 2 })
	if len(found) != 1 || found[0].To != 2 || found[0].Formal {
		t.Errorf("got %+v", found)
	}
	if found := (*Concepts)(nil).Find(words, nil); found != nil {
		t.Errorf("got %+v of no register", found)
	}
}

// A unit is found by the everyday word for what it says formally; a thing of
// which no unit speaks is not made up of the words for it.
func TestSearchByConcepts(t *testing.T) {
	t.Parallel()
	l := library(t)
	concepts := NewConcepts(l.Concepts, official(l))
	asking := func(topic string) Query {
		q := asking(topic)
		q.Concepts = concepts.Find(Words(topic, nil), nil)
		return q
	}
	// PL.4.6 and III.4.7 say "tinh giản biên chế" and no word of these.
	hits := find(t, asking("cắt bớt người"))
	if len(hits) == 0 || hits[0].Unit.ID != "PL.4.6" || hits[0].Coverage < 0.5 {
		t.Errorf("found %+v", hits[:min(1, len(hits))])
	}
	said := asking("cổng dịch vụ công")
	if telling, foreign := decision6004(t).sortConcepts(said); len(telling)+len(foreign) > 0 {
		t.Errorf("what the plan says itself needs no concept: %v, %v", telling, foreign)
	}
}

// FuzzFindConcepts holds that mentions are in order, within the words, and apart
// where they are not of the same words.
func FuzzFindConcepts(f *testing.F) {
	f.Add("mời nhà báo nước ngoài tới cơ sở tài chính, uỷ quyền cho sếp")
	concepts := few()
	f.Fuzz(func(t *testing.T, text string) {
		words, from, end := Words(text, nil), 0, 0
		for _, m := range concepts.Find(words, nil) {
			same := m.From == from && m.To == end
			if m.From < end && !same || m.To <= m.From || m.To > len(words) || m.Sure <= 0 || m.Sure > 1 {
				t.Errorf("%q: %+v behind %d of %d words", text, m, end, len(words))
			}
			from, end = m.From, m.To
		}
	})
}

// The register puts tone marks where texts have them after reading.
func TestConceptsAreNormal(t *testing.T) {
	t.Parallel()
	for _, c := range library(t).Concepts {
		for _, word := range c.Words() {
			if normal := vi.Normalize(word); word != normal {
				t.Errorf("%s: %q, want %q", c.ID, word, normal)
			}
		}
	}
}
