package question

import "cchcbot/seeds/plan"

// spanEnds are the ends of spans that people name without a date.
func spanEnds() *phrases[spokenWindow] {
	p := &phrases[spokenWindow]{}
	p.addLines("nay, giờ, bây giờ, hôm nay, hiện nay", func(d plan.Date, _ int) *Window { return days(d, 0, "") })
	p.addLines("cuối tháng, hết tháng, cuối tháng này, hết tháng này", func(d plan.Date, _ int) *Window { return months(int(d.Month), int(d.Month), d.Year) })
	p.addLines("cuối quý, hết quý, cuối quý này, hết quý này", func(d plan.Date, _ int) *Window { return quarters(quarterOf(d), quarterOf(d), d.Year) })
	p.addLines("cuối năm, hết năm, cuối năm nay, hết năm nay", func(d plan.Date, _ int) *Window { return months(12, 12, d.Year) })
	return p
}
