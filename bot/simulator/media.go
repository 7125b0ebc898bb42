package simulator

import (
	"encoding/json"
	"strconv"
)

// Limits of an album.
const leastAlbum, mostAlbum = 2, 10

// mediaKinds are the kinds of InputMedia that are known here.
var mediaKinds = map[string]bool{"photo": true, "document": true}

// readMedia reads an InputMedia: a file with its caption.
func (s *Server) readMedia(c *call, raw []byte) (*Message, string, error) {
	media, err := c.part(raw)
	if err != nil {
		return nil, "", badRequest("can't parse InputMedia: expected an Object")
	}
	kind := media.fields["type"]
	if !mediaKinds[kind] {
		return nil, "", badRequest("can't parse InputMedia: type must be one of photo, document")
	}
	if media.fields["media"] == "" {
		return nil, "", badRequest("can't parse InputMedia: media not found")
	}
	m, err := s.readFileMessage(media, "media", kind)
	return m, kind, err
}

// sendMediaGroup sends an album: several messages, all photos or all documents.
func sendMediaGroup(s *Server, c *call) (any, error) {
	to, err := s.destination(c)
	if err != nil {
		return nil, err
	}
	album, err := s.readAlbum(c)
	if err != nil {
		return nil, err
	}
	replyTo, err := c.readReply(to)
	if err != nil {
		return nil, err
	}
	name := "nhom" + strconv.FormatInt(s.lastMessage+1, 10)
	sent := make([]any, len(album))
	for i, m := range album {
		m.From, m.FromBot, m.ReplyTo, m.Album = botID, true, replyTo, name
		s.post(to, m)
		sent[i] = s.messageJSON(m, true)
	}
	return sent, nil
}

func (s *Server) readAlbum(c *call) ([]*Message, error) {
	var media []json.RawMessage
	if err := c.object("media", &media); err != nil {
		return nil, err
	}
	if len(media) < leastAlbum || len(media) > mostAlbum {
		return nil, badRequest("album must contain %d to %d files", leastAlbum, mostAlbum)
	}
	var album []*Message
	first := ""
	for i, raw := range media {
		m, kind, err := s.readMedia(c, raw)
		switch {
		case err != nil:
			return nil, err
		case i == 0:
			first = kind
		case kind != first:
			return nil, badRequest("document can't be mixed with other media types")
		}
		album = append(album, m)
	}
	return album, nil
}

// editMessageMedia puts another file, or a first one, into a message.
func editMessageMedia(s *Server, c *call) (any, error) {
	m, err := s.editable(c)
	if err != nil {
		return nil, err
	}
	by, _, err := s.readMedia(c, []byte(c.fields["media"]))
	if err != nil {
		return nil, err
	}
	return s.replace(c, m, by)
}
