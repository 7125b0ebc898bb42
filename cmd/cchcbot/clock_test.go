package main

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func TestClockRunsOnFromWhereItWasSet(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c, err := newClock()
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		c.OnSet(func(back bool) { told = append(told, fmt.Sprint(c.Now().Format(time.DateTime), " back ", back)) })
		shows := func(want string) {
			t.Helper()
			if got := c.Now().Format(time.DateTime); got != want {
				t.Errorf("the clock shows %s, want %s", got, want)
			}
		}
		shows("2000-01-01 07:00:00") // a bubble of synctest begins at midnight UTC of that day
		c.Set(time.Date(2024, time.March, 18, 1, 29, 0, 0, time.UTC))
		shows("2024-03-18 08:29:00")
		time.Sleep(time.Minute)
		shows("2024-03-18 08:30:00")
		c.Set(time.Date(2023, time.December, 29, 0, 0, 0, 0, time.UTC))
		shows("2023-12-29 07:00:00")
		c.Set(time.Time{})
		shows("2000-01-01 07:01:00")
		want := []string{"2024-03-18 08:29:00 back false", "2023-12-29 07:00:00 back true", "2000-01-01 07:01:00 back true"}
		if len(told) != 3 || told[0] != want[0] || told[1] != want[1] || told[2] != want[2] {
			t.Errorf("told %q, want %q", told, want)
		}
	})
}
