package deadline_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"cchcbot/seeds"
	"cchcbot/seeds/deadline"
	"cchcbot/seeds/plan"
)

func date(s string) plan.Date {
	d, err := plan.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// due is one expected occurrence.
func due(kind plan.DeadlineKind, period, from, to, product string) plan.Occurrence {
	return plan.Occurrence{Kind: kind, Period: period, From: date(from), Due: date(to), Product: product}
}

// step is one expected milestone.
func step(kind plan.DeadlineKind, words, product string) plan.Milestone {
	return plan.Milestone{Kind: kind, Words: words, Product: product}
}

func event(words, after string) plan.Milestone {
	return plan.Milestone{Kind: plan.DeadlineOnEvent, Words: words, After: after}
}

// Occurrences that several cells share.
func firstQuarter(product string) plan.Occurrence {
	return due(plan.DeadlineQuarter, "Quý I năm 2024", "2024-01-01", "2024-03-31", product)
}

func november(product string) plan.Occurrence {
	return due(plan.DeadlineMonth, "tháng 11 năm 2024", "2024-11-01", "2024-11-30", product)
}

var (
	october = due(plan.DeadlineMonth, "tháng 10 năm 2024", "2024-10-01", "2024-10-31", "")

	fourQuarters = []plan.Occurrence{
		due(plan.DeadlineQuarterly, "Quý I năm 2024", "2024-01-01", "2024-03-31", ""),
		due(plan.DeadlineQuarterly, "Quý II năm 2024", "2024-04-01", "2024-06-30", ""),
		due(plan.DeadlineQuarterly, "Quý III năm 2024", "2024-07-01", "2024-09-30", ""),
		due(plan.DeadlineQuarterly, "Quý IV năm 2024", "2024-10-01", "2024-12-31", ""),
	}
)

// deadlineCase is a cell "Thời gian hoàn thành" as it is printed, the first
// task that has it, and what it means.
type deadlineCase struct {
	task, words string
	kind        plan.DeadlineKind
	steps       []plan.Milestone
	dates       []plan.Occurrence
}

// deadlineCells are the 23 distinct cells of the document; one is empty.
var deadlineCells = []deadlineCase{
	{
		"1.1", "Khi có phát sinh", plan.DeadlineOnEvent,
		[]plan.Milestone{event("Khi có phát sinh", "phát sinh")}, nil,
	},
	{
		"1.2", "Khi có văn bản chỉ đạo của Trung ương", plan.DeadlineOnEvent,
		[]plan.Milestone{event("Khi có văn bản chỉ đạo của Trung ương", "văn bản chỉ đạo của Trung ương")}, nil,
	},
	{
		"1.3", "Theo hướng dẫn của Bộ Nội vụ, Sở Nội vụ", plan.DeadlineOnEvent,
		[]plan.Milestone{event("Theo hướng dẫn của Bộ Nội vụ, Sở Nội vụ", "hướng dẫn của Bộ Nội vụ, Sở Nội vụ")}, nil,
	},
	{
		"1.4.1", "Quý I: trình kế hoạch\nQuý II và quý III năm 2024 tiến hành kiểm tra và báo cáo kết quả",
		plan.DeadlineMilestones,
		[]plan.Milestone{
			step(plan.DeadlineQuarter, "Quý I: trình kế hoạch", "trình kế hoạch"),
			step(plan.DeadlineQuarter, "Quý II và quý III năm 2024 tiến hành kiểm tra và báo cáo kết quả",
				"tiến hành kiểm tra và báo cáo kết quả"),
		},
		[]plan.Occurrence{
			firstQuarter("trình kế hoạch"),
			due(plan.DeadlineQuarter, "Quý II, III năm 2024", "2024-04-01", "2024-09-30", "tiến hành kiểm tra và báo cáo kết quả"),
		},
	},
	{
		"1.4.2", "Hoàn thành trong tháng 10 năm 2024", plan.DeadlineMonth,
		[]plan.Milestone{step(plan.DeadlineMonth, "Hoàn thành trong tháng 10 năm 2024", "")},
		[]plan.Occurrence{october},
	},
	{
		"1.5", "Theo Kế hoạch được duyệt", plan.DeadlineOnEvent,
		[]plan.Milestone{event("Theo Kế hoạch được duyệt", "Kế hoạch được duyệt")}, nil,
	},
	{
		"1.6", "Sau khi công bố Chỉ số CCHC", plan.DeadlineOnEvent,
		[]plan.Milestone{event("Sau khi công bố Chỉ số CCHC", "công bố Chỉ số CCHC")}, nil,
	},
	{
		"1.7", "Trong năm 2024 và các năm tiếp theo", plan.DeadlineYearly,
		[]plan.Milestone{step(plan.DeadlineYearly, "Trong năm 2024 và các năm tiếp theo", "")},
		[]plan.Occurrence{due(plan.DeadlineYearly, "năm 2024", "2024-01-01", "2024-12-31", "")},
	},
	{
		"1.8", "Trong năm 2024", plan.DeadlineWithinYear,
		[]plan.Milestone{step(plan.DeadlineWithinYear, "Trong năm 2024", "")},
		[]plan.Occurrence{due(plan.DeadlineWithinYear, "năm 2024", "2024-01-01", "2024-12-31", "")},
	},
	{
		"1.9", "Quý II năm 2024 ban hành kế hoạch Hoàn thành trong tháng 11 năm 2024", plan.DeadlineMilestones,
		[]plan.Milestone{
			step(plan.DeadlineQuarter, "Quý II năm 2024 ban hành kế hoạch", "ban hành kế hoạch"),
			step(plan.DeadlineMonth, "Hoàn thành trong tháng 11 năm 2024", ""),
		},
		[]plan.Occurrence{
			due(plan.DeadlineQuarter, "Quý II năm 2024", "2024-04-01", "2024-06-30", "ban hành kế hoạch"), november(""),
		},
	},
	{
		"1.10", "Thường xuyên", plan.DeadlineContinuous,
		[]plan.Milestone{step(plan.DeadlineContinuous, "Thường xuyên", "")}, nil,
	},
	{
		"1.13", "Quý I năm 2024", plan.DeadlineQuarter,
		[]plan.Milestone{step(plan.DeadlineQuarter, "Quý I năm 2024", "")},
		[]plan.Occurrence{firstQuarter("")},
	},
	{
		"1.14", "Hàng quý", plan.DeadlineQuarterly,
		[]plan.Milestone{step(plan.DeadlineQuarterly, "Hàng quý", "")}, fourQuarters,
	},
	{
		"2.3", "Quý I năm 2024: trình và triển khai Kế hoạch\nTrong tháng 10 năm 2024: Các sản phẩm còn lại",
		plan.DeadlineMilestones,
		[]plan.Milestone{
			step(plan.DeadlineQuarter, "Quý I năm 2024: trình và triển khai Kế hoạch", "trình và triển khai Kế hoạch"),
			step(plan.DeadlineMonth, "Trong tháng 10 năm 2024: Các sản phẩm còn lại", "Các sản phẩm còn lại"),
		},
		[]plan.Occurrence{
			firstQuarter("trình và triển khai Kế hoạch"),
			due(plan.DeadlineMonth, "tháng 10 năm 2024", "2024-10-01", "2024-10-31", "Các sản phẩm còn lại"),
		},
	},
	{
		"2.6", "Thực hiện định kỳ 06 tháng trong năm 2024", plan.DeadlineHalfYearly,
		[]plan.Milestone{{
			Kind: plan.DeadlineHalfYearly, Words: "Thực hiện định kỳ 06 tháng trong năm 2024", OnlyIn: 2024,
		}},
		[]plan.Occurrence{
			due(plan.DeadlineHalfYearly, "6 tháng đầu năm 2024", "2024-01-01", "2024-06-30", ""),
			due(plan.DeadlineHalfYearly, "6 tháng cuối năm 2024", "2024-07-01", "2024-12-31", ""),
		},
	},
	{
		"3.11", "Quý I năm 2024: ban hành Kế hoạch. Quý II, III năm 2024: tổ chức thực hiện", plan.DeadlineMilestones,
		[]plan.Milestone{
			step(plan.DeadlineQuarter, "Quý I năm 2024: ban hành Kế hoạch", "ban hành Kế hoạch"),
			step(plan.DeadlineQuarter, "Quý II, III năm 2024: tổ chức thực hiện", "tổ chức thực hiện"),
		},
		[]plan.Occurrence{
			firstQuarter("ban hành Kế hoạch"),
			due(plan.DeadlineQuarter, "Quý II, III năm 2024", "2024-04-01", "2024-09-30", "tổ chức thực hiện"),
		},
	},
	{
		"3.15", "Quý I năm 2024: ban hành Kế hoạch", plan.DeadlineQuarter,
		[]plan.Milestone{step(plan.DeadlineQuarter, "Quý I năm 2024: ban hành Kế hoạch", "ban hành Kế hoạch")},
		[]plan.Occurrence{firstQuarter("ban hành Kế hoạch")},
	},
	{
		"3.17", "Khi phát sinh Định kỳ hàng quý", plan.DeadlineMilestones,
		[]plan.Milestone{event("Khi phát sinh", "phát sinh"), step(plan.DeadlineQuarterly, "Định kỳ hàng quý", "")},
		fourQuarters,
	},
	{
		"5.16", "Quý I năm 2024: Thông báo lịch kiểm tra công vụ\nKiểm tra thường xuyên trong năm 2024\nBáo cáo trong tháng 11 năm 2024",
		plan.DeadlineMilestones,
		[]plan.Milestone{
			step(plan.DeadlineQuarter, "Quý I năm 2024: Thông báo lịch kiểm tra công vụ", "Thông báo lịch kiểm tra công vụ"),
			step(plan.DeadlineContinuous, "Kiểm tra thường xuyên trong năm 2024", "Kiểm tra"),
			step(plan.DeadlineMonth, "Báo cáo trong tháng 11 năm 2024", "Báo cáo"),
		},
		[]plan.Occurrence{firstQuarter("Thông báo lịch kiểm tra công vụ"), november("Báo cáo")},
	},
	{
		"6.3", "Trong Quý I năm 2024", plan.DeadlineQuarter,
		[]plan.Milestone{step(plan.DeadlineQuarter, "Trong Quý I năm 2024", "")},
		[]plan.Occurrence{firstQuarter("")},
	},
	{
		"6.4", "Quý I năm 2024: Ban hành Kế hoạch", plan.DeadlineQuarter,
		[]plan.Milestone{step(plan.DeadlineQuarter, "Quý I năm 2024: Ban hành Kế hoạch", "Ban hành Kế hoạch")},
		[]plan.Occurrence{firstQuarter("Ban hành Kế hoạch")},
	},
	{
		"6.10", "Quý I năm 2024: Ban hành Kế hoạch\nKiểm tra thường xuyên trong năm 2024\nBáo cáo trong tháng 11 năm 2024",
		plan.DeadlineMilestones,
		[]plan.Milestone{
			step(plan.DeadlineQuarter, "Quý I năm 2024: Ban hành Kế hoạch", "Ban hành Kế hoạch"),
			step(plan.DeadlineContinuous, "Kiểm tra thường xuyên trong năm 2024", "Kiểm tra"),
			step(plan.DeadlineMonth, "Báo cáo trong tháng 11 năm 2024", "Báo cáo"),
		},
		[]plan.Occurrence{firstQuarter("Ban hành Kế hoạch"), november("Báo cáo")},
	},
	{"7.7", "", plan.DeadlineNone, nil, nil},
}

func TestParseDeadline(t *testing.T) {
	t.Parallel()
	for _, tt := range deadlineCells {
		got, err := deadline.Parse(tt.words, 2024)
		if err != nil {
			t.Errorf("%s: %v", tt.task, err)
		}
		want := plan.Deadline{Words: tt.words, Kind: tt.kind, Milestones: tt.steps, Occurrences: tt.dates}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.task, diff)
		}
	}
}

// The table holds every deadline of the document and no other.
func TestDeadlineTableCoversTheDocument(t *testing.T) {
	t.Parallel()
	library, _, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	document, table := map[string]string{}, map[string]string{}
	for _, u := range library.Plans[len(library.Plans)-1].Units {
		if _, known := document[u.Deadline.Words]; u.Kind == plan.KindTask && !known {
			document[u.Deadline.Words] = u.Number
		}
	}
	for _, c := range deadlineCells {
		table[c.words] = c.task
	}
	if diff := cmp.Diff(document, table); diff != "" {
		t.Errorf("deadlines (-document +table):\n%s", diff)
	}
}
