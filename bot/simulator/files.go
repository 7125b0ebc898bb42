package simulator

import (
	"bytes"
	"image"
	_ "image/gif"  // photos that a bot may send
	_ "image/jpeg" // photos that a bot may send
	_ "image/png"  // photos that a bot may send
	"path"
	"strconv"
	"strings"
)

// keptFiles bounds the memory of uploads: the oldest are forgotten.
const keptFiles = 64 << 20

// Limits of a photo.
const (
	maxPhoto      = 10 << 20 // bytes
	maxPhotoSides = 10_000   // width and height together
	maxPhotoRatio = 20
)

// File is what a message carries besides its words.
type File struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Type   string `json:"type"` // MIME type
	Size   int    `json:"size"`
	Photo  bool   `json:"photo,omitempty"`
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`

	content []byte
}

// describe adds the file to a message of the Bot API.
func (f *File) describe(message map[string]any) {
	out := map[string]any{"file_id": f.ID, "file_unique_id": "u" + f.ID, "file_size": f.Size}
	if f.Photo {
		out["width"], out["height"] = f.Width, f.Height
		message["photo"] = []any{out}
		return
	}
	out["file_name"], out["mime_type"] = f.Name, f.Type
	message["document"] = out
}

func sendDocument(s *Server, c *call) (any, error) { return s.sendFile(c, "document") }

func sendPhoto(s *Server, c *call) (any, error) { return s.sendFile(c, "photo") }

// sendFile sends an upload, or a file that was sent before. The field that
// holds it is named after its kind.
func (s *Server) sendFile(c *call, kind string) (any, error) {
	to, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	m, err := s.readFileMessage(c, kind, kind)
	if err != nil {
		return nil, err
	}
	return s.sendFromBot(c, to, m)
}

// readFileMessage reads a file of a kind, "photo" or "document", and its
// caption.
func (s *Server) readFileMessage(c *call, field, kind string) (*Message, error) {
	text, entities, err := c.readCaption()
	if err != nil {
		return nil, err
	}
	file, err := s.fileOf(c, field, kind)
	if err != nil {
		return nil, err
	}
	return &Message{Text: text, Entities: entities, File: file}, nil
}

func (c *call) readCaption() (string, []Entity, error) {
	text, entities, err := c.readText("caption", "caption_entities")
	if err == nil && utf16Len(text) > maxCaption {
		err = errCaptionTooLong
	}
	return text, entities, err
}

// fileOf finds the file that a field names: an upload, "attach://part", or the
// id of a kept one. Addresses are refused, since nothing is fetched from the
// network.
func (s *Server) fileOf(c *call, field, kind string) (*File, error) {
	part := field
	if attached, ok := strings.CutPrefix(c.fields[field], "attach://"); ok {
		part = attached
	}
	if sent, ok := c.files[part]; ok {
		return s.keepFile(sent, kind == "photo")
	}
	switch id := c.fields[field]; {
	case id == "":
		return nil, badRequest("there is no %s in the request", kind)
	case strings.HasPrefix(id, "attach://"):
		return nil, badRequest("file %q not found in the request", part)
	case strings.Contains(id, "://"):
		return nil, badRequest("failed to get HTTP URL content")
	default:
		if f := s.file(id); f != nil && f.Photo == (kind == "photo") {
			return f, nil
		}
		return nil, errWrongFile
	}
}

// keepFile stores an upload.
func (s *Server) keepFile(sent upload, photo bool) (*File, error) {
	if len(sent.content) == 0 {
		return nil, badRequest("file must be non-empty")
	}
	f := &File{Name: path.Base(sent.name), Type: sent.contentType, Size: len(sent.content), content: sent.content}
	if photo {
		if err := f.readPhoto(); err != nil {
			return nil, err
		}
	}
	s.lastFile++
	f.ID = "tep" + strconv.FormatInt(s.lastFile, 10)
	s.files = append(s.files, f)
	s.fileBytes += f.Size
	for s.fileBytes > keptFiles {
		s.fileBytes -= s.files[0].Size
		s.files = s.files[1:]
	}
	return f, nil
}

// readPhoto measures a picture and refuses what Telegram does not take as one.
func (f *File) readPhoto() error {
	if f.Size > maxPhoto {
		return badRequest("file is too big")
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(f.content))
	if err != nil {
		return badRequest("IMAGE_PROCESS_FAILED")
	}
	long, short := max(config.Width, config.Height), min(config.Width, config.Height)
	if long+short > maxPhotoSides || long > short*maxPhotoRatio {
		return badRequest("PHOTO_INVALID_DIMENSIONS")
	}
	f.Photo, f.Width, f.Height, f.Type = true, config.Width, config.Height, "image/"+format
	return nil
}

// file finds a kept file.
func (s *Server) file(id string) *File {
	for _, f := range s.files {
		if f.ID == id {
			return f
		}
	}
	return nil
}

func getFile(s *Server, c *call) (any, error) {
	if c.fields["file_id"] == "" {
		return nil, badRequest("file_id not specified")
	}
	f := s.file(c.fields["file_id"])
	if f == nil {
		return nil, badRequest("wrong file_id or the file is temporarily unavailable")
	}
	return map[string]any{
		"file_id": f.ID, "file_unique_id": "u" + f.ID, "file_size": f.Size, "file_path": "documents/" + f.ID,
	}, nil
}
