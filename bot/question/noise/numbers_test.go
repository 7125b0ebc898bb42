package noise

import "testing"

// Numbers are read as they are meant, however they are typed.
func TestWriteNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"nhiệm vụ 1,14":         "nhiệm vụ 1.14",
		"1. 14 hạn khi nào":     "1.14 hạn khi nào",
		"1 .14":                 "1.14",
		"1 . 14":                "1.14",
		"l.14 ai làm":           "1.14 ai làm",
		"3.l7":                  "3.17",
		"nv1.14":                "nv 1.14",
		"NV1,14":                "NV 1.14",
		"stt3.17 ai làm":        "stt 3.17 ai làm",
		"01.14":                 "1.14",
		"hạn 1,14 khi nào":      "hạn 1.14 khi nào",
		"đã nộp 1. 14":          "đã nộp 1.14",
		"3.17, 6.3 và 2.5":      "3.17, 6.3 và 2.5",
		"3.17,6.3":              "3.17,6.3",
		"quý 2,3":               "quý 2,3",
		"tháng 10,11":           "tháng 10,11",
		"97,5%":                 "97,5%",
		"70, 60, 55%":           "70, 60, 55%",
		"31-12-2024":            "31/12/2024",
		"2024-12-31":            "31/12/2024",
		"31.12 có gì":           "31/12 có gì",
		"31.12.2024":            "31/12/2024",
		"30/6/24":               "30/6/2024",
		"ngày 5.4":              "ngày 5/4",
		"mùng 5-4":              "mùng 5/4",
		"3.12 là gì":            "3.12 là gì",
		"quý I - III":           "quý I đến III",
		"quý I - V":             "quý I đến V",
		"quý I, V.3.1":          "quý I, V.3.1",
		"tháng 3-5":             "tháng 3 đến 5",
		"tháng 3 - tháng 5":     "tháng 3 đến tháng 5",
		"1/3 - 15/3":            "1/3 đến 15/3",
		"Quý l có gì":           "Quý i có gì",
		"quý lll":               "quý iii",
		"quý lV":                "quý iV",
		"quý là gì":             "quý là gì",
		"giai đoạn 2024 - 2030": "giai đoạn 2024 - 2030",
		"107/2020/NĐ-CP":        "107/2020/NĐ-CP",
		"28/2018/QĐ-TTg":        "28/2018/QĐ-TTg",
		"ISO 9001:2015":         "ISO 9001:2015",
		"I.1":                   "I.1",
		"PL.1.14":               "PL.1.14",
		"1.4.2":                 "1.4.2",
		"quyết định 01.2024":    "quyết định 01.2024",
	} {
		if got := WriteNumbers(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
