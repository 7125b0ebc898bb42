package export

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font"

	"cchcbot/seeds/plan"
)

func article(t testing.TB) Caption {
	t.Helper()
	return Caption{Title: "Bài viết CCHC hằng quý", About: "Phụ lục, STT 1.14 - QĐ 6004/QĐ-UBND", On: day(t, "2024-08-15")}
}

// decode reads a page back.
func decode(t testing.TB, page []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	if width := picture.Bounds().Dx(); width != 1080 {
		t.Errorf("%d pixels wide, want 1080", width)
	}
	return picture
}

// statesIn are the states whose colours a picture shows in more than dots.
func statesIn(t testing.TB, page []byte) []State {
	t.Helper()
	picture := decode(t, page)
	pixels := map[[3]uint32]int{}
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			r, g, b, _ := picture.At(x, y).RGBA()
			pixels[[3]uint32{r >> 8, g >> 8, b >> 8}]++
		}
	}
	var shown []State
	for _, s := range stateOrder {
		fill := looks[s].fill
		if pixels[[3]uint32{uint32(fill.R), uint32(fill.G), uint32(fill.B)}] > 3000 { // the smoothed edges of letters are fewer
			shown = append(shown, s)
		}
	}
	return shown
}

func TestFontsHoldAllVietnameseLetters(t *testing.T) {
	t.Parallel()
	const (
		vowels = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
		others = "bcdđghklmnpqrstvxfjwz0123456789.,;:!?()/-–—“”‘’…%+&@#'\""
	)
	l, err := newLetters()
	if err != nil {
		t.Fatal(err)
	}
	for name, face := range map[string]font.Face{"regular": l.plain, "bold": l.bold} {
		for _, r := range vowels + strings.ToUpper(vowels) + others + strings.ToUpper(others) {
			if _, has := face.GlyphAdvance(r); !has {
				t.Errorf("the %s font has no %q", name, r)
			}
		}
	}
	if licence, err := os.ReadFile("fonts/OFL.txt"); err != nil || !bytes.Contains(licence, []byte("SIL OPEN FONT LICENSE")) {
		t.Errorf("the licence of the fonts: %v", err)
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	l, err := newLetters()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text  string
		width int
		most  int
		want  []string
	}{
		{"Sở Tư pháp", 400, 2, []string{"Sở Tư pháp"}},
		{"Ban Quản lý Khu Công nghệ cao", 300, 3, []string{"Ban Quản lý Khu", "Công nghệ cao"}},
		{"Ban Quản lý Khu Công nghệ cao Thành phố", 300, 2, []string{"Ban Quản lý Khu", "Công nghệ cao T…"}},
		{"", 300, 2, []string{""}},
		{strings.Repeat("m", 1000), 100, 2, []string{"mm…"}},
	} {
		got := wrap(l.plain, test.text, test.width, test.most)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%.40q in %d pixels:\n%s", test.text, test.width, diff)
		}
		for _, line := range got {
			if width := widthOf(l.plain, line); width > test.width {
				t.Errorf("%q is %d pixels wide, want at most %d", line, width, test.width)
			}
		}
	}
}

func TestHeat(t *testing.T) {
	t.Parallel()
	picture, err := Heat{Caption: article(t), Columns: []string{"Quý I", "Quý II", "Quý III", "Quý IV"}, Rows: []HeatRow{
		{"Sở Tư pháp", []State{Done, Late, Open, Ahead}},
		{"UBND Quận 1", []State{Late, Done, Open, Ahead}},
		{"Sở Y tế", []State{Late, "", Done, Ahead}},
		{"Ban Dân tộc", []State{Waived}},
	}}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Bài viết CCHC hằng quý",
		"Phụ lục, STT 1.14 - QĐ 6004/QĐ-UBND",
		"Tính đến ngày 15/08/2024",
		"- Quý I: 1/3 đã nộp (33%), 2 quá hạn",
		"  Quá hạn: UBND Quận 1; Sở Y tế",
		"- Quý II: 1/2 đã nộp (50%), 1 quá hạn",
		"  Quá hạn: Sở Tư pháp",
		"- Quý III: 1/3 đã nộp (33%), 2 chưa nộp",
		"- Quý IV: 3 chưa đến kỳ",
	}
	if diff := cmp.Diff(want, picture.Lines); diff != "" {
		t.Error(diff)
	}
	if len(picture.Pages) != 1 {
		t.Fatalf("%d pages, want 1", len(picture.Pages))
	}
	if diff := cmp.Diff([]State{Done, Late, Open, Ahead, Waived}, statesIn(t, picture.Pages[0])); diff != "" {
		t.Error(diff)
	}
}

// Nothing that a picture does not hold is in its colours or its legend.
func TestPicturesShowOnlyWhatThereIs(t *testing.T) {
	t.Parallel()
	for _, s := range stateOrder {
		heat, err := Heat{Caption: article(t), Columns: []string{"Quý I"}, Rows: []HeatRow{{"Sở Tư pháp", []State{s}}}}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]State{s}, statesIn(t, heat.Pages[0])); diff != "" {
			t.Errorf("heat map:\n%s", diff)
		}
		line, err := Timeline{Caption: article(t), Year: 2024, Due: []Mark{{"1.14", day(t, "2023-12-31"), Late}, {"1.14", day(t, "2024-03-31"), s}}}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]State{s}, statesIn(t, line.Pages[0])); diff != "" {
			t.Errorf("timeline:\n%s", diff)
		}
	}
}

// manyAgencies are n rows, every third with a name of two lines.
func manyAgencies(n int) []HeatRow {
	rows := make([]HeatRow, n)
	for i := range rows {
		rows[i] = HeatRow{fmt.Sprintf("UBND Quận %d", i), []State{Done, Late, Open, Ahead}}
		if i%3 == 0 {
			rows[i].Name = fmt.Sprintf("Ban Quản lý các Khu chế xuất và công nghiệp %d", i)
		}
	}
	return rows
}

func TestLongHeatMapsAreSplit(t *testing.T) {
	t.Parallel()
	picture, err := Heat{Caption: article(t), Columns: []string{"Quý I", "Quý II", "Quý III", "Quý IV"}, Rows: manyAgencies(60)}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	if len(picture.Pages) != 2 { // 40 rows of 46 pixels and 20 of 82
		t.Errorf("%d pages, want 2", len(picture.Pages))
	}
	for i, page := range picture.Pages {
		if height := decode(t, page).Bounds().Dy(); height < 1800 || height > 2300 {
			t.Errorf("page %d is %d pixels high, want about twice as high as wide", i+1, height)
		}
	}
	if got, want := picture.Lines[5], "  Quá hạn: Ban Quản lý các Khu chế xuất và công nghiệp 0; UBND Quận 1; UBND Quận 2; "+
		"Ban Quản lý các Khu chế xuất và công nghiệp 3; UBND Quận 4 và 55 đơn vị khác"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestPagesHoldEveryRowOnce(t *testing.T) {
	t.Parallel()
	for n := range 100 {
		rows := make([]heatLaid, n)
		for i := range rows {
			rows[i] = heatLaid{name: make([]string, 1+i%3), states: []State{State(fmt.Sprint(i))}}
		}
		pages := paginate(rows)
		joined := slices.Concat(pages...)
		if !slices.EqualFunc(rows, joined, func(a, b heatLaid) bool { return a.states[0] == b.states[0] }) {
			t.Errorf("%d rows became %d in another order", n, len(joined))
		}
		for i, page := range pages {
			height := 0
			for _, row := range page {
				height += row.height()
			}
			if height > heatMost+200 || height == 0 && n > 0 {
				t.Errorf("of %d rows page %d is %d pixels high", n, i+1, height)
			}
		}
	}
}

func TestTimeline(t *testing.T) {
	t.Parallel()
	timeline := Timeline{
		Caption: Caption{Title: "Các mốc đến hạn năm 2024 của Sở Tư pháp", On: day(t, "2024-08-15")},
		Year:    2024,
		Due: []Mark{
			{"1.14", day(t, "2024-03-31"), Done},
			{"2.3", day(t, "2024-03-31"), Late},
			{"2.4", day(t, "2024-03-31"), Late},
			{"2.5", day(t, "2024-06-30"), Waived},
			{"1.14", day(t, "2024-09-30"), Open},
			{"V.3.1", day(t, "2024-01-28"), Done},
			{"1.14", day(t, "2025-03-31"), Ahead},
		},
	}
	picture, err := timeline.Draw()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Các mốc đến hạn năm 2024 của Sở Tư pháp",
		"Tính đến ngày 15/08/2024",
		"- Tháng 1: 1/1 đã nộp (100%)",
		"- Tháng 3: 1/3 đã nộp (33%), 2 quá hạn (quá hạn: 2.3, 2.4)",
		"- Tháng 9: 0/1 đã nộp (0%), 1 chưa nộp",
	}
	if diff := cmp.Diff(want, picture.Lines); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]State{Done, Late, Open, Waived}, statesIn(t, picture.Pages[0])); diff != "" {
		t.Error(diff)
	}
	var order []string
	for _, marks := range timeline.days() {
		for _, mark := range marks {
			order = append(order, mark.Label)
		}
	}
	if diff := cmp.Diff([]string{"V.3.1", "2.3", "2.4", "1.14", "2.5", "1.14"}, order); diff != "" {
		t.Errorf("by date, what is late first:\n%s", diff)
	}
}

// A day on which too much is due says how much more there is.
func TestCrowdedDays(t *testing.T) {
	t.Parallel()
	l, err := newLetters()
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n < 120; n++ {
		marks := slices.Repeat([]Mark{{"1.4.3", plan.Date{Year: 2024, Month: 12, Day: 31}, Open}}, n)
		laid := l.layDay(marks)
		shown := 0
		for _, row := range laid.rows {
			shown += len(row)
		}
		if shown+laid.more != n || len(laid.rows) > mostChips || laid.more > 0 && len(laid.rows) < mostChips {
			t.Errorf("of %d marks %d are shown in %d rows and %d counted", n, shown, len(laid.rows), laid.more)
		}
	}
}

// manyMarks are n due dates on the last days of the quarters.
func manyMarks(n int) []Mark {
	marks := make([]Mark, n)
	for i := range marks {
		marks[i] = Mark{fmt.Sprintf("%d.%d", i/20+1, i%20), plan.Date{Year: 2024, Month: 3, Day: 31}.AddDays(i % 4 * 91), stateOrder[i%5]}
	}
	return marks
}

func FuzzPictures(f *testing.F) {
	f.Add("Bài viết", "Sở Tư pháp", "done", 3)
	f.Add(strings.Repeat("ế", 1000), strings.Repeat("a b", 1000), "", 70)
	f.Add("\x00\xff\n", "😀 日本語 \u202e", "?", 0)
	f.Fuzz(func(t *testing.T, title, name, state string, n int) {
		caption := Caption{Title: title, About: name, On: day(t, "2024-08-15")}
		n = max(0, min(n, 70))
		rows := slices.Repeat([]HeatRow{{name, []State{State(state), Late, Done, Ahead, Open}}}, n)
		marks := slices.Repeat([]Mark{{name, day(t, "2024-12-31"), State(state)}}, n)
		for _, drawn := range []func() (Picture, error){
			Heat{Caption: caption, Columns: []string{title, name}, Rows: rows}.Draw,
			Timeline{caption, 2024, marks}.Draw,
		} {
			picture, err := drawn()
			if err != nil {
				t.Fatal(err)
			}
			for _, page := range picture.Pages {
				if config, err := png.DecodeConfig(bytes.NewReader(page)); err != nil || config.Height > 3600 {
					t.Errorf("%+v, %v", config, err)
				}
			}
			for _, line := range picture.Lines {
				if strings.ContainsAny(line, "\r\n\x00") {
					t.Errorf("not one line: %q", line)
				}
			}
		}
	})
}

func benchmarkPicture(b *testing.B, draw func() (Picture, error)) {
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		picture, err := draw()
		if err != nil {
			b.Fatal(err)
		}
		size = len(picture.Pages[0])
	}
	b.ReportMetric(float64(size), "B/page")
}

func BenchmarkHeat(b *testing.B) {
	benchmarkPicture(b, Heat{Caption: article(b), Columns: []string{"Quý I", "Quý II", "Quý III", "Quý IV"}, Rows: manyAgencies(60)}.Draw)
}

func BenchmarkTimeline(b *testing.B) {
	benchmarkPicture(b, Timeline{article(b), 2024, manyMarks(100)}.Draw)
}
