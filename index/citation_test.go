package index

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every document that the plan rests on, and the units that say so, read from
// the text and its footnotes: type, number, units in the order of the plan.
const citedByHand = `
	quyet dinh          | 3637/qd-ubnd       | CC.2 III.1.5
	quyet dinh          | 1191/qd-ubnd       | CC.3 III.1.5
	chi thi             | 08/ct-ubnd         | CC.4 III.1.5
	chi thi             | 06/ct-ubnd         | CC.5 III.3.2 PL.3.1
	to trinh            | 6975/ttr-snv       | CC.6
	nghi quyet          | 98/2023/qh15       | I.4 III.2.2 PL.2.5 PL.6.5
	quyet dinh          | 41/2011/qd-ubnd    | II.10.4 PL.7.13
	quyet dinh          | 2563/qd-ubnd       | III.1.5
	quyet dinh          | 2709/qd-ubnd       | III.1.11 III.5.9 PL.1.9 PL.5.10
	quyet dinh          | 1029/qd-ubnd       | III.2.10 PL.2.8
	nghi quyet          | 131/nq-cp          | III.3.2 PL.3.1
	chi thi             | 27/ct-ttg          | III.3.2 PL.3.1
	quyet dinh          | 4324/qd-ubnd       | III.3.7 PL.3.6
	quyet dinh          | 766/qd-ttg         | III.3.8 PL.3.7
	nghi dinh           | 20/2008/nd-cp      | III.3.11 PL.3.17
	quyet dinh          | 31/2021/qd-ttg     | III.3.11 PL.3.17
	quyet dinh          | 24/2022/qd-ubnd    | III.3.11 PL.3.17
	nghi dinh           | 107/2020/nd-cp     | III.4.1
	nghi dinh           | 24/2014/nd-cp      | III.4.1
	nghi dinh           | 108/2020/nd-cp     | III.4.1
	nghi dinh           | 37/2014/nd-cp      | III.4.1
	nghi dinh           | 120/2020/nd-cp     | III.4.2 PL.4.2
	chuong trinh hanh dong | 33-ctrhd/tu     | III.4.2
	nghi quyet          | 19-nq/tw           | III.4.2
	nghi dinh           | 98/2014/nd-cp      | III.4.2
	nghi quyet          | 131/2020/qh14      | III.4.6 PL.4.7
	nghi quyet          | 1111/nq-ubtvqh14   | III.4.6 PL.4.7
	nghi dinh           | 111/2022/nd-cp     | III.4.7
	nghi dinh           | 29/2023/nd-cp      | III.4.7 PL.4.6
	quyet dinh          | 2536/qd-ubnd       | III.4.9
	nghi dinh           | 62/2020/nd-cp      | III.5.1
	nghi dinh           | 106/2020/nd-cp     | III.5.2 PL.5.2
	quyet dinh          | 893/qd-ttg         | III.5.3 PL.5.13
	ke hoach            | 1674/kh-ubnd       | III.5.3 PL.5.13
	quyet dinh          | 3242/qd-ubnd       | III.5.5 PL.5.6
	nghi dinh           | 140/2017/nd-cp     | III.5.6 PL.5.7
	quyet dinh          | 2679/qd-ubnd       | III.5.8 PL.5.9
	nghi quyet          | 08/2023/nq-hdnd    | III.5.12 PL.5.14
	nghi dinh           | 73/2023/nd-cp      | III.5.13 PL.5.15
	ke hoach            | 124-kh/tu          | III.5.13
	ke hoach            | 3815/kh-ubnd       | III.5.13
	ke hoach            | 5337/kh-ubnd       | III.5.13
	quyet dinh          | 06/qd-ttg          | III.7.7 PL.7.7
	ke hoach            | 922/kh-ubnd        | III.7.7 PL.7.7
	nghi dinh           | 42/2022/nd-cp      | III.7.11 PL.7.1
	thong tu            | 01/2018/tt-vpcp    | III.8.1
	nghi dinh           | 61/2018/nd-cp      | III.8.1
	quyet dinh          | 28/2018/qd-ttg     | PL.7.9
	nghi dinh           | 30/2020/nd-cp      | PL.7.9
`

// cited is one line of the table: a document and the units that rest on it.
type cited struct {
	Citation
	units []string
}

func citations() []cited {
	var all []cited
	for _, row := range fields(citedByHand, "|") {
		c := Citations(row[0] + " số " + row[1])
		all = append(all, cited{c[0], strings.Fields(strings.TrimPrefix(row[2], "-"))})
	}
	return all
}

// unitsOf are the units of the documents that fit, in the order of the plan.
func unitsOf(t *testing.T, fits func(Citation) bool) []string {
	t.Helper()
	var ids []string
	for _, c := range citations() {
		if fits(c.Citation) {
			ids = append(ids, c.units...)
		}
	}
	ix := decision6004(t)
	slices.SortFunc(ids, func(a, b string) int { return ix.ordinal[a] - ix.ordinal[b] })
	return slices.Compact(ids)
}

func TestCitingEveryDocument(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	for _, c := range citations() {
		for _, asked := range []struct {
			how  string
			ask  Citation
			want []string
		}{
			{"by its whole number", c.Citation, c.units},
			{"without its type", Citation{Number: c.Number, Year: c.Year, Full: c.Full}, c.units},
			{"by number", Citation{Number: c.Number}, unitsOf(t, func(d Citation) bool { return d.Number == c.Number })},
			{"by type and number", Citation{Type: c.Type, Number: c.Number}, unitsOf(t, func(d Citation) bool {
				return d.Type == c.Type && d.Number == c.Number
			})},
		} {
			if diff := cmp.Diff(asked.want, unitIDs(ix.Citing(asked.ask))); diff != "" {
				t.Errorf("%s %s (-document +index):\n%s", c.Full, asked.how, diff)
			}
		}
	}
}

// A year tells documents of the same number apart.
func TestCitingByYear(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	for _, c := range []struct{ number, year, want string }{
		{"98", "2023", "I.4 III.2.2 PL.2.5 PL.6.5"},
		{"98", "2014", "III.4.2"},
		{"24", "2014", "III.4.1"},
		{"24", "2022", "III.3.11 PL.3.17"},
		{"98", "", "I.4 III.2.2 III.4.2 PL.2.5 PL.6.5"},
		{"24", "", "III.3.11 III.4.1 PL.3.17"},
		{"6", "", "CC.5 III.3.2 III.7.7 PL.3.1 PL.7.7"}, // 06/CT-UBND and 06/QĐ-TTg
		{"131", "", "III.3.2 III.4.6 PL.3.1 PL.4.7"},
	} {
		got := unitIDs(ix.Citing(Citation{Number: c.number, Year: c.year}))
		if diff := cmp.Diff(strings.Fields(c.want), got); diff != "" {
			t.Errorf("%s/%s (-document +index):\n%s", c.number, c.year, diff)
		}
	}
}

// Nothing else is cited: a number that the table lacks is a number misread.
func TestNoOtherDocumentIsCited(t *testing.T) {
	t.Parallel()
	known := citations()
	for _, e := range decision6004(t).entries {
		for _, found := range e.citations {
			if found.Number == "6004" {
				continue // the decision itself, under the title of its appendix
			}
			if !slices.ContainsFunc(known, func(c cited) bool {
				return c.Citation == found && slices.Contains(c.units, e.unit.ID)
			}) {
				t.Errorf("%s cites %+v", e.unit.ID, found)
			}
		}
	}
}

func TestCitingNothing(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	for _, asked := range []Citation{
		{Number: "9999"}, {Type: "thong tu", Number: "107"}, {Number: "107", Year: "2019"}, {Number: "1", Full: "1/2018/nd-cp"}, {},
	} {
		if units := ix.Citing(asked); len(units) > 0 {
			t.Errorf("%+v is cited by %v", asked, unitIDs(units))
		}
	}
}

func TestCites(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	decree := Citations("Nghị định 29/2023/NĐ-CP")
	for id, want := range map[string]bool{"PL.4.6": true, "III.4.7": true, "PL.4.7": false, "PL.99": false} {
		if ix.Cites(id, decree) != want {
			t.Errorf("%s rests on it: %v, want %v", id, !want, want)
		}
	}
	if ix.Cites("PL.4.6", nil) {
		t.Error("a unit rests on no document in particular")
	}
}

func TestCitations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []Citation
	}{
		{"theo Nghị định số 107/2020/NĐ-CP ngày 14 tháng 9 năm 2020", []Citation{{"nghi dinh", "107", "2020", "107/2020/nd-cp"}}},
		{"nghi dinh 107/2020/nd-cp", []Citation{{"nghi dinh", "107", "2020", "107/2020/nd-cp"}}},
		{"Chỉ thị số 08/CT-UBND", []Citation{{"chi thi", "08", "", "08/ct-ubnd"}}},
		{"Kế hoạch số 124-KH/TU của Thành ủy", []Citation{{"ke hoach", "124", "", "124-kh/tu"}}},
		{"Chương trình hành động số 33-CTrHĐ/TU", []Citation{{"chuong trinh hanh dong", "33", "", "33-ctrhd/tu"}}},
		{"Nghị quyết số 98/2023/QH15 của Quốc hội", []Citation{{"nghi quyet", "98", "2023", "98/2023/qh15"}}},
		{"Tờ trình số 6975/TTr-SNV", []Citation{{"to trinh", "6975", "", "6975/ttr-snv"}}},
		{"28/2018/QĐ-TTg", []Citation{{"", "28", "2018", "28/2018/qd-ttg"}}},
		{
			"Quyết định số 31/2021/QĐ-TTg và Quyết định số 24/2022/QĐ-UBND",
			[]Citation{{"quyet dinh", "31", "2021", "31/2021/qd-ttg"}, {"quyet dinh", "24", "2022", "24/2022/qd-ubnd"}},
		},
		{"Quyết định số 06/QĐ-TTg … thực hiện Quyết định số 06/QĐ-TTg", []Citation{{"quyet dinh", "06", "", "06/qd-ttg"}}},
		{"Nghi\u0323 đi\u0323nh số 29/2023/NĐ-CP", []Citation{{"nghi dinh", "29", "2023", "29/2023/nd-cp"}}}, // decomposed
		{"ngày 12/7/2018", nil},
		{"đạt 98% trở lên", nil},
		{"ISO 9001:2015", nil},
		{"giai đoạn 2021 - 2025", nil},
		{"", nil},
	} {
		if diff := cmp.Diff(c.want, Citations(c.text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}
