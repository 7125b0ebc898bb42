package plan

// Deadline is what the document says about time: its words and their meaning.
type Deadline struct {
	Words       string       `json:"words"` // the cell as printed, corrected; items separated by "\n"; "" where it is empty
	Kind        DeadlineKind `json:"kind"`
	Milestones  []Milestone  `json:"milestones,omitempty"`  // what the words mean, one entry a statement; empty for kind none
	Occurrences []Occurrence `json:"occurrences,omitempty"` // the due dates in the plan's year, by date
}

// DeadlineKind is the meaning of one statement of time.
type DeadlineKind string

// The kinds of deadlines. A Deadline of several statements is Milestones as a
// whole, and each of its Milestones has a kind of its own.
const (
	DeadlineNone       DeadlineKind = "none"        // the document is silent, or its words tell no time
	DeadlineWithinYear DeadlineKind = "within_year" // "Trong năm 2024"
	DeadlineYearly     DeadlineKind = "yearly"      // "Trong năm 2024 và các năm tiếp theo"
	DeadlineQuarter    DeadlineKind = "quarter"     // "Quý I năm 2024"
	DeadlineMonth      DeadlineKind = "month"       // "Hoàn thành trong tháng 10 năm 2024"
	DeadlineDay        DeadlineKind = "day"         // "Trước ngày 15 tháng 10 năm 2024"
	DeadlineWeekly     DeadlineKind = "weekly"      // "Hàng tuần", "Thứ Sáu hằng tuần"
	DeadlineMonthly    DeadlineKind = "monthly"     // "Hàng tháng"
	DeadlineQuarterly  DeadlineKind = "quarterly"   // "Hàng quý"
	DeadlineHalfYearly DeadlineKind = "half_yearly" // "định kỳ 06 tháng"
	DeadlineContinuous DeadlineKind = "continuous"  // "Thường xuyên"
	DeadlineOnEvent    DeadlineKind = "on_event"    // "Khi có phát sinh", "Theo Kế hoạch được duyệt"
	DeadlineDaysAfter  DeadlineKind = "days_after"  // "30 ngày kể từ ngày …"
	DeadlineMilestones DeadlineKind = "milestones"
)

// Milestone is one statement of time within a Deadline.
type Milestone struct {
	Kind    DeadlineKind `json:"kind"`
	Words   string       `json:"words"`             // the statement as printed
	Product string       `json:"product,omitempty"` // what is due then, where the statement says it: "trình và triển khai Kế hoạch"
	Days    int          `json:"days,omitempty"`    // for DaysAfter
	After   string       `json:"after,omitempty"`   // for DaysAfter and OnEvent: the event, in the document's words
	Month   int          `json:"month,omitempty"`   // the month of a yearly date: "trước 30/6 hằng năm"
	Day     int          `json:"day,omitempty"`     // the day by which a recurring period is due: "ngày 25 hằng tháng"
	Weekday int          `json:"weekday,omitempty"` // the day of a weekly date, 1 for Monday to 7
	Later   bool         `json:"later,omitempty"`   // Day is one of the month after the period: "trước ngày 05 tháng sau"
	OnlyIn  int          `json:"only_in,omitempty"` // the year that a recurring statement is limited to: "định kỳ 06 tháng trong năm 2024"
}

// Occurrence is one due date of a Deadline (kỳ).
type Occurrence struct {
	Kind    DeadlineKind `json:"kind"`
	Period  string       `json:"period"`            // "Quý I năm 2024", "tháng 10 năm 2024", "năm 2024"
	Product string       `json:"product,omitempty"` // as in its Milestone
	From    Date         `json:"from"`              // first day of the period
	Due     Date         `json:"due"`               // last day of the period
}
