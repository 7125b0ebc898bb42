package dialog

import "time"

// spring is when the messages of these tests are sent.
var spring = time.Date(2024, time.March, 5, 9, 0, 0, 0, time.FixedZone("+07", 7*60*60))

// at is nine in the morning of a day.
func at(day string) time.Time {
	t, err := time.Parse(time.RFC3339, day+"T09:00:00+07:00")
	if err != nil {
		panic(err)
	}
	return t
}
