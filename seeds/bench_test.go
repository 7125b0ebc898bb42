package seeds

import "testing"

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	library := load(b)
	text, err := files.ReadFile(documentFile)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		library.Read(documentFile, string(text))
	}
}
