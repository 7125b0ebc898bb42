package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"cchcbot/bot/simulator"
)

// planFile names a Word document of the plan of 2024, which is not part of the
// repository; without one a made-up plan is sent.
const planFile = "CCHCBOT_TEST_PLAN"

// mostTaps is how often two administrators may have to tap until a plan is in
// force.
const mostTaps = 12

// An official brings a plan into force on the chat page, and then a copy of it for
// the next year: choosing the file is a tap, and each button.
func TestFromFileToForceInTheBrowser(t *testing.T) {
	chromium(t) // first of all, as the test skips without one
	r := &planned{rehearsal: rehearse(t, "2025-01-06T09:00:00+07:00")}
	r.secondAdministrator()
	v := visit(t, r.world.URL(), screen{"phone-light", 390, 844, "light"})
	files := []string{write(t, "ke-hoach-2025.docx", docx(t, next))}
	numbers := []string{"15/QĐ-UBND"}
	if original := os.Getenv(planFile); original != "" {
		content, err := os.ReadFile(original)
		if err != nil {
			t.Fatal(err)
		}
		files = []string{original, write(t, "ke-hoach-2025.docx", changed(t, content))}
		numbers = []string{"6004/QĐ-UBND", "15/QĐ-UBND"}
	}
	for i, file := range files {
		taps := v.bringsIntoForce(file, numbers[i])
		t.Logf("%s: %d taps", filepath.Base(file), taps)
		if taps > mostTaps {
			t.Errorf("%s: %d taps, want at most %d", filepath.Base(file), taps, mostTaps)
		}
		v.becomes(simulator.FocalPerson)
		v.says([]string{"nhiệm vụ 1.14 nói gì", "nhiệm vụ 1.14 là gì"}[i])
		v.reads(numbers[i])
	}
}

// bringsIntoForce sends a file, settles all that is open, proposes and approves
// it, and counts the taps.
func (v *visitor) bringsIntoForce(file, number string) (taps int) {
	v.t.Helper()
	v.becomes(first)
	shows := func(words string) bool {
		seen, err := chromedp.Run(v.ctx, chromedp.Evaluate[bool](fmt.Sprintf(
			`[...document.querySelectorAll("#messages > li:not(.mine)")].slice(-3).some((m) => m.innerText.includes(%s))`, strconv.Quote(words))))
		if err != nil {
			v.t.Fatal(err)
		}
		return seen
	}
	awaits := func(words string) {
		v.await(fmt.Sprintf(`[...document.querySelectorAll("#messages > li:not(.mine)")].slice(-3).some((m) => m.innerText.includes(%s))`, strconv.Quote(words)))
	}
	tap := func(label string) {
		v.t.Helper()
		taps++
		v.clickOn(buttons("#messages > li", label) + ".at(-1)")
	}
	taps++
	v.do(chromedp.SetUploadFiles(chromedp.CSS("#file"), []string{file}))
	awaits("dòng cần xem lại đứng đầu")
	if shows("Xử lý") {
		tap("Xử lý")
		awaits("Đây là cơ quan nào?")
		tap("Giữ tất cả như văn bản")
	}
	awaits("Không còn điểm nào chưa rõ")
	tap("Trình duyệt")
	awaits("Đã trình duyệt")
	v.becomes(second)
	awaits("trình duyệt kế hoạch")
	awaits(number)
	tap("Duyệt, hiệu lực từ hôm nay")
	awaits("Đã duyệt Quyết định " + number)
	return taps
}

// write keeps a file for the browser.
func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// changed is a copy of the plan of 2024 for the year behind, with another number.
func changed(t *testing.T, content []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	years := strings.NewReplacer("6004/QĐ-UBND", "15/QĐ-UBND", "năm 2024", "năm 2025", "tháng 12 năm 2023", "tháng 12 năm 2024")
	var file bytes.Buffer
	out := zip.NewWriter(&file)
	for _, f := range in.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		words, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			words = []byte(years.Replace(string(words)))
		}
		if _, err := w.Write(words); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}
