package question

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cchcbot/index"
	"cchcbot/seeds/plan"
)

// What kind of thing is asked for: a time as exact as the words tell, one of a kind
// by its name, a list; but no thing in the end of one word and the beginning of
// another.
func TestThingAsked(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Thing{
		"kế hoạch của đơn vị triển khai trong bao nhiêu ngày": ThingTime,
		"bao lâu kể từ khi thành phố ban hành kế hoạch":       ThingTime,
		"quý mấy ban hành kế hoạch hỗ trợ doanh nghiệp":       ThingDay,
		"ngày nào báo cáo":                           ThingDay,
		"hội thi tổ chức ngày nào, ở đâu":            ThingDay,
		"tinh giản biên chế khi nào xong":            ThingDate,
		"xã nào được chọn thí điểm":                  ThingNamed,
		"xã nào phải số hóa hồ sơ":                   ThingAny,
		"cơ quan nào thẩm định":                      ThingAny,
		"do đồng chí nào làm tổ trưởng":              ThingPerson,
		"anh nào làm thư ký hội đồng":                ThingOffice,
		"cho tôi danh sách các trường được khảo sát": ThingList,
		"lương của viên chức là bao nhiêu":           ThingMoney,
		"xây dựng quy chế tài sản công":              ThingAny,
		"phí chứng thực là bao nhiêu":                ThingMoney,
		"cần điều kiện gì để được hỗ trợ":            ThingKind,
		"có lớp nào cho cán bộ không":                ThingAny,
		"theo nghị định nào":                         ThingAny,
		"đến nay đã giải ngân được bao nhiêu":        ThingResult,
		"không làm thì chế tài ra sao":               ThingPenalty,
		"một cửa có làm sáng thứ bảy không":          ThingHour,
	} {
		if got := ask(t, text).Expects.Thing; got != want {
			t.Errorf("%q asks for %q, want %q", text, got, want)
		}
	}
}

// A unit that does not state what is asked is no answer.
func TestFactAsked(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]index.Fact{
		"ai chủ trì tinh giản biên chế":           index.FactLead,
		"ai phối hợp tinh giản biên chế":          index.FactSupport,
		"tinh giản biên chế khi nào xong":         index.FactDeadline,
		"tinh giản biên chế sản phẩm là gì":       index.FactProduct,
		"số hóa hồ sơ cấp xã bao nhiêu phần trăm": index.FactTarget,
		"bài viết tuyên truyền gửi về đâu":        index.FactContact,
		"tinh giản biên chế căn cứ nghị định nào": index.FactCitation,
		"tinh giản biên chế":                      index.FactAny,
	} {
		if got := ask(t, text).Query.Fact; got != want {
			t.Errorf("%q asks for the fact %q, want %q", text, got, want)
		}
	}
}

// Pieces of the decision are asked for by what they are for.
func TestPartsOfTheDecision(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]plan.Kind{
		"ai ký quyết định 6004":              plan.KindSignature,
		"ai ky quyet dinh 6004":              plan.KindSignature,
		"người ký là ai":                     plan.KindSignature,
		"nơi nhận gồm những ai":              plan.KindRecipients,
		"quyết định 6004 gửi cho những ai":   plan.KindRecipients,
		"quyết định này căn cứ vào luật nào": plan.KindLegalBasis,
		"quyet dinh nay can cu vao luat nao": plan.KindLegalBasis,
		"QĐ 6004 dựa trên những căn cứ nào":  plan.KindLegalBasis,
	} {
		q := ask(t, text)
		if diff := cmp.Diff([]plan.Kind{want}, q.Query.Kinds); diff != "" || !q.Part() || q.Intent != Clause {
			t.Errorf("%q: %s, part %v (-want +got):\n%s", text, q.Intent, q.Part(), diff)
		}
	}
	for _, text := range []string{"bài viết gửi cho ai", "tinh giản biên chế căn cứ nghị định nào", "ai chủ trì chữ ký số"} {
		if q := ask(t, text); q.Part() {
			t.Errorf("%q asks for a piece of the decision: %v", text, q.Query.Kinds)
		}
	}
}

// What people say otherwise than the document is looked up in its words too.
func TestAlternatives(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"dân khỏi nộp lại giấy tờ":          "cung cấp lại",
		"dan khoi nop lai giay to":          "cung cấp lại",
		"tuyển sv xuất sắc về làm nhà nước": "sinh viên",
	} {
		q := ask(t, text)
		found := strings.Contains(understood(q), folded(want))
		for _, a := range q.Query.Alternatives {
			run := ""
			for _, w := range a.Words {
				run += w.Folded + " "
			}
			found = found || strings.Contains(run, folded(want))
		}
		if !found {
			t.Errorf("%q is not looked up as %q", text, want)
		}
	}
}

// A name that has the form of an agency's but is in no register is told as it
// was typed.
func TestUnknownAgency(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Sở Vũ trụ phải làm gì":             "sở vũ trụ",
		"nhiệm vụ của Sở Vũ trụ":            "sở vũ trụ",
		"Cục Sở hữu trí tuệ có nhiệm vụ gì": "cục sở hữu trí tuệ",
		"Sở Nội vụ phải làm gì":             "",
		"ai chủ trì số hóa hồ sơ":           "",
		"số hóa hồ sơ phải làm gì":          "",
	} {
		q := ask(t, text)
		if q.Unknown != want || want != "" && q.Agency != nil {
			t.Errorf("%q: unknown %q, agency %q; want unknown %q", text, q.Unknown, idOf(q.Agency), want)
		}
	}
}
