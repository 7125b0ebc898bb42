package main

import (
	"bytes"
	"errors"
	"testing"

	"cchcbot/bot/simulator"
	"cchcbot/bot/store"
)

// Whoever opens the page in a later year goes through the days that it offers,
// and finds on each of them what its name promises.
func TestMomentsHaveSomethingToShow(t *testing.T) {
	t.Parallel()
	r := rehearse(t, "2026-11-26T09:00:00+07:00")
	c, err := newClock()
	if err != nil {
		t.Fatal(err)
	}
	promises := []struct {
		name  string
		who   int64
		words string
	}{
		{"Trước hạn quý I", simulator.FocalPerson, "Hạn Chủ nhật, 31/03/2024 (còn 13 ngày"},
		{"Ngày làm việc cuối", simulator.FocalPerson, "hôm nay là ngày làm việc cuối"},
		{"Nhắc việc quá hạn", simulator.FocalPerson, "Quá hạn ("},
		{"Báo lãnh đạo đơn vị", simulator.Leader, "Quá hạn ("},
	}
	offered := moments(c.zone)
	if len(offered) != len(promises) {
		t.Fatalf("%d moments, want %d", len(offered), len(promises))
	}
	for i, p := range promises {
		if offered[i].Name != p.name {
			t.Errorf("moment %d is called %q, want %q", i, offered[i].Name, p.name)
		}
		if err := r.world.SetNow(offered[i].At); err != nil {
			t.Fatal(err)
		}
		r.reads(p.who, p.words)
	}
}

// A trial leaves alone what real people have left, however it is told to.
func TestTryOnADatabaseThatServed(t *testing.T) {
	t.Parallel()
	database := "sqlite:" + t.TempDir() + "/bot.db"
	memory, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(memory.Dedicate(t.Context(), store.ToServe), memory.Close()); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	err = run(t.Context(), []string{"try", "--addr", "127.0.0.1:0", "--database", database}, environment(nil), nil, &out, &out)
	if !errors.Is(err, store.ErrServed) {
		t.Errorf("%v\n%s", err, &out)
	}
}
