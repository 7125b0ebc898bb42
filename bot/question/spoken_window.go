package question

import (
	"fmt"
	"time"

	"cchcbot/seeds/plan"
)

// spokenWindow makes a window of a phrase: of the day on which it is said, or of
// the year that the sentence is about.
type spokenWindow func(today plan.Date, year int) *Window

// spokenWindows are the windows that people name without a number of their own.
func spokenWindows() *phrases[spokenWindow] {
	p := &phrases[spokenWindow]{}
	monthFromNow := func(n int) spokenWindow {
		return func(d plan.Date, _ int) *Window {
			first := plan.Date{Year: d.Year, Month: d.Month + time.Month(n), Day: 1}.AddDays(0)
			return months(int(first.Month), int(first.Month), first.Year)
		}
	}
	quarterFromNow := func(n int) spokenWindow {
		return func(d plan.Date, _ int) *Window {
			first := plan.Date{Year: d.Year, Month: d.Month + time.Month(3*n), Day: 1}.AddDays(0)
			return quarters(quarterOf(first), quarterOf(first), first.Year)
		}
	}
	day := func(n int, label string) spokenWindow {
		return func(d plan.Date, _ int) *Window { return days(d.AddDays(n), 0, label) }
	}
	ofYear := func(first, last int, label string) spokenWindow {
		return func(_ plan.Date, year int) *Window {
			w := months(first, last, year)
			w.Label = fmt.Sprintf(label, year)
			return w
		}
	}
	p.addLines("tháng này, trong tháng này", monthFromNow(0))
	p.addLines("tháng sau, tháng tới, tháng kế tiếp", monthFromNow(1))
	p.addLines("tháng trước, tháng rồi, tháng vừa rồi, tháng vừa qua", monthFromNow(-1))
	p.addLines("quý này, trong quý này", quarterFromNow(0))
	p.addLines("quý sau, quý tới", quarterFromNow(1))
	p.addLines("quý trước, quý rồi, quý vừa rồi, quý vừa qua", quarterFromNow(-1))
	p.addLines("6 tháng đầu năm, sáu tháng đầu năm, nửa đầu năm, nửa năm đầu", ofYear(1, 6, "6 tháng đầu năm %d"))
	p.addLines("6 tháng cuối năm, sáu tháng cuối năm, nửa cuối năm, nửa năm cuối", ofYear(7, 12, "6 tháng cuối năm %d"))
	p.addLines("đầu năm", ofYear(1, 3, "đầu năm (quý I) %d"))
	p.addLines("giữa năm", ofYear(6, 7, "giữa năm (tháng 6, tháng 7) %d"))
	p.addLines("tháng cuối năm", ofYear(12, 12, "tháng 12 năm %d"))
	p.addLines("tháng đầu năm", ofYear(1, 1, "tháng 1 năm %d"))
	p.addLines("cuối năm, cuối năm nay", ofYear(12, 12, "tháng 12 năm %d"))
	p.addLines("cả năm, trong cả năm, suốt năm", ofYear(1, 12, "năm %d"))
	p.addLines("tuần này, trong tuần này", func(d plan.Date, _ int) *Window { return days(d, 6-mondayBased(d), "tuần này") })
	p.addLines("tuần sau, tuần tới", func(d plan.Date, _ int) *Window {
		return days(d.AddDays(7-mondayBased(d)), 6, "tuần sau")
	})
	p.addLines("ngày mai, mai, bữa mai, sáng mai, chiều mai, hôm sau", day(1, "ngày mai"))
	p.addLines("ngày mốt, bữa mốt, ngày kia, mai mốt", day(2, "ngày mốt"))
	p.addLines("hôm qua, ngày hôm qua, bữa qua, chiều qua", day(-1, "hôm qua"))
	p.addLines("hôm kia, ngày hôm kia, bữa kia", day(-2, "hôm kia"))
	p.addLines("tuần trước, tuần rồi, tuần qua, tuần vừa rồi, tuần vừa qua", func(d plan.Date, _ int) *Window {
		return days(d.AddDays(-7-mondayBased(d)), 6, "tuần trước")
	})
	p.addLines("cuối tuần, cuối tuần này, hết tuần, hết tuần này", func(d plan.Date, _ int) *Window {
		return days(d, 6-mondayBased(d), "từ nay đến hết tuần này")
	})
	p.addLines("hôm nay, bữa nay, ngày hôm nay, sáng nay, chiều nay, trưa nay, tối nay", func(d plan.Date, _ int) *Window { return days(d, 0, "hôm nay") })
	p.addLines("sắp đến hạn, sắp tới hạn, sắp hết hạn, gần đến hạn, sắp tới", func(d plan.Date, _ int) *Window {
		return days(d, soon, fmt.Sprintf("%d ngày tới", soon))
	})
	return p
}
