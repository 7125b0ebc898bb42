package simulator

import "fmt"

// apiError is a refusal in the words of Telegram. Description is the whole
// sentence that the client sees.
type apiError struct {
	Code        int
	Description string
	RetryAfter  int   // seconds, with code 429
	MigrateTo   int64 // the supergroup that a group became
}

func (e *apiError) Error() string {
	return fmt.Sprintf("%d %s", e.Code, e.Description)
}

func badRequest(format string, args ...any) *apiError {
	return &apiError{Code: 400, Description: "Bad Request: " + fmt.Sprintf(format, args...)}
}

func forbidden(why string) *apiError {
	return &apiError{Code: 403, Description: "Forbidden: " + why}
}

func conflict(why string) *apiError {
	return &apiError{Code: 409, Description: "Conflict: " + why}
}

func tooManyRequests(seconds int) *apiError {
	return &apiError{
		Code:        429,
		Description: fmt.Sprintf("Too Many Requests: retry after %d", seconds),
		RetryAfter:  seconds,
	}
}

// The refusals that carry no detail.
var (
	errInvalidToken   = &apiError{Code: 401, Description: "Unauthorized: invalid token specified"}
	errWrongToken     = &apiError{Code: 401, Description: "Unauthorized"}
	errUnknownMethod  = &apiError{Code: 404, Description: "Not Found: method not found"}
	errTooLarge       = &apiError{Code: 413, Description: "Request Entity Too Large"}
	errChatEmpty      = badRequest("chat_id is empty")
	errChatNotFound   = badRequest("chat not found")
	errNotUTF8        = badRequest("strings must be encoded in UTF-8")
	errTextEmpty      = badRequest("message text is empty")
	errTextNothing    = badRequest("text must be non-empty")
	errTextTooLong    = badRequest("message is too long")
	errCaptionTooLong = badRequest("message caption is too long")
	errNotModified    = badRequest("message is not modified: specified new message content and reply markup " +
		"are exactly the same as a current content and reply markup of the message")
	errQueryTooOld    = badRequest("query is too old and response timeout expired or query ID is invalid")
	errOtherPoller    = conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
	errBlocked        = forbidden("bot was blocked by the user")
	errKickedGroup    = forbidden("bot was kicked from the group chat")
	errKickedSuper    = forbidden("bot was kicked from the supergroup chat")
	errWrongFile      = badRequest("wrong file identifier/HTTP URL specified")
	errButtonData     = badRequest("BUTTON_DATA_INVALID")
	errCommandInvalid = badRequest("BOT_COMMAND_INVALID")
)
