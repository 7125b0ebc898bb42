package bot

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"cchcbot/bot/answer"
	"cchcbot/bot/dialog"
	"cchcbot/index/vi"
	"cchcbot/seeds"
	"cchcbot/seeds/plan"
)

// asked are the questions of the relevance cases, as people type them.
func asked(b *testing.B) []string {
	b.Helper()
	file, err := os.Open("testdata/relevance/tuning.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var questions []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var one struct {
			Question string `json:"q"`
		}
		if json.Unmarshal(lines.Bytes(), &one) == nil && one.Question != "" { // a comment is no JSON
			questions = append(questions, one.Question)
		}
	}
	return questions
}

// plainBleve is what a program without any of the house's understanding would
// do: the same units in a Bleve index of the same engine, with the Vietnamese
// analyzer, and a match query for the words as typed.
func plainBleve(b *testing.B, p *plan.Plan) func(question string) {
	b.Helper()
	m := bleve.NewIndexMapping()
	if err := vi.AddAnalyzers(m, nil); err != nil {
		b.Fatal(err)
	}
	m.DefaultAnalyzer = vi.Folded
	ix, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = ix.Close() })
	batch := ix.NewBatch()
	for _, u := range p.Units {
		words := strings.Join([]string{u.Text, u.Lead, u.Support, u.Product, u.Deadline.Words}, "\n")
		if err := batch.Index(u.ID, map[string]string{"words": words}); err != nil {
			b.Fatal(err)
		}
	}
	if err := ix.Batch(batch); err != nil {
		b.Fatal(err)
	}
	return func(question string) {
		match := bleve.NewMatchQuery(question)
		match.SetField("words")
		if _, err := ix.Search(bleve.NewSearchRequest(match)); err != nil {
			b.Fatal(err)
		}
	}
}

// answering returns what answers one question of an official of Sở Tư pháp.
func answering(b *testing.B, a *answer.Answerer) func(question string) {
	b.Helper()
	own, _ := a.Register.Agency("so-tu-phap")
	s := dialog.Situation{Now: at("2024-03-05"), Agency: &own}
	return func(question string) {
		if _, err := a.Answer(b.Context(), question, s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAnswer measures one question from its words to the text of the
// answer, over the relevance cases. "beside bleve" asks both in turns, so that
// the ratio holds however busy the machine is; run it with -benchtime=6000x, for
// every question to have a quiet moment.
func BenchmarkAnswer(b *testing.B) {
	questions, a := asked(b), testAnswerer(b)
	ours, plain := answering(b, a), plainBleve(b, a.Plan())
	for _, one := range []struct {
		name   string
		answer func(question string)
	}{{"cchcbot", ours}, {"bleve", plain}} {
		b.Run(one.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				one.answer(questions[i%len(questions)])
			}
		})
	}
	b.Run("beside bleve", func(b *testing.B) {
		mine, theirs := newStopwatch(len(questions)), newStopwatch(len(questions))
		for i := 0; b.Loop(); i = (i + 1) % len(questions) {
			mine.time(i, func() { ours(questions[i]) })
			theirs.time(i, func() { plain(questions[i]) })
		}
		mine.report(b, "cchcbot")
		theirs.report(b, "bleve")
		b.ReportMetric(mine.p99()/theirs.p99(), "p99/bleve")
		b.ReportMetric(mine.quietP99()/theirs.quietP99(), "quiet-p99/bleve")
	})
}

// stopwatch keeps how long each of some questions took, in microseconds.
type stopwatch struct {
	all      []float64
	quickest []float64 // of each question
}

func newStopwatch(questions int) *stopwatch {
	return &stopwatch{quickest: make([]float64, questions)}
}

func (s *stopwatch) time(question int, run func()) {
	began := time.Now()
	run()
	took := float64(time.Since(began)) / float64(time.Microsecond)
	s.all = append(s.all, took)
	if best := s.quickest[question]; best == 0 || took < best {
		s.quickest[question] = took
	}
}

// p99 is the 99th percentile of all answers, the machine's own pauses included.
func (s *stopwatch) p99() float64 { return percentile(s.all, 0.99) }

// quietP99 is the 99th percentile over the questions, each at its quickest:
// what the hardest questions cost where nothing else runs.
func (s *stopwatch) quietP99() float64 {
	return percentile(slices.DeleteFunc(slices.Clone(s.quickest), func(took float64) bool { return took == 0 }), 0.99)
}

func (s *stopwatch) report(b *testing.B, name string) {
	b.ReportMetric(percentile(s.all, 0.5), name+"-p50-µs")
	b.ReportMetric(s.p99(), name+"-p99-µs")
	b.ReportMetric(s.quietP99(), name+"-quiet-p99-µs")
}

func percentile(values []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}

// BenchmarkPlans measures what further plans cost: time and memory to load
// them, and the time of a question. They are copies of the document under other
// numbers, of years before it. Run it with -benchtime=1000x or so.
func BenchmarkPlans(b *testing.B) {
	const name = "6004-qd-ubnd-2024.txt"
	document, err := os.ReadFile(filepath.Join("..", "seeds", name))
	if err != nil {
		b.Fatal(err)
	}
	questions := asked(b)
	for _, plans := range []int{1, 100, 1000} {
		b.Run(fmt.Sprint(plans), func(b *testing.B) {
			before, began := heapInUse(), time.Now()
			library, _, err := seeds.Load()
			if err != nil {
				b.Fatal(err)
			}
			for i := 1; i < plans; i++ {
				copied, _, _, err := library.Open(name, []byte(renumbered(string(document), i)), seeds.Options{})
				if err != nil {
					b.Fatal(err)
				}
				library.Plans = append(library.Plans, copied)
			}
			a, err := answer.NewAnswerer(library)
			if err != nil {
				b.Fatal(err)
			}
			loaded, grown := time.Since(began), heapInUse()-before
			answer := answering(b, a)
			for i := 0; b.Loop(); i++ {
				answer(questions[i%len(questions)])
			}
			b.ReportMetric(loaded.Seconds()*1000/float64(plans), "load-ms/plan")
			b.ReportMetric(grown/float64(plans), "heap-MiB/plan")
			b.ReportMetric(grown, "heap-MiB")
			runtime.KeepAlive(library)
		})
	}
}

// renumbered is the document under another number, of an earlier year.
func renumbered(document string, n int) string {
	return strings.NewReplacer(
		"6004/QĐ-UBND", fmt.Sprintf("%d/QĐ-UBND", 10_000+n),
		"năm 2023", "năm 2022", "năm 2024", "năm 2023",
	).Replace(document)
}

// heapInUse is what is in use after a collection, in MiB.
func heapInUse() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}
