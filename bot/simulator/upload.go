package simulator

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// maxDownload is the largest file that a bot can fetch.
const maxDownload = 20 << 20

// SendFile sends a persona's file into a chat, with words beside it.
func (s *Server) SendFile(in, persona int64, name string, content []byte, caption string) (Message, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c, err := s.chatFor(in, persona)
	if err != nil {
		return Message{}, err
	}
	caption = strings.TrimSpace(cleanInput(strings.ToValidUTF8(caption, "\uFFFD")))
	if name == "" || len(content) == 0 || len(content) > maxDownload || utf16Len(caption) > maxCaption {
		return Message{}, ErrFile
	}
	file, err := s.keepFile(upload{name: path.Base(name), contentType: "application/octet-stream", content: content}, false)
	if err != nil {
		return Message{}, err
	}
	m := &Message{From: persona, Text: caption, Entities: withFound(caption, nil), File: file}
	s.post(c, m)
	if s.hears(c, m) {
		if _, err := s.queue.push("message", s.messageJSON(m, true)); err != nil {
			return Message{}, fmt.Errorf("send a file: %w", err)
		}
		s.signal()
	}
	return m.clone(), nil
}

// getFile says where a file is to be had.
func getFile(s *api, c *call) (any, error) {
	f := s.file(c.fields["file_id"])
	switch {
	case f == nil:
		return nil, badRequest("wrong file_id or the file is temporarily unavailable")
	case f.Size > maxDownload:
		return nil, badRequest("file is too big")
	}
	return map[string]any{"file_id": f.ID, "file_unique_id": "u" + f.ID, "file_size": f.Size, "file_path": "documents/" + f.ID}, nil
}

// serveFile hands a file out at /file/bot<token>/documents/<id>.
func (s *api) serveFile(w http.ResponseWriter, r *http.Request, rest string) {
	given, place, _ := strings.Cut(rest, "/")
	s.mu.Lock()
	f := s.file(strings.TrimPrefix(place, "documents/"))
	s.mu.Unlock()
	if checkToken(given) != nil || f == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	_, _ = w.Write(f.content) // a bot that has gone is its own loss
}

// serveUpload takes a file from the page.
func (s *page) serveUpload(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	in, err := strconv.ParseInt(q.Get("chat"), 10, 64)
	user, err2 := strconv.ParseInt(q.Get("user"), 10, 64)
	if errors.Join(err, err2) != nil {
		http.Error(w, textBadRequest, http.StatusBadRequest)
		return
	}
	content, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxDownload))
	if err != nil {
		http.Error(w, explain(ErrFile), http.StatusRequestEntityTooLarge)
		return
	}
	m, err := s.SendFile(in, user, q.Get("name"), content, q.Get("caption"))
	if err != nil {
		http.Error(w, explain(err), http.StatusConflict)
		return
	}
	writeJSON(w, m)
}
