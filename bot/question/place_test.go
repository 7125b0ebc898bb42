package question

import "testing"

// placed are the places that a question names: "PL 7.9", several apart by a
// comma.
func placed(q Question) string {
	var s string
	for i, p := range q.Places {
		if i > 0 {
			s += ", "
		}
		s += p.Section + " " + p.Number
	}
	return s
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Điều 2 nói gì":                              "D 2",
		"dieu 2 qd 6004 hieu luc tu khi nao":         "D 2",
		"điều bốn quyết định giao những ai thi hành": "D 4",
		"Điều 9":          "D 9", // whether it is there, others know
		"mục 7.9 phụ lục": "PL 7.9",
		"muc 7.9 phu luc": "PL 7.9",
		"mục bảy chấm mười lăm phụ lục là việc gì": "PL 7.15",
		"phụ lục mục 1.4.2":                        "PL 1.4.2",
		"phụ lục STT 3.17":                         "PL 3.17",
		"STT 1.14":                                 "PL 1.14",
		"stt 1.14 là gì":                           "PL 1.14",
		"mục III.4.5":                              "III 4.5",
		"phần III mục 2 số 2.3":                    "III 2.3",
		"mục V số 10":                              "V 10",
		"chỉ tiêu 3.2":                             "II 3.2",
		"chi tieu 3.2 noi gi":                      "II 3.2",
		"chỉ tiêu số 7":                            "II 7",
		"mục tiêu số 3":                            "I 3",
		"nhiệm vụ 6.10":                            " 6.10",
		"mục 3.6":                                  " 3.6", // II, III and the appendix all have one
		"3.17 nói gì":                              " 3.17",
		"căn cứ thứ 2":                             "CC 2",
		"mục V":                                    "V ",
		"Điều 3 và Điều 4":                         "D 3, D 4",
	} {
		if got := placed(ask(t, text)); got != want {
			t.Errorf("%q names %q, want %q", text, got, want)
		}
		if got := placed(ask(t, decomposed(text))); got != want {
			t.Errorf("%q decomposed names %q, want %q", text, got, want)
		}
	}
}

func TestNoPlaces(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"ai chủ trì số hóa hồ sơ", "quận 3 phải làm gì", "đạt 98% trở lên", "năm 2024", "quý 3 có gì", "tháng 10",
		"iso 9001:2015", "Nghị định 107/2020/NĐ-CP", "tổ chức 02 đoàn", "3 năm không phát sinh hồ sơ",
	} {
		if got := placed(ask(t, text)); got != "" {
			t.Errorf("%q names the place %q", text, got)
		}
	}
}

func TestPlacesAreToldInWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Điều 9 nói gì": "Điều 9", "mục V số 10": "mục V.10", "chỉ tiêu 3.2": "chỉ tiêu 3.2",
	} {
		q := ask(t, text)
		if len(q.Places) != 1 || q.Places[0].Words != want {
			t.Errorf("%q: %+v, want the words %q", text, q.Places, want)
		}
	}
}
