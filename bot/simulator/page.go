package simulator

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"strconv"
	"time"
)

//go:embed page
var pageFiles embed.FS

// maxPageBody bounds what the page sends: the longest message, and then some.
const maxPageBody = 64 << 10

// contentPolicy lets the page load its own files and nothing else.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// pageHandler serves the chat page and what it asks for.
func (s *page) pageHandler() http.Handler {
	files, err := fs.Sub(pageFiles, "page")
	if err != nil {
		files = pageFiles // cannot be: the folder is embedded
	}
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServerFS(files))
	mux.HandleFunc("GET /chat/state", s.serveState)
	mux.HandleFunc("GET /chat/messages", s.serveMessages)
	mux.HandleFunc("GET /chat/events", s.serveEvents)
	mux.HandleFunc("GET /chat/files/{id}", s.serveChatFile)
	mux.HandleFunc("POST /chat/say", s.serveSay)
	mux.HandleFunc("POST /chat/file", s.serveUpload)
	mux.HandleFunc("POST /chat/press", s.servePress)
	mux.HandleFunc("POST /chat/block", s.serveBlock)
	mux.HandleFunc("POST /chat/inline", s.serveInline)
	mux.HandleFunc("POST /chat/choose", s.serveChoose)
	mux.HandleFunc("POST /chat/clock", s.serveClock)
	return withHeaders(mux)
}

// withHeaders sets the headers that keep the page to itself.
func withHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// pageChat is a chat as the page lists it.
type pageChat struct {
	ID      int64     `json:"id"`
	Kind    string    `json:"kind"`
	Title   string    `json:"title"`
	Members []int64   `json:"members"`
	Blocked bool      `json:"blocked"`
	MovedTo int64     `json:"moved_to,omitempty"`
	Menu    []Command `json:"menu"`
	Last    *Message  `json:"last,omitempty"`
}

// pageState is all that the page needs to draw itself, messages apart.
type pageState struct {
	Bot         map[string]any `json:"bot"`
	Personas    []Persona      `json:"personas"`
	Chats       []pageChat     `json:"chats"`
	Suggestions []string       `json:"suggestions"`
	Now         time.Time      `json:"now"`
	Settable    bool           `json:"settable"` // the clock
	Moments     []Moment       `json:"moments"`
}

func (s *page) serveState(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, s.pageState())
}

func (s *page) pageState() pageState {
	s.mu.Lock()
	defer s.mu.Unlock()
	state := pageState{
		Bot: map[string]any{
			"id": botID, "name": s.options.Name, "username": s.options.Username,
		},
		Personas: s.options.Personas, Suggestions: s.options.Suggestions,
		Now: s.options.Now(), Settable: s.options.SetNow != nil, Moments: s.options.Moments,
	}
	for _, id := range s.chatOrder {
		state.Chats = append(state.Chats, s.pageChat(s.chats[id]))
	}
	return state
}

func (s *page) pageChat(c *chat) pageChat {
	out := pageChat{
		ID: c.id, Kind: c.kind, Title: c.title, Members: c.members,
		Blocked: c.blocked, MovedTo: c.movedTo, Menu: s.menuOf(c),
	}
	if c.kind == private {
		out.Title = s.people[c.id].Name
	}
	if n := len(c.messages); n > 0 {
		last := c.messages[n-1].clone()
		out.Last = &last
	}
	return out
}

func (s *page) serveMessages(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.ParseInt(r.URL.Query().Get("chat"), 10, 64)
	if err != nil {
		id = 0
	}
	writeJSON(w, s.Messages(id))
}

// serveEvents follows changes as server-sent events.
func (s *page) serveEvents(w http.ResponseWriter, r *http.Request) {
	l := s.listen()
	defer s.unlisten(l)
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w).Flush
	if _, err := fmt.Fprint(w, "retry: 1000\n\n"); err != nil || flush() != nil {
		return
	}
	for {
		select {
		case raw, ok := <-l.events:
			if !ok {
				return // the page lags behind: it connects and loads anew
			}
			if _, err := fmt.Fprintf(w, "data: %s\n\n", raw); err != nil || flush() != nil {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}

// serveChatFile shows photos and hands out documents, which never open inside
// the page.
func (s *page) serveChatFile(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	f := s.file(r.PathValue("id"))
	s.mu.Unlock()
	if f == nil {
		http.NotFound(w, r)
		return
	}
	kind := f.Type
	if !f.Photo {
		kind = "application/octet-stream"
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(f.content) // a page that has gone is its own loss
}

// act reads what the page sends, does it, and answers in Vietnamese.
func act[T any](w http.ResponseWriter, r *http.Request, do func(T) (any, error)) {
	var in T
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxPageBody))
	if err := decoder.Decode(&in); err != nil {
		http.Error(w, textBadRequest, http.StatusBadRequest)
		return
	}
	out, err := do(in)
	if err != nil {
		http.Error(w, explain(err), http.StatusConflict)
		return
	}
	writeJSON(w, out)
}

func (s *page) serveSay(w http.ResponseWriter, r *http.Request) {
	type said struct {
		Chat, User, ReplyTo int64
		Text                string
	}
	act(w, r, func(in said) (any, error) { return s.SayIn(in.Chat, in.User, in.Text, in.ReplyTo) })
}

func (s *page) servePress(w http.ResponseWriter, r *http.Request) {
	type pressed struct {
		Chat, User, Message int64
		Data                string
	}
	act(w, r, func(in pressed) (any, error) { return s.PressData(in.Chat, in.User, in.Message, in.Data) })
}

// inlineWait is how long the page waits for the bot's inline results.
const inlineWait = 5 * time.Second

func (s *page) serveInline(w http.ResponseWriter, r *http.Request) {
	type asked struct {
		Chat, User int64
		Words      string
	}
	act(w, r, func(in asked) (any, error) {
		ctx, cancel := context.WithTimeout(r.Context(), inlineWait)
		defer cancel()
		return s.Inline(ctx, in.Chat, in.User, in.Words)
	})
}

func (s *page) serveChoose(w http.ResponseWriter, r *http.Request) {
	type chosen struct {
		Chat, User    int64
		Query, Result string
	}
	act(w, r, func(in chosen) (any, error) { return s.Choose(in.Chat, in.User, in.Query, in.Result) })
}

func (s *page) serveBlock(w http.ResponseWriter, r *http.Request) {
	type block struct {
		Chat    int64
		Blocked bool
	}
	act(w, r, func(in block) (any, error) { return true, s.SetBlocked(in.Chat, in.Blocked) })
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(v) // a page that has gone is its own loss
}

// explain turns an error into a sentence for the page.
func explain(err error) string {
	for known, sentence := range explanations {
		if errors.Is(err, known) {
			return sentence
		}
	}
	return textTrouble
}
