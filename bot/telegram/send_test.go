package telegram

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
)

// converse feeds updates to a transport, lets it work for ten minutes, and
// stops it.
func converse(t *testing.T, r *rig, updates ...string) {
	t.Helper()
	r.telegram.push(updates...)
	stop := r.start(t.Context())
	time.Sleep(10 * time.Minute)
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if left := r.telegram.waiting(); len(left) != 0 {
		t.Errorf("not confirmed: %v", left)
	}
}

// always answers every message with the same reply.
func always(reply chat.Reply) Responder {
	return responder(func(context.Context, chat.Message) (chat.Reply, error) { return reply, nil })
}

func TestSendWaitsAsLongAsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.telegram.fail("sendMessage", refuse(429, "Too Many Requests: retry after 17", `{"retry_after":17}`))
		converse(t, r, private(1, 1, "a"))
		sent := r.telegram.made("sendMessage")
		if len(sent) != 2 || sent[1].at.Sub(sent[0].at) != 17*time.Second {
			t.Errorf("got %v", sent)
		}
	})
}

func TestSendRepeatsAfterOutages(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.telegram.fail("sendMessage", fault{}, fault{502, "<html>Bad Gateway</html>"}, fault{200, "<html>login</html>"},
			refuse(500, "Internal Server Error", ""))
		converse(t, r, private(1, 1, "a"))
		sent := r.telegram.made("sendMessage")
		if len(sent) != 5 {
			t.Fatalf("%d attempts, want 5", len(sent))
		}
		for i, least := range []time.Duration{250, 500, 1000, 2000} {
			pause := sent[i+1].at.Sub(sent[i].at)
			if least *= time.Millisecond; pause < least || pause > 2*least {
				t.Errorf("pause %d is %s, want %s to %s", i, pause, least, 2*least)
			}
		}
	})
}

func TestSendGivesUpWhatFailsAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		for range 100 {
			r.telegram.fail("sendMessage", fault{500, "x"})
		}
		converse(t, r, private(1, 1, "a"), private(2, 1, "b"))
		// That Telegram answers others shows with the next poll at the latest.
		if sent := len(r.telegram.made("sendMessage")); sent < 2*maxFailures || sent > 3*maxFailures {
			t.Errorf("%d attempts for two answers", sent)
		}
	})
}

func TestUnreachableChats(t *testing.T) {
	for _, refused := range []fault{
		refuse(403, "Forbidden: bot was blocked by the user", ""),
		refuse(403, "Forbidden: user is deactivated", ""),
		refuse(400, "Bad Request: chat not found", ""),
	} {
		synctest.Test(t, func(t *testing.T) {
			r := newRig(t, echo)
			r.telegram.fail("sendMessage", refused)
			converse(t, r, private(1, 6, "a"))
			notes := r.ledger.notes()
			if len(notes) != 1 || !strings.HasPrefix(notes[0], "unreachable 6: ") || len(r.telegram.texts()) != 1 {
				t.Errorf("noted %q, sent %q", notes, r.telegram.texts())
			}
		})
	}
}

func TestBlockedAndUnblocked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		member := func(id int64, status, more string) string {
			return fmt.Sprintf(`{"update_id":%d,"my_chat_member":{"chat":{"id":6,"type":"private"},"from":{"id":6,"is_bot":false,"first_name":"An"},`+
				`"date":1,"old_chat_member":{"status":"member","user":{"id":4242,"is_bot":true,"first_name":"x"}},`+
				`"new_chat_member":{"status":%q,"user":{"id":4242,"is_bot":true,"first_name":"x"}%s}}}`, id, status, more)
		}
		r := newRig(t, echo)
		converse(t, r, member(1, "kicked", `,"until_date":0`), member(2, "member", ""), member(3, "left", ""),
			member(4, "administrator", ""), member(5, "restricted", `,"is_member":true,"can_send_messages":false`),
			member(6, "restricted", `,"is_member":true,"can_send_messages":true`), member(7, "of_next_year", ""))
		want := []string{"unreachable 6: bot is kicked", "reachable 6", "unreachable 6: bot is left", "reachable 6",
			"unreachable 6: bot is restricted", "reachable 6"}
		if diff := cmp.Diff(want, r.ledger.notes()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestMigrationIsFollowedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		long := chat.Reply{Text: chat.Text{normal(strings.Repeat("a", 4000)), normal(strings.Repeat("b", 4000))}}
		r := newRig(t, always(long))
		moved := refuse(400, "Bad Request: group chat was upgraded to a supergroup chat", `{"migrate_to_chat_id":-1001}`)
		r.telegram.fail("sendMessage", moved)
		message := groupText("/help", "", entity{"bot_command", "/help"})
		converse(t, r, `{"update_id":1,"message":`+message+`}`)
		var chats []string
		for _, sent := range r.telegram.made("sendMessage") {
			chats = append(chats, sent.fields["chat_id"]+" "+sent.fields["text"][:1])
		}
		if diff := cmp.Diff([]string{"-100 a", "-1001 a", "-1001 b"}, chats); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"moved -100 to -1001"}, r.ledger.notes()); diff != "" {
			t.Error(diff)
		}

		again := newRig(t, echo)
		again.telegram.fail("sendMessage", moved, moved, moved)
		converse(t, again, `{"update_id":1,"message":`+message+`}`)
		if sent := len(again.telegram.texts()); sent != 2 {
			t.Errorf("%d attempts after a migration in circles, want 2", sent)
		}
	})
}

func TestMigrationIsReadFromItsNote(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		converse(t, r, `{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":-5,"type":"group"},"migrate_to_chat_id":-1005}}`)
		if diff := cmp.Diff([]string{"moved -5 to -1005"}, r.ledger.notes()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestPressedButtonChangesTheMessage(t *testing.T) {
	reply := chat.Reply{
		Text:    chat.Text{{Spans: []chat.Span{{Words: "Trang 2", Style: chat.Bold}}}},
		Buttons: [][]chat.Button{{{Label: "Trước", Action: "p:1"}, {Label: "Sau", Action: "p:3"}}, {{Label: "Đóng", Action: "x"}}},
		Notice:  "Đã mở trang 2",
	}
	const keyboard = `{"inline_keyboard":[[{"text":"Trước","callback_data":"p:1"},{"text":"Sau","callback_data":"p:3"}],[{"text":"Đóng","callback_data":"x"}]]}`
	tests := []struct {
		name  string
		edit  []fault
		fresh bool // a new message is sent
	}{
		{"in place", nil, false},
		{"not modified", []fault{refuse(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", "")}, false},
		{"gone", []fault{refuse(400, "Bad Request: message to edit not found", "")}, true},
		{"too old", []fault{refuse(400, "Bad Request: message can't be edited", "")}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := newRig(t, always(reply))
				r.telegram.fail("editMessageText", tt.edit...)
				r.telegram.fail("answerCallbackQuery", refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", ""))
				converse(t, r, press(1, 6, "p:2"))
				noted := r.telegram.made("answerCallbackQuery")
				if len(noted) != 1 || noted[0].fields["text"] != "Đã mở trang 2" || noted[0].fields["callback_query_id"] != "q1" {
					t.Errorf("acknowledged %v", noted)
				}
				edits := r.telegram.made("editMessageText")
				if len(edits) != 1 {
					t.Fatalf("%d edits", len(edits))
				}
				want := map[string]string{"chat_id": "6", "message_id": "77", "text": "Trang 2", "entities": `[{"type":"bold","offset":0,"length":7}]`,
					"link_preview_options": `{"is_disabled":true}`, "reply_markup": keyboard}
				if diff := cmp.Diff(want, edits[0].fields); diff != "" {
					t.Error(diff)
				}
				if fresh := r.telegram.made("sendMessage"); (len(fresh) == 1) != tt.fresh {
					t.Errorf("new messages: %v", fresh)
				}
				if strings.Contains(r.logged.String(), "level=ERROR") {
					t.Error(r.logged.String())
				}
			})
		})
	}
}

func TestButtonOfAMessageThatCannotBeReached(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		converse(t, r,
			`{"update_id":1,"callback_query":{"id":"q1","from":{"id":6,"is_bot":false,"first_name":"An"},"chat_instance":"1","data":"cũ","message":{"message_id":77,"date":0,"chat":{"id":6,"type":"private"}}}}`,
			`{"update_id":2,"callback_query":{"id":"q2","from":{"id":6,"is_bot":false,"first_name":"An"},"chat_instance":"1","data":"x","inline_message_id":"i"}}`)
		if diff := cmp.Diff([]string{"6 cũ"}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
		if n := len(r.telegram.made("answerCallbackQuery")); n != 2 {
			t.Errorf("%d presses acknowledged, want 2", n)
		}
	})
}

func TestStrangersActionIsPassedOnUnharmed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got []string
		r := newRig(t, responder(func(_ context.Context, m chat.Message) (chat.Reply, error) {
			got = append(got, m.Action)
			return chat.Reply{}, nil
		}))
		long := strings.Repeat("x", 500)
		converse(t, r, press(1, 6, long), strings.Replace(press(2, 6, "?"), `"?"`, "\"\xff\xfe\"", 1))
		if diff := cmp.Diff([]string{long, "\ufffd\ufffd"}, got); diff != "" {
			t.Error(diff)
		}
		if len(r.telegram.texts())+len(r.telegram.made("editMessageText")) != 0 {
			t.Error("an empty reply was sent")
		}
	})
}

func TestLongReplyIsSentAsSeveral(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, always(chat.Reply{
			Text:    chat.Text{normal(strings.Repeat("a", 4096)), normal("b"), normal(strings.Repeat("c", 4096))},
			Buttons: [][]chat.Button{{{Label: "Lại", Action: "r"}, {Label: "hỏng", Action: strings.Repeat("x", 65)}, {Label: " ", Action: "y"}}},
		}))
		converse(t, r, press(1, 6, "dài"))
		sent := r.telegram.made("sendMessage")
		if len(sent) != 3 || len(r.telegram.made("editMessageText")) != 0 {
			t.Fatalf("%d messages", len(sent))
		}
		for i, keyboard := range []string{"", "", `{"inline_keyboard":[[{"text":"Lại","callback_data":"r"}]]}`} {
			if got := sent[i].fields["reply_markup"]; got != keyboard {
				t.Errorf("message %d has buttons %q", i, got)
			}
		}
	})
}

func TestGroupSeesWhichQuestionIsAnswered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, always(chat.Reply{Text: chat.Text{normal(strings.Repeat("a", 4096)), normal("b")}}))
		converse(t, r, `{"update_id":1,"message":`+groupText("/help", "", entity{"bot_command", "/help"})+`}`)
		sent := r.telegram.made("sendMessage")
		if len(sent) != 2 || sent[0].fields["reply_parameters"] != `{"message_id":5,"allow_sending_without_reply":true}` ||
			sent[1].fields["reply_parameters"] != "" {
			t.Errorf("got %v", sent)
		}
	})
}

func TestFailuresApologise(t *testing.T) {
	bad := responder(func(_ context.Context, m chat.Message) (chat.Reply, error) {
		switch m.Text + m.Action {
		case "lỗi":
			return sentence("nửa câu"), errors.New("database is away")
		case "hoảng":
			panic("as a defect would")
		}
		return sentence("được"), nil
	})
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, bad)
		converse(t, r, private(1, 6, "lỗi"), private(2, 6, "hoảng"), press(3, 6, "hoảng"), private(4, 6, "thường"))
		want := []string{"6 " + textApology, "6 " + textApology, "6 được"}
		if diff := cmp.Diff(want, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
		noted := r.telegram.made("answerCallbackQuery")
		if len(noted) != 1 || noted[0].fields["text"] != textApology || noted[0].fields["show_alert"] != "true" {
			t.Errorf("press acknowledged with %v", noted)
		}
		log := r.logged.String()
		if !strings.Contains(log, "database is away") || strings.Count(log, "stack=") != 2 || !strings.Contains(log, "send_test.go") {
			t.Errorf("log without reason or stack: %s", log)
		}
		if strings.Contains(log, "thường") {
			t.Error("a user's words are in the log")
		}
	})
}

// Where nothing can be recorded, people hear that it was not.
func TestWhatIsNotRecordedIsTold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := errors.New("disk is full")
		r := newRig(t, responder(func(context.Context, chat.Message) (chat.Reply, error) { return chat.Reply{}, full }))
		r.ledger.fail(full, nil)
		converse(t, r, private(1, 6, "đã nộp"), press(2, 6, "d"))
		if diff := cmp.Diff([]string{"6 " + textNotKept}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
		noted := r.telegram.made("answerCallbackQuery")
		if len(noted) != 1 || noted[0].fields["text"] != textNotKept {
			t.Errorf("press acknowledged with %v", noted)
		}
	})
}

func TestAVoiceMessageIsAnsweredAndAServiceNoteIsNot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		const head = `"message_id":1,"date":1,"from":{"id":6,"is_bot":false,"first_name":"An"},"chat":{"id":6,"type":"private"}`
		converse(t, r,
			`{"update_id":1,"message":{`+head+`,"voice":{"file_id":"f","file_unique_id":"u","duration":3}}}`,
			`{"update_id":2,"message":{`+head+`,"photo":[],"caption":"ảnh chụp kế hoạch"}}`,
			`{"update_id":3,"message":{`+head+`,"pinned_message":{"message_id":1,"date":0,"chat":{"id":6,"type":"private"}}}}`)
		if diff := cmp.Diff([]string{"6 " + textOnly, "6 ảnh chụp kế hoạch"}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAnAlbumIsToldOnceAndAnEditedQuestionIsAnsweredAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		const head = `"message_id":1,"date":1,"from":{"id":6,"is_bot":false,"first_name":"An"},"chat":{"id":6,"type":"private"}`
		const photo = `,"photo":[{"file_id":"f","file_unique_id":"u","width":1,"height":1}]`
		converse(t, r,
			`{"update_id":1,"message":{`+head+photo+`,"media_group_id":"a"}}`,
			`{"update_id":2,"message":{`+head+photo+`,"media_group_id":"a"}}`,
			`{"update_id":3,"message":{`+head+photo+`,"media_group_id":"b","caption":"kế hoạch"}}`,
			`{"update_id":4,"message":{`+head+photo+`,"media_group_id":"b"}}`,
			`{"update_id":5,"message":{`+head+photo+`,"media_group_id":"c"}}`,
			`{"update_id":6,"edited_message":{`+head+`,"edit_date":2,"text":"ai chủ trì số hóa"}}`,
			`{"update_id":7,"edited_message":{`+head+`,"edit_date":2,"location":{"latitude":1,"longitude":1}}}`)
		if diff := cmp.Diff([]string{"6 " + textOnly, "6 kế hoạch", "6 " + textOnly, "6 ai chủ trì số hóa"}, r.telegram.texts()); diff != "" {
			t.Error(diff)
		}
	})
}
