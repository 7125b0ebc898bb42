package answer

import (
	"sync"
	"testing"
	"time"

	"cchcbot/seeds"
)

var spring = at("2024-03-05")

// at is nine in the morning of a day.
func at(day string) time.Time {
	t, err := time.Parse(time.RFC3339, day+"T09:00:00+07:00")
	if err != nil {
		panic(err)
	}
	return t
}

var loadAnswerer = sync.OnceValues(func() (*Answerer, error) {
	library, _, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	return NewAnswerer(library)
})

// testAnswerer answers from the seeds; it is shared, as it remembers nothing.
func testAnswerer(t testing.TB) *Answerer {
	t.Helper()
	a, err := loadAnswerer()
	if err != nil {
		t.Fatal(err)
	}
	return a
}
