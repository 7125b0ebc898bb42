package remind

import (
	"testing"
	"time"

	"github.com/robfig/cron/v3"
)

// The cron library is used for its schedules alone: its chains do not do what
// they say. After one panic SkipIfStillRunning skips for ever, even with Recover
// around it.
func TestCronSkipsForEverAfterAPanic(t *testing.T) {
	t.Parallel()
	runs := 0
	job := cron.NewChain(cron.Recover(cron.DiscardLogger), cron.SkipIfStillRunning(cron.DiscardLogger)).
		Then(cron.FuncJob(func() {
			runs++
			panic("a slip")
		}))
	job.Run()
	job.Run()
	if runs != 1 {
		t.Errorf("ran %d times: the library keeps its word now", runs)
	}
}

// A schedule that never comes has the zero time as its next, which lies before
// every other.
func TestCronScheduleThatNeverComes(t *testing.T) {
	t.Parallel()
	never, err := cron.ParseStandard("0 0 31 2 *")
	if err != nil {
		t.Fatal(err)
	}
	if next := never.Next(time.Now()); !next.IsZero() {
		t.Errorf("the 31st of February is %s", next)
	}
}

// The tick comes at each full minute.
func TestEveryMinute(t *testing.T) {
	t.Parallel()
	schedule, err := cron.ParseStandard(everyMinute)
	if err != nil {
		t.Fatal(err)
	}
	from := time.Date(2024, 3, 22, 8, 29, 30, 0, vietnam)
	if next := schedule.Next(from); !next.Equal(from.Add(30 * time.Second)) {
		t.Errorf("after %s comes %s", from, next)
	}
}
