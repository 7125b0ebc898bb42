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

// sendFile sends an upload. The field that holds it is named after its kind,
// "photo" or "document".
func (s *api) sendFile(c *call, kind string) (any, error) {
	to, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	text, entities, err := c.readText("caption", "caption_entities")
	switch {
	case err != nil:
		return nil, err
	case utf16Len(text) > maxCaption:
		return nil, errCaptionTooLong
	}
	file, err := s.uploadOf(c, kind)
	if err != nil {
		return nil, err
	}
	return s.sendFromBot(c, to, &Message{Text: text, Entities: entities, File: file})
}

// uploadOf keeps the file that a field holds, or names as "attach://part". A
// file that was sent before and one of the network are not known here.
func (s *api) uploadOf(c *call, kind string) (*File, error) {
	part := kind
	if attached, ok := strings.CutPrefix(c.fields[kind], "attach://"); ok {
		part = attached
	}
	if sent, ok := c.files[part]; ok {
		return s.keepFile(sent, kind == "photo")
	}
	if c.fields[kind] == "" {
		return nil, badRequest("there is no %s in the request", kind)
	}
	return nil, errWrongFile
}

// keepFile stores an upload.
func (s *world) keepFile(sent upload, photo bool) (*File, error) {
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
func (s *world) file(id string) *File {
	for _, f := range s.files {
		if f.ID == id {
			return f
		}
	}
	return nil
}
