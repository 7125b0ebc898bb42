package simulator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"cchcbot/bot/simulator"
	"cchcbot/bot/simulator/botapitest"
)

// request sends one request straight to the handler, as a bot on this machine
// would, and returns status and answer.
func request(t *testing.T, server *simulator.Server, r *http.Request) (int, answer) {
	t.Helper()
	r.Host = "127.0.0.1:1"
	w := httptest.NewRecorder()
	server.ServeHTTP(w, r)
	var a answer
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("the answer %q is no JSON: %v", w.Body, err)
	}
	return w.Code, a
}

type answer struct {
	OK          bool            `json:"ok"`
	Result      json.RawMessage `json:"result"`
	Code        int             `json:"error_code"`
	Description string          `json:"description"`
	Parameters  struct {
		RetryAfter int   `json:"retry_after"`
		MigrateTo  int64 `json:"migrate_to_chat_id"`
	} `json:"parameters"`
}

// call sends form fields, given as name, value, name, value.
func call(t *testing.T, server *simulator.Server, method string, fields ...string) answer {
	t.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, "/bot"+server.Token()+"/"+method, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	_, a := request(t, server, r)
	return a
}

func newServer(t *testing.T, options simulator.Options) *simulator.Server {
	t.Helper()
	server := simulator.New(options)
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	return server
}

func TestFieldsComeInEveryWay(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	path := "/bot" + server.Token() + "/sendMessage"
	post := func(kind, body string) *http.Request {
		r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		return r
	}
	multipart := "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n1001\r\n" +
		"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nchào\r\n--x--\r\n"
	for name, r := range map[string]*http.Request{
		"address":    httptest.NewRequest(http.MethodGet, path+"?chat_id=1001&text=ch%C3%A0o", nil),
		"form":       post("application/x-www-form-urlencoded", "chat_id=1001&text=ch%C3%A0o"),
		"json":       post("application/json", `{"chat_id":1001,"text":"chào","reply_markup":null}`),
		"multipart":  post("multipart/form-data; boundary=x", multipart),
		"other case": httptest.NewRequest(http.MethodGet, "/bot"+server.Token()+"/SENDMESSAGE?chat_id=1001&text=ch%C3%A0o", nil),
	} {
		if status, a := request(t, server, r); status != 200 || !strings.Contains(string(a.Result), `"text":"chào"`) {
			t.Errorf("%s: %d %+v", name, status, a)
		}
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	sent := call(t, server, "sendMessage", "chat_id", "1001", "text", "a")
	var message struct {
		ID int64 `json:"message_id"`
	}
	if err := json.Unmarshal(sent.Result, &message); err != nil {
		t.Fatal(err)
	}
	id := fmt.Sprint(message.ID)
	said, err := server.Say(simulator.Official, "b")
	if err != nil {
		t.Fatal(err)
	}
	button := func(data string) string {
		return fmt.Sprintf(`{"inline_keyboard":[[{"text":"x","callback_data":%q}]]}`, data)
	}
	tests := []struct {
		method string
		fields []string
		want   string // "" for an accepted request
	}{
		{"sendMessage", []string{"chat_id", "1001"}, "Bad Request: message text is empty"},
		{"sendMessage", []string{"text", "a"}, "Bad Request: chat_id is empty"},
		{"sendMessage", []string{"chat_id", "5", "text", "a"}, "Bad Request: chat not found"},
		{"sendMessage", []string{"chat_id", "@congchuc", "text", "a"}, ""},
		{"sendMessage", []string{"chat_id", "1001", "text", " \n "}, "Bad Request: text must be non-empty"},
		{"sendMessage", []string{"chat_id", "1001", "text", "<b>a", "parse_mode", "HTML"}, "Bad Request: unsupported parse_mode"},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "entities", "[1]"}, "Bad Request: can't parse MessageEntity: expected an Object"},
		{"sendMessage", []string{"chat_id", "1001", "text", "\xff"}, "Bad Request: strings must be encoded in UTF-8"},
		{"sendMessage", []string{"chat_id", "1001", "text", strings.Repeat("ệ", 4096)}, ""},
		{"sendMessage", []string{"chat_id", "1001", "text", strings.Repeat("ệ", 4097)}, "Bad Request: message is too long"},
		{"sendMessage", []string{"chat_id", "1001", "text", strings.Repeat("👋", 2048)}, ""},
		{"sendMessage", []string{"chat_id", "1001", "text", strings.Repeat("👋", 2048) + "a"}, "Bad Request: message is too long"},
		{"sendMessage", []string{"chat_id", "1001", "text", strings.Repeat("a", 1<<15+1)}, "Bad Request: text is too long"},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "reply_markup", button(strings.Repeat("x", 64))}, ""},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "reply_markup", button(strings.Repeat("x", 65))}, "Bad Request: BUTTON_DATA_INVALID"},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "reply_markup", button(strings.Repeat("ệ", 22))}, "Bad Request: BUTTON_DATA_INVALID"},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "reply_markup", button("")},
			"Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "reply_markup", "{"}, "Bad Request: can't parse reply keyboard markup JSON object"},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "reply_parameters", `{"message_id":999}`}, "Bad Request: message to be replied not found"},
		{"editMessageText", []string{"chat_id", "1001", "message_id", "999", "text", "a"}, "Bad Request: message to edit not found"},
		{"editMessageText", []string{"chat_id", "1001", "message_id", fmt.Sprint(said.ID), "text", "a"}, "Bad Request: message can't be edited"},
		{"editMessageText", []string{"chat_id", "1001", "message_id", id, "text", "a"},
			"Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"},
		{"editMessageText", []string{"chat_id", "1001", "message_id", id, "text", strings.Repeat("a", 4097)}, "Bad Request: MESSAGE_TOO_LONG"},
		{"answerCallbackQuery", []string{"callback_query_id", "1"}, "Bad Request: query is too old and response timeout expired or query ID is invalid"},
		{"sendDocument", []string{"chat_id", "1001", "document", "AgAD"}, "Bad Request: wrong file identifier/HTTP URL specified"},
		{"sendDocument", []string{"chat_id", "1001"}, "Bad Request: there is no document in the request"},
		{"setMyCommands", []string{"commands", `[{"command":"Có Dấu","description":"x"}]`}, "Bad Request: BOT_COMMAND_INVALID"},
		{"sendRocket", nil, "Not Found: method not found"},
	}
	for _, tt := range tests {
		a := call(t, server, tt.method, tt.fields...)
		if a.Description != tt.want || a.OK != (tt.want == "") {
			t.Errorf("%s %.120q: %q, want %q", tt.method, tt.fields, a.Description, tt.want)
		}
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	for token, want := range map[string]string{
		"nonsense": "Unauthorized: invalid token specified",
		"123:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA": "Unauthorized",
	} {
		status, a := request(t, server, httptest.NewRequest(http.MethodGet, "/bot"+token+"/getMe", nil))
		if status != 401 || a.Description != want {
			t.Errorf("token %s: %d %q, want 401 %q", token, status, a.Description, want)
		}
	}
}

func TestBodyIsBounded(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{})
	body := io.MultiReader(strings.NewReader("chat_id=1001&text="), bytes.NewReader(bytes.Repeat([]byte("a"), 17<<20)))
	r := httptest.NewRequest(http.MethodPost, "/bot"+server.Token()+"/sendMessage", body)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if status, a := request(t, server, r); status != 413 || a.Description != "Request Entity Too Large" {
		t.Errorf("%d %q", status, a.Description)
	}
}

func TestForeignPagesAreRefused(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{AllowedHosts: []string{"chat.test"}})
	get := func(target, host string, header ...string) int {
		r := httptest.NewRequest(http.MethodGet, target, nil)
		r.Host = host
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		w := httptest.NewRecorder()
		server.ServeHTTP(w, r)
		return w.Code
	}
	api := "/bot" + server.Token() + "/getMe"
	tests := []struct {
		name string
		got  int
		want int
	}{
		{"loopback", get("/", "127.0.0.1:8080"), 200},
		{"loopback, version 6", get("/", "[::1]:8080"), 200},
		{"localhost", get(api, "localhost:8080"), 200},
		{"allowed", get("/", "chat.test"), 200},
		{"rebound name", get("/", "evil.test"), 403},
		{"rebound name for the bot", get(api, "evil.test:80"), 403},
		{"other origin", get("/chat/state", "127.0.0.1:8080", "Origin", "http://evil.test"), 403},
		{"null origin", get("/chat/state", "127.0.0.1:8080", "Origin", "null"), 403},
		{"own origin", get("/chat/state", "127.0.0.1:8080", "Origin", "http://127.0.0.1:8080"), 200},
		{"image on a foreign page", get(api, "127.0.0.1:8080", "Sec-Fetch-Site", "cross-site"), 403},
		{"link on a foreign page", get("/", "127.0.0.1:8080", "Sec-Fetch-Site", "cross-site"), 200},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: status %d, want %d", tt.name, tt.got, tt.want)
		}
	}
}

func TestRecordIsBounded(t *testing.T) {
	t.Parallel()
	some, all := newServer(t, simulator.Options{}), newServer(t, simulator.Options{KeepAllRequests: true})
	for range 1001 {
		call(t, some, "getMe")
		call(t, all, "getMe")
	}
	if got := some.Requests(); len(got) != 1000 || got[0].Seq != 2 {
		t.Errorf("%d requests kept", len(got))
	}
	if got := all.RequestsOf("getMe"); len(got) != 1001 || got[1000].Status != 200 {
		t.Errorf("%d requests kept, want all", len(got))
	}
}

func TestSchemaFindsWrongCalls(t *testing.T) {
	t.Parallel()
	strict := newServer(t, simulator.Options{Check: botapitest.Read(t).Request, Strict: true})
	tests := []struct {
		method string
		fields []string
		want   []string
	}{
		{"getMe", nil, nil},
		{"sendMesage", nil, []string{`unknown method "sendMesage"`}},
		{"sendMessage", []string{"chat_id", "1001"}, []string{`missing parameter "text"`}},
		{"sendMessage", []string{"chat_id", "1001", "text", "a", "txt", "b"}, []string{`unknown parameter "txt"`}},
		{"getUpdates", []string{"offset", "soon"}, []string{`parameter "offset" is no Integer`}},
		{"getUpdates", []string{"allowed_updates", `[1]`}, []string{`"allowed_updates[0]" is no String`}},
		{"editMessageText", []string{"chat_id", "1001", "message_id", "1", "text", "a", "reply_markup", `{"inline_keyboard":[[{"text":1,"data":"x"}]]}`},
			[]string{`"reply_markup.inline_keyboard" is no Array of Array of InlineKeyboardButton`}},
		{"setMyCommands", []string{"commands", `[{"command":"a","description":"b"}]`, "scope", `{"type":"chat","chat_id":1001}`}, nil},
	}
	for _, tt := range tests {
		a := call(t, strict, tt.method, tt.fields...)
		if refused := strings.HasPrefix(a.Description, "Bad Request: schema: "); refused != (tt.want != nil) {
			t.Errorf("%s %q: answer %q", tt.method, tt.fields, a.Description)
		}
		requests := strict.Requests()
		if got := requests[len(requests)-1].Problems; !slices.Equal(got, tt.want) {
			t.Errorf("%s %q: problems %q, want %q", tt.method, tt.fields, got, tt.want)
		}
	}
}

func TestSchemaFindsStrayFiles(t *testing.T) {
	t.Parallel()
	server := newServer(t, simulator.Options{Check: botapitest.Read(t).Request})
	for field, want := range map[string][]string{"attach://x": nil, "AgAD": {`the file "x" belongs to no parameter`}} {
		body := "--b\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n1001\r\n" +
			"--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n" + field + "\r\n" +
			"--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"a.csv\"\r\n\r\na;b\r\n--b--\r\n"
		r := httptest.NewRequest(http.MethodPost, "/bot"+server.Token()+"/sendDocument", strings.NewReader(body))
		r.Header.Set("Content-Type", "multipart/form-data; boundary=b")
		request(t, server, r)
		requests := server.Requests()
		if got := requests[len(requests)-1].Problems; !slices.Equal(got, want) {
			t.Errorf("document %s: problems %q, want %q", field, got, want)
		}
	}
}
