package simulator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
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
		ChatID: simulator.Official, Caption: "<b>Tiến độ</b> quý I", ParseMode: models.ParseModeHTML,
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

func TestMediaIsEdited(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	ctx := patience(t)
	sent, err := sendPainted(t, client, painted(t, 30, 20))
	if err != nil {
		t.Fatal(err)
	}
	keyboard := &models.InlineKeyboardMarkup{InlineKeyboard: [][]models.InlineKeyboardButton{{{Text: "Quý II", CallbackData: "q2"}}}}
	edited, err := client.EditMessageCaption(ctx, &tg.EditMessageCaptionParams{
		ChatID: simulator.Official, MessageID: sent.ID, Caption: "Quý I", ReplyMarkup: keyboard,
	})
	if err != nil || edited.Caption != "Quý I" || edited.Photo[0].Width != 30 {
		t.Fatalf("edited caption: %+v, %v", edited, err)
	}
	edited, err = client.EditMessageMedia(ctx, &tg.EditMessageMediaParams{
		ChatID: simulator.Official, MessageID: sent.ID, ReplyMarkup: keyboard,
		Media: &models.InputMediaPhoto{
			Media: "attach://q2.png", MediaAttachment: bytes.NewReader(painted(t, 40, 20)),
			Caption: "<i>Quý II</i>", ParseMode: models.ParseModeHTML,
		},
	})
	if err != nil || edited.Caption != "Quý II" || edited.Photo[0].Width != 40 {
		t.Fatalf("edited media: %+v, %v", edited, err)
	}
	shown := server.Messages(simulator.Official)
	if len(shown) != 1 || shown[0].File.Width != 40 || shown[0].Entities[0].Type != "italic" || shown[0].Buttons[0][0].Text != "Quý II" {
		t.Errorf("the chat shows %+v", shown)
	}
	_, err = client.EditMessageText(ctx, &tg.EditMessageTextParams{ChatID: simulator.Official, MessageID: sent.ID, Text: "a"})
	if err == nil || !strings.Contains(err.Error(), "there is no text in the message to edit") {
		t.Errorf("the text of a picture is edited: %v", err)
	}
}

func TestAlbum(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	sent, err := client.SendMediaGroup(patience(t), &tg.SendMediaGroupParams{
		ChatID: simulator.Official,
		Media: []models.InputMedia{
			&models.InputMediaPhoto{Media: "attach://1.png", MediaAttachment: bytes.NewReader(painted(t, 30, 20)), Caption: "Quý I"},
			&models.InputMediaPhoto{Media: "attach://2.png", MediaAttachment: bytes.NewReader(painted(t, 40, 20))},
		},
	})
	if err != nil || len(sent) != 2 || sent[0].MediaGroupID == "" || sent[0].MediaGroupID != sent[1].MediaGroupID {
		t.Fatalf("sent %+v, %v", sent, err)
	}
	if shown := server.Messages(simulator.Official); len(shown) != 2 || shown[1].File.Width != 40 || shown[0].Text != "Quý I" {
		t.Errorf("the chat shows %+v", shown)
	}
}

func TestMediaRefusals(t *testing.T) {
	t.Parallel()
	server, client := start(t, simulator.Options{})
	sent, err := sendPainted(t, client, painted(t, 30, 20))
	if err != nil {
		t.Fatal(err)
	}
	photo, id := sent.Photo[0].FileID, fmt.Sprint(sent.ID)
	input := func(kind, media, caption string) string {
		raw, err := json.Marshal(map[string]string{"type": kind, "media": media, "caption": caption})
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	one := input("photo", photo, "")
	tests := []struct {
		method, media, want string
	}{
		{"editMessageMedia", input("photo", photo, strings.Repeat("ệ", 1024)), ""},
		{"editMessageMedia", input("photo", photo, strings.Repeat("ệ", 1025)), "Bad Request: message caption is too long"},
		{"editMessageMedia", input("photo", photo, strings.Repeat("👋", 513)), "Bad Request: message caption is too long"},
		{"editMessageMedia", input("document", photo, ""), "Bad Request: wrong file identifier/HTTP URL specified"},
		{"editMessageMedia", input("photo", "https://example.org/a.png", ""), "Bad Request: failed to get HTTP URL content"},
		{"editMessageMedia", input("photo", "attach://x", ""), `Bad Request: file "x" not found in the request`},
		{"editMessageMedia", input("photo", "", ""), "Bad Request: can't parse InputMedia: media not found"},
		{"editMessageMedia", input("video", photo, ""), "Bad Request: can't parse InputMedia: type must be one of photo, document"},
		{"sendMediaGroup", "[" + one + "]", "Bad Request: album must contain 2 to 10 files"},
		{"sendMediaGroup", "[" + strings.Repeat(one+",", 10) + one + "]", "Bad Request: album must contain 2 to 10 files"},
		{"sendMediaGroup", "[" + one + "," + one + "]", ""},
	}
	for _, tt := range tests {
		a := call(t, server, tt.method, "chat_id", "1001", "message_id", id, "media", tt.media)
		if tt.method == "sendMediaGroup" {
			a = call(t, server, tt.method, "chat_id", "1001", "media", tt.media)
		}
		if a.Description != tt.want {
			t.Errorf("%s %.80s: %q, want %q", tt.method, tt.media, a.Description, tt.want)
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
	do := func(steps ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(browser, steps...); err != nil {
			t.Fatal(err)
		}
	}
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
