package telegram

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// refusal is Telegram's "no" to a request, in its own words.
type refusal struct {
	code        int
	description string
	retryAfter  time.Duration // with code 429
	migrateTo   int64         // the supergroup that the group became; 0 for none
}

func (r *refusal) Error() string {
	return fmt.Sprintf("telegram refuses: %d %s", r.code, r.description)
}

// says reports whether Telegram's words contain one of the fragments.
func (r *refusal) says(fragments ...string) bool {
	words := strings.ToLower(r.description)
	for _, f := range fragments {
		if strings.Contains(words, f) {
			return true
		}
	}
	return false
}

// unreachable: nothing sent to the chat arrives until somebody in it changes
// that.
func (r *refusal) unreachable() bool {
	return r.code == http.StatusForbidden || r.says(
		"chat not found", "peer_id_invalid", "chat_write_forbidden",
		"not enough rights to send", "have no rights to send")
}

// unchanged: the message already shows what the edit would make of it.
func (r *refusal) unchanged() bool { return r.says("message is not modified") }

// uneditable: there is no message to edit any more, a new one must be sent.
func (r *refusal) uneditable() bool {
	return r.says("message to edit not found", "message can't be edited", "message_id_invalid",
		"no text in the message to edit")
}

// noPicture: the file is none that Telegram shows as a picture.
func (r *refusal) noPicture() bool {
	return r.says("photo_invalid_dimensions", "image_process_failed", "photo_ext_invalid", "too big for a photo")
}

// expired: the button was pressed, or the inquiry typed, too long ago to be
// answered.
func (r *refusal) expired() bool { return r.says("query is too old") }

// tokenRefused: no later request can succeed. Telegram answers 404 to a token
// that never was one.
func (r *refusal) tokenRefused() bool {
	return r.code == http.StatusUnauthorized || r.code == http.StatusNotFound
}

// outage is a request of which nobody knows whether it was done: a cut
// connection, a timeout, an answer 5xx.
type outage struct {
	reason  string // free of the token
	timeout bool
}

func (o *outage) Error() string {
	if o.timeout {
		return "telegram did not answer in time"
	}
	return "telegram is out of reach: " + o.reason
}
