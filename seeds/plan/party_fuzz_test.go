package plan

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// shippedRegister loads the register that the program ships.
func shippedRegister(t testing.TB) *Register {
	t.Helper()
	agencies, err := os.ReadFile("../agencies.yaml")
	if err != nil {
		t.Fatal(err)
	}
	groups, err := os.ReadFile("../groups.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := LoadRegister(agencies, groups)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whatever a cell holds, each of its words is in some party. Only "và" between
// two parties and the words of a remark are left out.
func FuzzParseParties(f *testing.F) {
	for _, cell := range []string{
		"Giám đốc Sở Nội vụ (tổng hợp)\nThủ trưởng sở, ban, ngành có liên quan; Chủ tịch UBND 16 quận, thành phố Thủ Đức",
		"- Công an Thành phố Thủ trưởng sở, ban - ngành; Chủ tịch UBND quận - huyện",
		"Mời Ban Tuyên giáo Thành ủy phối hợp với Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội Thành phố",
		"Các sở chuyên ngành phối hợp Bộ ngành (Sở Nội vụ, Sở Tài Chính; Sở Công Thương)",
		"(Sở Nội vụ; (tổng hợp)) Chủ tịch UBND 5 huyện, 16",
		"Ke\u0302\u0301 hoạch\x00\xff và\u00a0và Q1",
	} {
		f.Add(cell)
	}
	r := shippedRegister(f)
	f.Fuzz(func(t *testing.T, cell string) {
		parties, err := r.ParseParties(cell, RoleSupport)
		r.AssignedParties(cell)
		r.Ward(cell)
		r.Find(cell)
		kept := map[string]int{}
		for _, p := range parties {
			if p.Words == "" || p.Role != RoleSupport {
				t.Errorf("party %+v", p)
			}
			for _, w := range letterRuns(p.Words) {
				kept[w]++
			}
		}
		if strings.Contains(fold(cell), "thuc") {
			return // may be a remark
		}
		for _, w := range letterRuns(cell) {
			if kept[w]--; kept[w] < 0 && fold(w) != "va" {
				t.Fatalf("cell %q lost %q (error %v, parties %+v)", cell, w, err, parties)
			}
		}
	})
}

// letterRuns cuts a text into the runs of its letters and digits.
func letterRuns(s string) []string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.FieldsFunc(s, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.Is(unicode.Mn, c)
	})
}

// A long hostile cell takes no more than linear time.
func TestHostileCellsAreReadInTime(t *testing.T) {
	t.Parallel()
	r := shippedRegister(t)
	for _, piece := range []string{
		"Sở ", "Sở Nội vụ, cơ quan ", "Thủ trưởng ", "(", "Sở Nội vụ (", "Định kỳ ", "Quý I ", "Trong ", "ỦY ban nhân ", "30 ngày ",
		"thành phố ", "- A ",
	} {
		text := strings.Repeat(piece, (1<<15)/len(piece))
		start := time.Now()
		_, _ = r.ParseParties(text, RoleLead)
		r.AssignedParties(text)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q repeated took %v", piece, took)
		}
	}
}
