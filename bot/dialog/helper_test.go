package dialog

import "time"

// spring is when the messages of these tests are sent.
var spring = time.Date(2024, time.March, 5, 9, 0, 0, 0, time.FixedZone("+07", 7*60*60))
