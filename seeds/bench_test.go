package seeds

import "testing"

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	library := load(b)
	text, err := files.ReadFile(documentFile)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, _, err := library.Open(documentFile, text, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
