package index

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"cchcbot/seeds/plan"
)

// Words alone find the unit, with marks and without.
func TestSearch(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ topic, first string }{
		{"kiện toàn Ban Chỉ đạo và Tổ Công tác", "PL.1.1 III.1.1"},
		{"bài viết, mô hình, sản phẩm tuyên truyền hàng quý", "PL.1.14"},
		{"Hội thi về cải cách hành chính", "PL.1.11"},
		{"chứng thực bản sao điện tử từ bản chính", "PL.3.3 II.3.6"},
		{"doanh nghiệp nhỏ và vừa", "PL.3.10"},
		{"đối thoại doanh nghiệp chính quyền", "PL.3.11 III.3.10"},
		{"Chi nhánh Văn phòng đăng ký đất đai", "PL.3.13 II.3.3"},
		{"trễ hạn lĩnh vực đất đai và đầu tư", "PL.3.14 II.3.2"},
		{"tinh giản biên chế", "PL.4.6"},
		{"thuê giám đốc điều hành đơn vị sự nghiệp", "PL.4.8"},
		{"thi tuyển chức danh lãnh đạo, quản lý", "PL.5.6 III.5.5"},
		{"sinh viên tốt nghiệp xuất sắc", "PL.5.7 III.5.6"},
		{"trình độ ngoại ngữ", "PL.5.8"},
		{"thanh tra công vụ", "PL.5.12 III.5.11"},
		{"quy tắc ứng xử", "PL.5.16 III.5.11"},
		{"kiểm toán nhà nước", "PL.6.9"},
		{"thanh toán điện tử", "PL.6.11 III.6.6 II.9"},
		{"sửa chữa trụ sở làm việc", "PL.6.12 III.6.7"},
		{"hội nghị truyền hình trực tuyến", "PL.7.6 III.7.8"},
		{"nền tảng số hóa thành phố", "PL.7.15"},
		{"dịch vụ công trực tuyến toàn trình", "PL.7.16 II.10.5"},
		{"điều tra xã hội học", "III.8.2"},
		{"giám sát, phản biện xã hội", "V.2"},
	} {
		for _, topic := range []string{c.topic, folded(c.topic), strings.ToUpper(c.topic)} {
			hits := find(t, asking(topic))
			if len(hits) == 0 || !slices.Contains(strings.Fields(c.first), hits[0].Unit.ID) {
				t.Errorf("%q finds %v, want %s first", topic, idsOf(hits[:min(3, len(hits))]), c.first)
			}
		}
	}
}

// A hit tells why it was found and how well it fits.
func TestHit(t *testing.T) {
	t.Parallel()
	whole := find(t, asking("nền tảng số hóa thành phố"))[0]
	if whole.Unit.ID != "PL.7.15" || whole.Coverage < 0.99 || whole.Pairs < 0.99 {
		t.Errorf("%s: coverage %v, pairs %v", whole.Unit.ID, whole.Coverage, whole.Pairs)
	}
	part := find(t, asking("nền tảng số hóa zyx qwv"))[0]
	if part.Unit.ID != "PL.7.15" || part.Coverage >= whole.Coverage || part.Score >= whole.Score || part.Known < 0.99 {
		t.Errorf("with two strange words: %s, coverage %v, known %v, score %v", part.Unit.ID, part.Coverage, part.Known, part.Score)
	}
}

// Đất is no đạt: a word typed with marks prefers the units that spell it so,
// one without marks may be either.
func TestMarksCount(t *testing.T) {
	t.Parallel()
	for _, word := range []string{
		"đất", // II.3.2, II.3.3, II.4.2, III.3.12, PL.3.13, PL.3.14, PL.3.16, PL.3.18
		"đạt", // a dozen targets
		"ấp",  // III.4.4, III.7.12, PL.4.4, PL.7.18
		"giá", // đánh giá; not gia, as in tham gia
	} {
		hits := find(t, asking(word))
		if len(hits) < 3 {
			t.Errorf("%q finds only %v", word, idsOf(hits))
		}
		for _, hit := range hits[:min(3, len(hits))] {
			if !slices.Contains(marksOf(hit.Unit), word) {
				t.Errorf("%q finds %s, which does not say so", word, hit.Unit.ID)
			}
		}
	}
}

func marksOf(u plan.Unit) []string {
	var words []string
	for _, w := range Words(u.Text+" "+u.Product, nil) {
		words = append(words, w.Toned)
	}
	return words
}

// Words side by side mean more than the same words apart: many units hold số
// and hóa somewhere, few hold số hóa.
func TestPairsBeatLoneWords(t *testing.T) {
	t.Parallel()
	for _, pair := range []string{"số hóa", "công vụ", "một cửa", "thể chế", "biên chế"} {
		hits := find(t, asking(pair))
		if len(hits) < 3 {
			t.Fatalf("%q finds only %v", pair, idsOf(hits))
		}
		for _, hit := range hits[:3] {
			if hit.Pairs == 0 {
				t.Errorf("%q finds %s, where the two are apart", pair, hit.Unit.ID)
			}
		}
		apart := slices.IndexFunc(hits, func(h Hit) bool { return h.Pairs == 0 })
		if apart >= 0 && hits[apart].Coverage >= hits[0].Coverage {
			t.Errorf("%q: %s fits as well as %s", pair, hits[apart].Unit.ID, hits[0].Unit.ID)
		}
	}
}

// Only four units of the plan say where something is sent to.
func TestOnlyReceiversAnswerWhereTo(t *testing.T) {
	t.Parallel()
	q := asking("gửi kế hoạch, bài viết, danh sách")
	q.Fact = FactContact
	hits := find(t, q)
	if len(hits) == 0 {
		t.Fatal("nothing found")
	}
	for _, hit := range hits {
		if !slices.Contains([]string{"PL.1.14", "V.3.1", "V.KT", "III.8.1"}, hit.Unit.ID) {
			t.Errorf("%s says of no place to send to", hit.Unit.ID)
		}
	}
}

// A unit that does not state what is asked is no answer: a target has no owner
// and no deadline, the task for it has both.
func TestFactsCount(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		topic string
		fact  Fact
		first string
	}{
		{"mức độ hài lòng đất đai", FactTarget, "PL.3.16 II.4.2"},
		{"tỷ lệ trễ hạn lĩnh vực đất đai", FactLead, "PL.3.14"},
		{"tỷ lệ trễ hạn lĩnh vực đất đai", FactProduct, "PL.3.14"},
		{"tỷ lệ trễ hạn lĩnh vực đất đai", FactDeadline, "PL.3.14"},
		{"chứng thực bản sao điện tử", FactSupport, "PL.3.3"},
		{"tinh giản biên chế", FactCitation, "PL.4.6 III.4.7"},
		{"thanh toán điện tử", FactLead, "PL.6.11 V.11 V.12"},
	} {
		q := asking(c.topic)
		q.Fact = c.fact
		hits := find(t, q)
		if len(hits) == 0 || !slices.Contains(strings.Fields(c.first), hits[0].Unit.ID) {
			t.Errorf("%s of %q: %v, want %s first", c.fact, c.topic, idsOf(hits[:min(3, len(hits))]), c.first)
		}
	}
}

// What a question names besides its topic decides between units that speak of
// the same matter.
func TestContextDecides(t *testing.T) {
	t.Parallel()
	register := library(t).Register
	agency := func(id string) Mention {
		a, ok := register.Agency(id)
		if !ok {
			t.Fatalf("no agency %s", id)
		}
		return Mention{Agency: a, Words: Words(a.Name, nil)}
	}
	for _, c := range []struct {
		name, topic string
		add         func(*Query)
		first       string
	}{
		{"the agency", "đội ngũ công chức thanh tra công vụ", func(q *Query) { q.Agencies = []Mention{agency("thanh-tra-thanh-pho")} }, "PL.5.12"},
		{"the agency", "kế hoạch triển khai trong 30 ngày", func(q *Query) { q.Agencies = []Mention{agency("cuc-thue")} }, "V.14"},
		{"the agency", "đồng chủ trì đề án nâng cao năng lực", func(q *Query) { q.Agencies = []Mention{agency("hoc-vien-can-bo")} }, "PL.5.10"},
		{"the document", "một cửa liên thông", func(q *Query) { q.Documents = Citations("Nghị định 61/2018/NĐ-CP") }, "III.8.1"},
		{"the document", "đơn vị sự nghiệp công lập", func(q *Query) { q.Documents = Citations("Nghị định 106/2020/NĐ-CP") }, "III.5.2 PL.5.2"},
		{"the decision", "hiệu lực kể từ ngày", func(q *Query) { q.Decision = true }, "D2"},
	} {
		q := asking(c.topic)
		c.add(&q)
		hits := find(t, q)
		if len(hits) == 0 || !slices.Contains(strings.Fields(c.first), hits[0].Unit.ID) {
			t.Errorf("%q with %s: %v, want %s first", c.topic, c.name, idsOf(hits[:min(3, len(hits))]), c.first)
		}
	}
}

// An alternative stands for the words that it replaces, and for no others.
func TestAlternatives(t *testing.T) {
	t.Parallel()
	q := asking("dân khỏi nộp lại giấy tờ")
	q.Alternatives = []Alternative{{From: 1, To: 4, Words: Words("không phải cung cấp lại", nil)}}
	hits := find(t, q)
	if len(hits) == 0 || !slices.Contains([]string{"PL.3.9", "III.3.9"}, hits[0].Unit.ID) {
		t.Errorf("found %v", idsOf(hits[:min(3, len(hits))]))
	}
}

func TestKinds(t *testing.T) {
	t.Parallel()
	for _, kind := range []plan.Kind{plan.KindTask, plan.KindNarrativeTask, plan.KindAssignment, plan.KindLegalBasis} {
		q := asking("thủ tục hành chính, kế hoạch cải cách")
		q.Kinds = []plan.Kind{kind}
		hits := find(t, q)
		if len(hits) == 0 {
			t.Errorf("no %s found", kind)
		}
		for _, hit := range hits {
			if hit.Unit.Kind != kind {
				t.Errorf("%s is a %s, asked for %s", hit.Unit.ID, hit.Unit.Kind, kind)
			}
		}
	}
}

func TestNothingFound(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", " ?!", "zyxw qqqq", "ﷺ", "99999999"} {
		if hits := find(t, asking(text)); len(hits) > 0 {
			t.Errorf("%q finds %v", text, idsOf(hits))
		}
	}
	links := asking("số hóa hồ sơ")
	for i := range links.Terms {
		links.Terms[i].Emphasis = 0
	}
	if hits := find(t, links); len(hits) > 0 {
		t.Errorf("words that only link find %v", idsOf(hits))
	}
}

func TestLimit(t *testing.T) {
	t.Parallel()
	q := asking("cải cách hành chính")
	all := find(t, q)
	q.Limit = 3
	if diff := cmp.Diff(idsOf(all[:3]), idsOf(find(t, q))); diff != "" {
		t.Errorf("the first three (-all +limited):\n%s", diff)
	}
}

func TestSearchObeysItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := decision6004(t).Search(ctx, asking("số hóa")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// A text that was composed and one that was not are the same question.
func TestDecomposedQueries(t *testing.T) {
	t.Parallel()
	for _, topic := range []string{"số hóa hồ sơ còn hiệu lực", "tuyển dụng sinh viên tốt nghiệp xuất sắc"} {
		if diff := cmp.Diff(find(t, asking(topic)), find(t, asking(norm.NFD.String(topic)))); diff != "" {
			t.Errorf("%q (-composed +decomposed):\n%s", topic, diff)
		}
	}
}

// twinShare is the share of words that twins have in common: a task of the
// appendix and the paragraph of section III that it comes from.
const twinShare = 0.8

// TestEveryUnitIsFoundByItsText: asked with its own words, toned or folded, a
// unit comes first or right after its twins. A heading is found too, but what
// stands under it may come before.
func TestEveryUnitIsFoundByItsText(t *testing.T) {
	t.Parallel()
	ix, short := decision6004(t), official(library(t))
	for _, u := range ix.Plan().Units {
		for _, text := range []string{u.Text, folded(u.Text)} {
			hits := find(t, asking(text))
			place := slices.IndexFunc(hits, func(h Hit) bool { return h.Unit.ID == u.ID })
			if place < 0 {
				t.Errorf("%s is not found by its text", u.ID)
				continue
			}
			if u.Kind == plan.KindHeading {
				continue
			}
			for _, before := range hits[:place] {
				if share := sharedWords(u, before.Unit, short); share < twinShare {
					t.Errorf("%s comes before %s, whose text it is (%.2f in common)", before.Unit.ID, u.ID, share)
				}
			}
		}
	}
}

// sharedWords is the share of the beginning of a unit's text that stands in
// another unit.
func sharedWords(u, other plan.Unit, short Abbreviations) float64 {
	words := Words(u.Text, short)
	words = words[:min(len(words), mostWords)]
	there := map[string]bool{}
	for _, w := range Words(other.Text, short) {
		there[w.Folded] = true
	}
	shared := 0
	for _, w := range words {
		if there[w.Folded] {
			shared++
		}
	}
	return float64(shared) / float64(max(len(words), 1))
}

// Whatever words of the plan are put together, hits are in order, each unit
// comes once, and numbers keep to their ranges.
func TestHitsAreConsistent(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	random := rand.New(rand.NewPCG(6004, 2024))
	var words []string
	for _, u := range ix.Plan().Units {
		words = append(words, strings.Fields(u.Text)...)
	}
	for range 200 {
		var topic []string
		for range 1 + random.IntN(60) {
			topic = append(topic, words[random.IntN(len(words))])
		}
		checkHits(t, strings.Join(topic, " "), find(t, asking(strings.Join(topic, " "))))
	}
}

func checkHits(t *testing.T, topic string, hits []Hit) {
	t.Helper()
	seen := map[string]bool{}
	for i, hit := range hits {
		if i > 0 && hit.Score > hits[i-1].Score {
			t.Errorf("%q: %s with %v after %v", topic, hit.Unit.ID, hit.Score, hits[i-1].Score)
		}
		if seen[hit.Unit.ID] {
			t.Errorf("%q: %s twice", topic, hit.Unit.ID)
		}
		seen[hit.Unit.ID] = true
		if hit.Coverage < 0 || hit.Coverage > 1+1e-9 || hit.Pairs < 0 || hit.Pairs > 1+1e-9 || hit.Score != hit.Score {
			t.Errorf("%q: %s with coverage %v, pairs %v, score %v", topic, hit.Unit.ID, hit.Coverage, hit.Pairs, hit.Score)
		}
	}
}

// The units that are found do not depend on the order in which Bleve happened
// to read them.
func TestSearchIsTheSameAfterEveryStart(t *testing.T) {
	t.Parallel()
	q := asking("chi tieu dung thu dien tu cong vu la bao nhieu")
	q.Limit = 0
	want := idsOf(find(t, q))
	for range 6 {
		l := library(t)
		ix, err := Build(l.Plans[0], l.Register, official(l), NewConcepts(l.Concepts, official(l)))
		if err != nil {
			t.Fatal(err)
		}
		hits, err := ix.Search(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if got := idsOf(hits); !slices.Equal(got, want) {
			t.Fatalf("found %v and %v", want, got)
		}
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A number counts what stands close behind it; a place in a ranking is counted
// by the words for it.
func TestCounts(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	for _, c := range []struct {
		id, noun string
		want     bool
	}{
		{"PL.1.9", "doan", true},   // 02 đoàn nghiên cứu
		{"PL.1.14", "bai", true},   // ít nhất 01 bài viết
		{"II.1", "hang", true},     // nhóm 15 địa phương
		{"PL.3.16", "hang", false}, // 95% trở lên
		{"PL.3.16", "diem", false},
		{"PL.4.5", "bien", false}, // giao biên chế, without a number
		{"PL.99", "doan", false},
	} {
		if got := ix.Counts(c.id, c.noun); got != c.want {
			t.Errorf("%s counts %s: %v", c.id, c.noun, got)
		}
	}
}

// Parts of an address are found by themselves.
func TestAddresses(t *testing.T) {
	t.Parallel()
	for _, topic := range []string{"cchc.snv", "cchc.snv@tphcm.gov.vn"} {
		if hits := find(t, asking(topic)); len(hits) == 0 || hits[0].Unit.ID != "PL.1.14" {
			t.Errorf("%s finds %v, want PL.1.14", topic, idsOf(hits))
		}
	}
}

// A unit is found by what people call it, where it says so otherwise itself.
func TestPhrasings(t *testing.T) {
	t.Parallel()
	ix := decision6004(t)
	for topic, want := range map[string]string{
		"sân khấu hóa chuyện cải cách": "PL.1.11",
		"cuoc thi tim hieu cai cach":   "PL.1.11",
	} {
		hits := find(t, asking(topic))
		if len(hits) == 0 || hits[0].Unit.ID != want {
			t.Errorf("%s finds %v, want %s first", topic, idsOf(hits), want)
		}
	}
	if !ix.Says("PL.1.11", "khau") || ix.Says("PL.1.12", "khau") || ix.Says("PL.9.9", "khau") {
		t.Error("what is said of PL.1.11 is said of it alone")
	}
}
