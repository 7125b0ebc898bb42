package vi

import "testing"

// typedQuestion has fifteen words, as an official types them.
const typedQuestion = "Sở Tư pháp phải làm gì về số hoá hồ sơ theo Quyết định 1191/QĐ-UBND"

func BenchmarkNormalize(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Normalize(typedQuestion)
	}
}

func BenchmarkFold(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Fold(typedQuestion)
	}
}

func BenchmarkTokens(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Tokens(typedQuestion)
	}
}
