package telegram

import (
	"encoding/json"
	"fmt"
	"testing"
	"unicode/utf16"

	"github.com/go-telegram/bot/models"
	"github.com/google/go-cmp/cmp"

	"cchcbot/bot/chat"
)

// entity is an entity of JSON at a place found in the text, counted as Telegram
// does.
type entity struct{ kind, words string }

// groupText is a message of a group with its entities; extra is more JSON.
func groupText(text, extra string, entities ...entity) string {
	all := utf16.Encode([]rune(text))
	list := []map[string]any{}
	for _, e := range entities {
		part := utf16.Encode([]rune(e.words))
		at := 0
		for string(utf16.Decode(all[at:at+len(part)])) != e.words {
			at++
		}
		one := map[string]any{"type": e.kind, "offset": at, "length": len(part)}
		if e.kind == "text_mention" {
			one["user"] = map[string]any{"id": 4242, "is_bot": true, "first_name": "CCHC"}
		}
		list = append(list, one)
	}
	marks, _ := json.Marshal(list)
	words, _ := json.Marshal(text)
	return fmt.Sprintf(`{"message_id":5,"date":1700000000,"from":{"id":9,"is_bot":false,"first_name":"An"},`+
		`"chat":{"id":-100,"type":"supergroup"},"text":%s,"entities":%s%s}`, words, marks, extra)
}

func TestGroupAnswersOnlyWhenAddressed(t *testing.T) {
	t.Parallel()
	replyTo := func(id int64) string {
		return fmt.Sprintf(`,"reply_to_message":{"message_id":4,"date":1,"chat":{"id":-100,"type":"supergroup"},"from":{"id":%d,"is_bot":true,"first_name":"x"}}`, id)
	}
	tests := []struct {
		name    string
		message string
		want    string
		asked   bool
	}{
		{"chatter", groupText("ai đi ăn không", ""), "", false},
		{"called to a colleague's words", groupText("@CchcBot", `,"reply_to_message":{"message_id":4,"date":1,"chat":{"id":-100,"type":"supergroup"},"from":{"id":8,"is_bot":false,"first_name":"Lan"},"text":"ai chủ trì số hóa"}`, entity{"mention", "@CchcBot"}), "ai chủ trì số hóa", true},
		{"called to another bot's words", groupText("@CchcBot", `,"reply_to_message":{"message_id":4,"date":1,"chat":{"id":-100,"type":"supergroup"},"from":{"id":8,"is_bot":true,"first_name":"B"},"text":"ai chủ trì số hóa"}`, entity{"mention", "@CchcBot"}), "", true},
		{"command", groupText("/help", "", entity{"bot_command", "/help"}), "/help", true},
		{"command for us", groupText("/coquan@CchcBot Sở Tư pháp", "", entity{"bot_command", "/coquan@CchcBot"}), "/coquan Sở Tư pháp", true},
		{"command for us in small letters", groupText("/help@cchcbot", "", entity{"bot_command", "/help@cchcbot"}), "/help", true},
		{"command for another bot", groupText("/help@OtherBot", "", entity{"bot_command", "/help@OtherBot"}), "", false},
		{"command for a bot whose name goes on", groupText("/help@CchcBot2", "", entity{"bot_command", "/help@CchcBot2"}), "", false},
		{"command in the middle", groupText("gõ /help nhé", "", entity{"bot_command", "/help"}), "", false},
		{"mention first", groupText("@CchcBot, hạn nộp?", "", entity{"mention", "@CchcBot"}), "hạn nộp?", true},
		{"mention last", groupText("hạn nộp? @cchcbot", "", entity{"mention", "@cchcbot"}), "hạn nộp?", true},
		{"mention behind an emoji", groupText("👍🏽 nhờ @CchcBot xem số hóa", "", entity{"mention", "@CchcBot"}), "👍🏽 nhờ xem số hóa", true},
		{"mention before a command", groupText("@CchcBot /help", "", entity{"mention", "@CchcBot"}, entity{"bot_command", "/help"}), "/help", true},
		{"mention of somebody else", groupText("@NguoiKhac xem nhé", "", entity{"mention", "@NguoiKhac"}), "", false},
		{"mention by name", groupText("CCHC ơi, hạn nộp?", "", entity{"text_mention", "CCHC"}), "ơi, hạn nộp?", true},
		{"reply to the bot", groupText("còn quý II?", replyTo(4242)), "còn quý II?", true},
		{"reply to another", groupText("còn quý II?", replyTo(77)), "", false},
		{"automatic forward", groupText("/help", `,"is_automatic_forward":true`, entity{"bot_command", "/help"}), "", false},
		{"entity outside the text", `{"message_id":5,"date":1,"chat":{"id":-100,"type":"group"},"text":"a","entities":[` +
			`{"type":"bot_command","offset":9,"length":3},{"type":"mention","offset":-1,"length":2},{"type":"text_mention","offset":0,"length":9223372036854775807,"user":{"id":4242}}]}`, "", false},
	}
	r := newRig(t, echo)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var m models.Message
			if err := json.Unmarshal([]byte(tt.message), &m); err != nil {
				t.Fatal(err)
			}
			q, asked, err := r.fromMessage(t.Context(), &m)
			if err != nil {
				t.Fatal(err)
			}
			if asked != tt.asked || q.message.Text != tt.want {
				t.Errorf("got %q, %v; want %q, %v", q.message.Text, asked, tt.want, tt.asked)
			}
			if asked {
				if diff := cmp.Diff(target{chat: -100, answer: 5}, q.to, cmp.AllowUnexported(target{})); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestSenderIsKnownByName(t *testing.T) {
	t.Parallel()
	const person = `"from":{"id":9,"is_bot":false,"first_name":" Nguyễn\n Văn","last_name":"An\u0007","username":"nvan"}`
	var m models.Message
	if err := json.Unmarshal([]byte(`{"message_id":5,"date":1,`+person+`,"chat":{"id":9,"type":"private"},"text":"/start t_1_14","entities":[{"type":"bot_command","offset":0,"length":6}]}`), &m); err != nil {
		t.Fatal(err)
	}
	r := newRig(t, echo)
	said, asked, err := r.fromMessage(t.Context(), &m)
	if err != nil || !asked {
		t.Fatal(asked, err)
	}
	pressed, asked := r.fromButton(&models.CallbackQuery{From: *m.From, Data: "x", Message: models.MaybeInaccessibleMessage{Message: &m}})
	if !asked {
		t.Fatal("a press is no question")
	}
	for _, got := range []chat.Message{said.message, pressed.message} {
		if got.User != 9 || got.Name != "Nguyễn Văn An" || got.Handle != "nvan" {
			t.Errorf("got %+v", got)
		}
	}
	if said.message.Text != "/start t_1_14" {
		t.Errorf("payload of a deep link: %q", said.message.Text)
	}
}

func TestSenderAndTopic(t *testing.T) {
	t.Parallel()
	r := newRig(t, echo)
	var m models.Message
	anonymous := groupText("/help", `,"sender_chat":{"id":-100,"type":"supergroup"},"is_topic_message":true,"message_thread_id":31`,
		entity{"bot_command", "/help"})
	if err := json.Unmarshal([]byte(anonymous), &m); err != nil {
		t.Fatal(err)
	}
	q, asked, err := r.fromMessage(t.Context(), &m)
	if err != nil || !asked {
		t.Fatal(asked, err)
	}
	if q.message.User != 0 || q.message.Name != "" || q.message.Private || q.to.thread != 31 {
		t.Errorf("got %+v to %+v", q.message, q.to)
	}
	if want := int64(1700000000); q.message.At.Unix() != want {
		t.Errorf("sent at %v", q.message.At)
	}
}
