package simulator_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"cchcbot/bot/simulator"

	"github.com/chromedp/chromedp"
	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
)

// painted is a picture of one colour, as PNG.
func painted(t *testing.T, width, height int) []byte {
	t.Helper()
	picture := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.RGBA{11, 99, 196, 255}})
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sendPainted sends a picture, and returns what Telegram says of it.
func sendPainted(t *testing.T, client *tg.Bot, picture []byte) (*models.Message, error) {
	t.Helper()
	return client.SendPhoto(patience(t), &tg.SendPhotoParams{
		ChatID: simulator.Official, Caption: "Tiến độ quý I", CaptionEntities: []models.MessageEntity{{Type: models.MessageEntityTypeBold, Length: 7}},
		Photo: &models.InputFileUpload{Filename: "a.png", Data: bytes.NewReader(picture)},
	})
}

func TestPhotoLimits(t *testing.T) {
	t.Parallel()
	_, client := start(t, simulator.Options{})
	heavy := append(painted(t, 10, 10), make([]byte, 10<<20)...)
	tests := []struct {
		name    string
		picture []byte
		want    string
	}{
		{"as large as may be", painted(t, 5000, 5000), ""},
		{"too large", painted(t, 5001, 5000), "PHOTO_INVALID_DIMENSIONS"},
		{"as long as may be", painted(t, 20, 400), ""},
		{"too long", painted(t, 20, 401), "PHOTO_INVALID_DIMENSIONS"},
		{"too heavy", heavy, "file is too big"},
		{"empty", nil, "file must be non-empty"},
	}
	for _, tt := range tests {
		_, err := sendPainted(t, client, tt.picture)
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestCaptions(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	sent, err := sendPainted(t, client, painted(t, 30, 20))
	if err != nil {
		t.Fatal(err)
	}
	shown := server.Messages(simulator.Official)
	if len(shown) != 1 || shown[0].File.Width != 30 || shown[0].Text != "Tiến độ quý I" || shown[0].Entities[0] != (simulator.Entity{Type: "bold", Length: 7}) {
		t.Errorf("the chat shows %+v", shown)
	}
	_, err = client.EditMessageText(patience(t), &tg.EditMessageTextParams{ChatID: simulator.Official, MessageID: sent.ID, Text: "a"})
	if err == nil || !strings.Contains(err.Error(), "there is no text in the message to edit") {
		t.Errorf("the text of a picture is edited: %v", err)
	}
	for caption, want := range map[string]string{
		strings.Repeat("ệ", 1024): "", strings.Repeat("ệ", 1025): "message caption is too long", strings.Repeat("👋", 513): "message caption is too long",
	} {
		_, err := client.SendDocument(patience(t), &tg.SendDocumentParams{
			ChatID: simulator.Official, Caption: caption, Document: &models.InputFileUpload{Filename: "a.csv", Data: strings.NewReader("a;b")},
		})
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("a caption of %d bytes: %v, want %q", len(caption), err, want)
		}
	}
}

func TestPictureOnThePage(t *testing.T) {
	server, client := start(t, simulator.Options{})
	if _, err := sendPainted(t, client, painted(t, 1200, 600)); err != nil {
		t.Fatal(err)
	}
	_, err := client.SendDocument(patience(t), &tg.SendDocumentParams{
		ChatID: simulator.Official, Document: &models.InputFileUpload{Filename: "nhiem-vu.xlsx", Data: strings.NewReader(strings.Repeat("x", 1536))},
	})
	if err != nil {
		t.Fatal(err)
	}
	browser := browse(t, 390, 844)
	evaluate := func(expression string) bool {
		t.Helper()
		got, err := chromedp.Run(browser, chromedp.Evaluate[bool](expression))
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	do, _ := steps(browser, t)
	do(chromedp.Navigate(server.URL()), visible(".photo img"))
	for what, expression := range map[string]string{
		"the picture fits the screen":      `document.querySelector(".photo").getBoundingClientRect().right <= innerWidth`,
		"the picture keeps its shape":      `Math.abs(document.querySelector(".photo img").width / document.querySelector(".photo img").height - 2) < .02`,
		"the picture has words for it":     `document.querySelector(".photo img").alt === "Ảnh: Tiến độ quý I"`,
		"the document tells name and size": `document.querySelector(".file").innerText.includes("nhiem-vu.xlsx") && document.querySelector(".file").innerText.includes("1,5 KB")`,
		"the document is downloaded":       `document.querySelector(".file").download === "nhiem-vu.xlsx"`,
	} {
		if !evaluate(expression) {
			t.Errorf("not so: %s", what)
		}
	}
	do(click(".photo"), visible("#picture img"))
	if !evaluate(`document.querySelector("#picture").getBoundingClientRect().right <= innerWidth`) {
		t.Error("the opened picture is wider than the screen")
	}
	do(click("#picture button"), chromedp.WaitNotVisible(chromedp.CSS("#picture")))
}
