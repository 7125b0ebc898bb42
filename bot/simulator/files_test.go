package simulator_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"cchcbot/bot/simulator"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// visit sends a request as the chat page does.
func visit(server *simulator.Server, method, path, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:1"
	w := httptest.NewRecorder()
	server.ServeHTTP(w, r)
	return w
}

func TestPhotos(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	ctx := patience(t)
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	sent, err := client.SendPhoto(ctx, &tg.SendPhotoParams{
		ChatID: simulator.Official, Caption: "Biểu đồ",
		Photo: &models.InputFileUpload{Filename: "a.png", Data: bytes.NewReader(picture.Bytes())},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(sent.Photo) != 1 || sent.Photo[0].Width != 30 || sent.Photo[0].Height != 20 {
		t.Fatalf("photo %+v", sent.Photo)
	}
	if got := visit(server, http.MethodGet, "/chat/files/"+sent.Photo[0].FileID, "").Body.Bytes(); !bytes.Equal(got, picture.Bytes()) {
		t.Errorf("the page gets %d bytes, want the %d that were sent", len(got), picture.Len())
	}
	_, err = client.SendPhoto(ctx, &tg.SendPhotoParams{
		ChatID: simulator.Official, Photo: &models.InputFileUpload{Filename: "a.png", Data: strings.NewReader("no picture")},
	})
	if err == nil || !strings.Contains(err.Error(), "IMAGE_PROCESS_FAILED") {
		t.Errorf("a text for a picture: %v", err)
	}
	if got := visit(server, http.MethodGet, "/chat/files/"+sent.Photo[0].FileID, "").Header().Get("Content-Type"); got != "image/png" {
		t.Errorf("the page gets the picture as %q", got)
	}
}

func TestDocumentsNeverOpenInThePage(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	sent, err := client.SendDocument(patience(t), &tg.SendDocumentParams{
		ChatID: simulator.Official, Document: &models.InputFileUpload{Filename: "báo cáo.html", Data: strings.NewReader("<script>alert(1)</script>")},
	})
	if err != nil {
		t.Fatal(err)
	}
	header := visit(server, http.MethodGet, "/chat/files/"+sent.Document.FileID, "").Header()
	if kind, how := header.Get("Content-Type"), header.Get("Content-Disposition"); kind != "application/octet-stream" || !strings.HasPrefix(how, "attachment") {
		t.Errorf("the document comes as %q, %q", kind, how)
	}
}

func TestPageKeepsToItself(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	page := visit(server, http.MethodGet, "/", "")
	policy := page.Header().Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("the policy %q misses %s", policy, want)
		}
	}
	for _, foreign := range []string{"http://", "https://", " style=", "onclick="} {
		if strings.Contains(page.Body.String(), foreign) {
			t.Errorf("the page holds %q", foreign)
		}
	}
}

func TestPageExplainsInVietnamese(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	tests := []struct{ path, body, want string }{
		{"/chat/say", "{", "Yêu cầu không hợp lệ."},
		{"/chat/say", `{"chat":5,"user":5,"text":"a"}`, "Không tìm thấy cuộc trò chuyện."},
		{"/chat/say", `{"chat":-2001,"user":5,"text":"a"}`, "Người này không có trong nhóm."},
		{"/chat/say", `{"chat":1001,"user":1001,"text":" "}`, "Tin nhắn phải có từ 1 đến 4096 ký tự."},
		{"/chat/say", `{"chat":1001,"user":1001,"text":"a","replyTo":9}`, "Không tìm thấy tin nhắn."},
		{"/chat/say", `{"chat":1001,"user":1001,"text":"` + strings.Repeat("a", 70_000) + `"}`, "Yêu cầu không hợp lệ."},
	}
	for _, tt := range tests {
		if got := strings.TrimSpace(visit(server, http.MethodPost, tt.path, tt.body).Body.String()); got != tt.want {
			t.Errorf("%s %.60s: %q, want %q", tt.path, tt.body, got, tt.want)
		}
	}
}
