package telegram

import (
	"encoding/json"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/go-telegram/bot/models"
)

// administrators is an answer that names one who made a group, one whom they named,
// and a bot.
func administrators() fault {
	return fault{http.StatusOK, `{"ok":true,"result":[
		{"status":"creator","user":{"id":5,"is_bot":false,"first_name":"An"},"is_anonymous":true},
		{"status":"administrator","user":{"id":6,"is_bot":false,"first_name":"Bình"},"can_be_edited":false,"is_anonymous":false},
		{"status":"administrator","user":{"id":4242,"is_bot":true,"first_name":"CCHC"},"can_be_edited":false,"is_anonymous":false}]}`}
}

func TestGoverns(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		asked := func() int { return len(r.telegram.made("getChatAdministrators")) }
		r.telegram.fail("getChatAdministrators", refuse(403, "Forbidden: bot was kicked from the group chat", ""), administrators(), administrators())
		if r.Governs(t.Context(), -7, 5) {
			t.Error("a call that fails means yes")
		}
		for person, want := range map[int64]bool{5: true, 6: true, 7: false, 0: false, 4242: false} {
			if got := r.Governs(t.Context(), -7, person); got != want {
				t.Errorf("%d governs: %v, want %v", person, got, want)
			}
		}
		if asked() != 2 {
			t.Errorf("asked %d times, want 2: the failure is not remembered, the answer is", asked())
		}
		time.Sleep(governorsFresh)
		if !r.Governs(t.Context(), -7, 6) || asked() != 3 {
			t.Errorf("asked %d times after what was known is old, want 3", asked())
		}
	})
}

// A group that Telegram never answers for holds an answer up for no longer than
// the bound, and nobody governs it.
func TestGovernsOutage(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, echo)
		r.telegram.kill(true)
		began := time.Now()
		if r.Governs(t.Context(), -7, 5) || time.Since(began) > governorsTimeout {
			t.Errorf("an outage: yes, or after %s", time.Since(began))
		}
	})
}

// Who is nobody in particular is answered only where they administer the group.
func TestSenderChats(t *testing.T) {
	t.Parallel()
	r := newRig(t, echo)
	for _, tt := range []struct {
		name, extra      string
		asked, anonymous bool
	}{
		{"a person", ``, true, false},
		{"an anonymous administrator", `,"sender_chat":{"id":-100,"type":"supergroup"}`, true, true},
		{"a person as a channel", `,"sender_chat":{"id":-200,"type":"channel"}`, false, false},
		{"the linked channel", `,"sender_chat":{"id":-200,"type":"channel"},"is_automatic_forward":true`, false, false},
		{"another group", `,"sender_chat":{"id":-300,"type":"supergroup"}`, false, false},
		{"by another bot", `,"via_bot":{"id":8,"is_bot":true,"first_name":"B"}`, false, false},
	} {
		var m models.Message
		if err := json.Unmarshal([]byte(groupText("/theodoi", tt.extra, entity{"bot_command", "/theodoi"})), &m); err != nil {
			t.Fatal(err)
		}
		q, asked, err := r.fromMessage(t.Context(), &m)
		if err != nil || asked != tt.asked || q.message.Anonymous != tt.anonymous || asked && tt.anonymous != (q.message.User == 0) {
			t.Errorf("%s: asked %v, %+v, %v", tt.name, asked, q.message, err)
		}
	}
}
