package question

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/index"
)

// understood are the words of a question, folded, as they were read.
func understood(q Question) string {
	words := make([]string, len(q.Query.Terms))
	for i, term := range q.Query.Terms {
		words[i] = term.Folded
	}
	return strings.Join(words, " ")
}

// Slips of typing are read as they were meant.
func TestMending(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ how, typed, want string }{
		{"nothing to mend", "số hóa hồ sơ", "so hoa ho so"},
		{"without marks", "so hoa ho so", "so hoa ho so"},
		{"capitals", "SỐ HÓA HỒ SƠ", "so hoa ho so"},
		{"the other school of marks", "số hoá, uỷ quyền", "so hoa uy quyen"},
		{"decomposed", decomposed("số hóa hồ sơ"), "so hoa ho so"},
		{"Telex", "soos hoas hoof sow", "so hoa ho so"},
		{"Telex", "chuwx kys soos", "chu ky so"},
		{"swapped letters", "tinh gảin biên chế", "tinh gian bien che"},
		{"swapped letters", "tinh gain bien che", "tinh gian bien che"},
		{"swapped letters", "nền tảng số hóa thàhn phố", "nen tang so hoa thanh pho"},
		{"swapped letters", "kế hoahc cải cách", "ke hoach cai cach"},
		{"a letter doubled", "biênn chế", "bien che"},
		{"glued", "tinhgianbienche", "tinh gian bien che"},
		{"glued", "chukyso", "chu ky so"},
		{"contracted", "đvị chủ trì", "don vi chu tri"},
		{"contracted", "đtử", "dien tu"},
		{"x for s", "xinh viên tốt nghiệp", "sinh vien tot nghiep"},
		{"hook for tilde", "xữ lý, giãi ngân, kiễm tra", "xu ly giai ngan kiem tra"},
		{"a short form with a letter doubled", "CCCHC, tthcc", "cai cach hanh chinh thu tuc hanh chinh"},
		{"a short form with letters swapped", "CHCC", "cai cach hanh chinh"},
		{"another short form", "PCI", "pci"},
		{"a letter doubled before the vowel", "phần trrăm", "phan tram"},
		{"a vowel doubled with its marks", "hiệệu quả", "hieu qua"},
		{"a letter dropped from a syllable that is one without", "kim tra đột xut", "kiem tra dot xuat"},
		{"a letter dropped from a marked syllable", "đạt chỉ têu", "dat chi tieu"},
		{"a letter dropped after p", "pải theo", "phai theo"},
		{"letters swapped in a word of speech", "khi nòa", "khi nao"},
		{"a word of the plan that fits no neighbour stays", "huyện đề xuất", "huyen de xuat"},
		{"a number stays beside a name that begins like it", "mục bảy chấm chín phụ lục", "muc bay cham chin phu luc"},
		{"Telex in part", "coong vuj", "cong vu"},
		{"a name, well typed", "xã Bình Hưng có gì", "xa binh hung co gi"},
		{"short forms", "CCHC, TTHC", "cai cach hanh chinh thu tuc hanh chinh"},
		{"short forms of phones", "sp là j", "san pham la gi"},
		{"short forms of phones", "bn phan tram", "bao nhieu phan tram"},
	} {
		if got := understood(ask(t, c.typed)); got != c.want {
			t.Errorf("%s: %q is read as %q, want %q", c.how, c.typed, got, c.want)
		}
	}
}

// What was read differently from how it was typed is told, word by word.
func TestCorrections(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed string
		want  []Correction
	}{
		{"số hóa hồ sơ", nil},
		{"so hoa ho so", nil},
		{"Sở Tư pháp phải làm gì", nil},
		{"so tu phap phai lam gi", nil},
		{"tinh gain bien che", []Correction{{"gain", "gian"}}},
		{"nền tảng số hoá thàhn phố", []Correction{{"thàhn", "thành"}}},
		{"đvị nào chủ trì tinh giản biên chế", []Correction{{"đvị", "đơn vị"}}},
		{"chuwx ký số", []Correction{{"chuwx", "chữ"}}},
		{"grdp 2024", nil}, // nothing near: left as it is
	} {
		if diff := cmp.Diff(c.want, ask(t, c.typed).Corrections); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.typed, diff)
		}
	}
}

// A word of another matter is not bent into one of the plan.
func TestNotMended(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"hộ chiếu":   "ho chieu",
		"vàng miếng": "vang mieng",
		"zyxw":       "zyxw",
		"xử phạt":    "xu phat",
	} {
		q := ask(t, typed)
		if got := understood(q); got != want || len(q.Corrections) > 0 {
			t.Errorf("%q is read as %q with %v", typed, got, q.Corrections)
		}
	}
}

func TestStrange(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"vàng miếng": true, "98%": false, "": false} {
		if got := len(ask(t, text).Strange()) > 0; got != want {
			t.Errorf("%q holds strange words: %v, want %v", text, got, want)
		}
	}
}

// What may be read in two ways is read the same way after every start: the
// order in which the words of the plan are learnt decides nothing.
func TestMendingIsTheSameInEveryRun(t *testing.T) {
	t.Parallel()
	const typed = "thấy cần đchỉnh thì gởi"
	want := understood(ask(t, typed))
	for range 8 {
		r, err := newHouse()
		if err != nil {
			t.Fatal(err)
		}
		if got := understood(r.Read(typed, spring)); got != want {
			t.Fatalf("%q is read as %q and as %q", typed, want, got)
		}
	}
}

// Marks that stand nowhere beside their neighbours, while the bare word does,
// are slips; those of a word that stands there, and of one that fits neither
// way, are meant.
func TestDoubtfulMarks(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"họp trực tuyên":   "tuyen",
		"bao nhiêu phần":   "phần",
		"nơi nhân văn bản": "nhan",
		"tuyên truyền":     "truyền",
		"giá xăng":         "xăng",
	} {
		words := ask(t, typed).Query.Terms
		if !slices.ContainsFunc(words, func(w index.Term) bool { return w.Toned == want }) {
			t.Errorf("%q: no word is read as %q: %v", typed, want, words)
		}
	}
}

// A name is read as it is typed, and nothing is told of mending it.
func TestNamesAreNotMended(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"đặc khu Côn Đảo phải làm gì":    "UBND đặc khu Côn Đảo",
		"phường Thủ Dầu Một phải làm gì": "UBND phường Thủ Dầu Một",
	} {
		q := ask(t, text)
		if q.Agency == nil || q.Agency.Name != want || len(q.Corrections) > 0 {
			t.Errorf("%q asks about %+v, mended %v, want %s", text, q.Agency, q.Corrections, want)
		}
	}
}

// Nobody but the signer is named in a plan.
func TestNamesOfPersons(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"giám đốc Sở Nội vụ tên gì":          true,
		"chu tich ubnd quan 3 ten la gi":     true,
		"đề án 2709 tên là gì":               false,
		"giám đốc Sở Nội vụ chủ trì việc gì": false,
	} {
		if got := ask(t, text).Intent == None; got != want {
			t.Errorf("%q is none: %v", text, got)
		}
	}
}

// A right word is never read as another, though the plan does without it.
func TestRightWords(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"hạ tầng công nghệ", "tinh thần phục vụ", "trồng lúa", "bền vững", "tai nạn", "hào khí", "mái tôn", "thô sơ", "con đường làng", "bánh xèo", "ghế đá", "thuyền thúng", "lễ hội đền", "quả bưởi", "rừng tràm",
	} {
		for _, c := range ask(t, text).Corrections {
			t.Errorf("%q: %s is read as %s", text, c.Typed, c.Read)
		}
	}
}

// Words of the whole library are right, even where a neighbour speaks for another.
func TestRightWordsOfLibrary(t *testing.T) {
	t.Parallel()
	r := *reader(t)
	r.right = map[string]bool{"thểu": true}
	if c := r.Read("tối thểu", spring).Corrections; len(c) > 0 {
		t.Errorf("%+v", c)
	}
}
