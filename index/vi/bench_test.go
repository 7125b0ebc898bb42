package vi

import "testing"

// question has fifteen words, as an official types them.
const question = "Sở Tư pháp phải làm gì về số hoá hồ sơ theo Quyết định 1191/QĐ-UBND"

func BenchmarkNormalize(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Normalize(question)
	}
}

func BenchmarkFold(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Fold(question)
	}
}

func BenchmarkTokens(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Tokens(question)
	}
}
