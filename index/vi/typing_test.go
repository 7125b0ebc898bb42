package vi

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestUndoTelex(t *testing.T) {
	t.Parallel()
	mended := map[string]string{
		"kees": "kế", "hoachj": "hoạch", "hoajch": "hoạch", "ddaats": "đất", "daatsd": "đất",
		"cais": "cái", "uwr": "ử", "laf": "là", "thuyr": "thủy", "los": "ló", "Sowr": "sở",
		"duwowcj": "dược", "duocwj": "dược", "dduwowcj": "được", "ddwowcj": "được", "đuowcj": "được",
		"thuowr": "thuở", "cuawr": "cửa", "quawng": "quăng", "guiwr": "gửi", "nguwowif": "người",
		"nguoiwf": "người", "hieue": "hiêu", "thuees": "thuế", "casc": "các", "quys": "quý",
		"giaf": "già", "gif": "gì", "trwowcs": "trước", "nghieengx": "nghiễng", "coong": "công", "nàof": "nào", "soos": "số", "hoas": "hóa",
	}
	for in, want := range mended {
		if got, ok := UndoTelex(in); !ok || got != want {
			t.Errorf("UndoTelex(%q) = %q, %t, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", "s", "w", "iso", "cchc", "par", "index", "tw", "file", "user", "data", "pci", "sipas", "papi",
		"hids", "ddci", "toan", "số", "hoass", "hoasf", "ddat", "q1", "98%", "fas", "hoachjhoachjhoachj", "\xff\xff",
	} {
		if got, ok := UndoTelex(in); ok {
			t.Errorf("UndoTelex(%q) = %q, want it left alone", in, got)
		}
	}
}

func TestUndoVNI(t *testing.T) {
	t.Parallel()
	mended := map[string]string{
		"bao1": "báo", "ca1o": "cáo", "d9at61": "đất", "u73": "ử", "ke61": "kế",
		"hoach5": "hoạch", "d9uo75c": "được", "thu3y": "thủy", "nga8n1": "ngắn", "cua73": "cửa", "d9i": "đi",
	}
	for in, want := range mended {
		if got, ok := UndoVNI(in); !ok || got != want {
			t.Errorf("UndoVNI(%q) = %q, %t, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "1", "q1", "p5", "2024", "1a", "bao12", "bao", "báo", "qh15", "d9", "x9", "bat2", "1.4"} {
		if got, ok := UndoVNI(in); ok {
			t.Errorf("UndoVNI(%q) = %q, want it left alone", in, got)
		}
	}
}

func FuzzUndoTelex(f *testing.F) {
	for _, word := range []string{"kees", "hoachj", "ddaats", "nguwowif", "iso", "bao1", "d9at61", "đuowcj"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, undo := range []func(string) (string, bool){UndoTelex, UndoVNI} {
			got, ok := undo(word)
			if !ok {
				continue
			}
			if !IsSyllable(got) || !norm.NFC.IsNormalString(got) || !utf8.ValidString(got) {
				t.Errorf("%q became %q, which is no syllable", word, got)
			}
			if Normalize(got) != got {
				t.Errorf("%q became %q, which is not normal", word, got)
			}
			if IsSyllable(word) && !strings.Contains(Normalize(word), "oo") {
				t.Errorf("%q is a syllable and became %q", word, got)
			}
		}
	})
}
