package telegram

import (
	"bytes"
	"strings"
	"testing"
	"testing/synctest"

	tg "github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
	"cchcbot/bot/simulator"
)

// sentIn returns what was sent after the method and its words or its file, in
// order.
func (f *fakeTelegram) sentIn() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	var sent []string
	for _, r := range f.requests {
		if what, ok := strings.CutPrefix(r.method, "send"); ok || strings.HasPrefix(r.method, "edit") {
			said := what
			for _, field := range []string{"text", "document", "photo", "caption", "caption_entities", "reply_markup"} {
				if value := r.fields[field]; value != "" {
					said += " | " + value
				}
			}
			sent = append(sent, said)
		}
	}
	return sent
}

func TestFilesFollowTheWords(t *testing.T) {
	calendar := chat.File{Name: "so-tu-phap.ics", Bytes: []byte("BEGIN:VCALENDAR"), Caption: chat.Text{{Spans: []chat.Span{{Words: "Lịch <2024>", Style: chat.Bold}}}}}
	chart := chat.File{Name: "tien-do.png", Bytes: []byte("PNG"), Picture: true}
	long := chart
	long.Caption = chat.Text{normal(strings.Repeat("a", 1000)), normal(strings.Repeat("b", 23))}
	buttons := [][]chat.Button{{{Label: "Lại", Action: "r"}}}
	const bold = ` | [{"type":"bold","offset":0,"length":11}]`
	const markup = ` | {"inline_keyboard":[[{"text":"Lại","callback_data":"r"}]]}`
	tests := []struct {
		name  string
		reply chat.Reply
		want  []string
		last  int64
	}{
		{"words and files", chat.Reply{Text: chat.Text{normal("đây")}, Buttons: buttons, Files: []chat.File{calendar, chart}},
			[]string{"Message | đây" + markup, "Document | so-tu-phap.ics: BEGIN:VCALENDAR | Lịch <2024>" + bold, "Photo | tien-do.png: PNG"}, 901},
		{"files alone", chat.Reply{Buttons: buttons, Files: []chat.File{chart, calendar}},
			[]string{"Photo | tien-do.png: PNG", "Document | so-tu-phap.ics: BEGIN:VCALENDAR | Lịch <2024>" + bold + markup}, 902},
		{"caption of 1025 units", chat.Reply{Files: []chat.File{long}},
			[]string{"Message | " + strings.Repeat("a", 1000) + "\n\n" + strings.Repeat("b", 23), "Photo | tien-do.png: PNG"}, 902},
		{"no name, no content", chat.Reply{Text: chat.Text{normal("đây")}, Files: []chat.File{{Name: " ", Bytes: []byte("x")}, {Name: "a"}}},
			[]string{"Message | đây"}, 901},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, echo)
			last, err := r.Send(t.Context(), 6, tt.reply, nil)
			if err != nil || last != tt.last {
				t.Errorf("message %d, %v; want %d", last, err, tt.last)
			}
			if diff := cmp.Diff(tt.want, r.telegram.sentIn()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPressedButtonBringsAFile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, always(chat.Reply{Text: chat.Text{normal("đây")}, Files: []chat.File{{Name: "a.ics", Bytes: []byte("x")}}}))
		r.telegram.fail("editMessageText", refuse(400, "Bad Request: there is no text in the message to edit", ""))
		converse(t, r, press(1, 6, "lịch"), press(2, 6, "lịch"))
		want := []string{"editMessageText | đây", "Message | đây", "Document | a.ics: x", "editMessageText | đây", "Document | a.ics: x"}
		if diff := cmp.Diff(want, r.telegram.sentIn()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestWhatIsNoPictureGoesAsADocument(t *testing.T) {
	t.Parallel()
	r := newRig(t, echo)
	r.telegram.fail("sendPhoto", refuse(400, "Bad Request: PHOTO_INVALID_DIMENSIONS", ""))
	wide := chat.File{Name: "rong.png", Bytes: []byte("PNG"), Picture: true}
	large := chat.File{Name: "lon.png", Bytes: make([]byte, pictureLimit+1), Picture: true}
	if _, err := r.Send(t.Context(), 6, chat.Reply{Files: []chat.File{wide, large}}, nil); err != nil {
		t.Fatal(err)
	}
	if photos, documents := r.telegram.made("sendPhoto"), r.telegram.made("sendDocument"); len(photos) != 1 || len(documents) != 2 {
		t.Errorf("%d pictures, %d documents", len(photos), len(documents))
	}
}

func TestTrapUploadOfASecondAttemptIsEmpty(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		refused := refuse(429, "Too Many Requests: retry after 1", `{"retry_after":1}`)
		r := newRig(t, echo)
		r.telegram.fail("sendDocument", refused)
		once := &tg.SendDocumentParams{ChatID: 6, Document: &models.InputFileUpload{Filename: "a.ics", Data: bytes.NewReader([]byte("x"))}}
		for range 2 {
			_, _ = r.client.SendDocument(t.Context(), once)
		}
		if made := r.telegram.made("sendDocument"); made[1].fields["document"] != "a.ics: " {
			t.Errorf("the library uploads %q with the second attempt now", made[1].fields["document"])
		}

		r = newRig(t, echo)
		r.telegram.fail("sendDocument", refused)
		if _, err := r.Send(t.Context(), 6, chat.Reply{Files: []chat.File{{Name: "a.ics", Bytes: []byte("x")}}}, nil); err != nil {
			t.Fatal(err)
		}
		if made := r.telegram.made("sendDocument"); len(made) != 2 || made[1].fields["document"] != "a.ics: x" {
			t.Errorf("got %v", made)
		}
	})
}

func TestFilesOverHTTP(t *testing.T) {
	t.Parallel()
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89")
	w := live(t, always(chat.Reply{
		Text:  chat.Text{normal("đây")},
		Files: []chat.File{{Name: "lịch \"2024\".ics", Bytes: []byte("BEGIN:VCALENDAR"), Caption: chat.Text{normal("Lịch")}}, {Name: "a.png", Bytes: png, Picture: true}},
	}))
	must(w.Say(simulator.Official, "/lich"))(t)
	document := w.says(t, simulator.Official, "Lịch")
	if document.File == nil || document.File.Name != `lịch "2024".ics` {
		t.Errorf("got %+v", document.File)
	}
	if err := w.stop(); err != nil {
		t.Error(err)
	}
	if shown := w.Messages(simulator.Official); len(shown) != 4 || shown[3].File == nil {
		t.Errorf("the chat shows %+v", shown)
	}
}
