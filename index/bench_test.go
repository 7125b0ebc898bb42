package index

import (
	"context"
	"testing"

	"github.com/blevesearch/bleve/v2"
)

const benchmarked = "số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực cấp xã tối thiểu bao nhiêu phần trăm"

func BenchmarkBuild(b *testing.B) {
	l := library(b)
	short := official(l)
	for b.Loop() {
		ix, err := Build(l.Plans[0], l.Register, short, NewConcepts(l.Concepts, short))
		if err != nil {
			b.Fatal(err)
		}
		if err := ix.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	ix, q := decision6004(b), asking(benchmarked)
	q.Limit = 10
	for b.Loop() {
		if _, err := ix.Search(context.Background(), q); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMatchQuery is Bleve's own match query on the same units: what the
// ranking costs is the difference.
func BenchmarkMatchQuery(b *testing.B) {
	ix := decision6004(b)
	for b.Loop() {
		match := bleve.NewMatchQuery(benchmarked)
		match.SetField(fieldText)
		if _, err := ix.words.Search(bleve.NewSearchRequest(match)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDuties(b *testing.B) {
	ix := decision6004(b)
	agency, _ := ix.Register().Agency("so-noi-vu")
	for b.Loop() {
		ix.Plan().Duties(agency)
	}
}
