package simulator

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"
	"unicode/utf8"
)

// maxBody bounds a request. Telegram takes 50 MB uploads; a bot of texts and
// small sheets needs far less.
const maxBody = 16 << 20

// call is one request of the bot, whatever way its fields were sent.
type call struct {
	method string
	fields map[string]string // objects and arrays are JSON texts, as in a form
	files  map[string]upload
}

// upload is a file that came with a request.
type upload struct {
	name        string
	contentType string
	content     []byte
}

// parseCall reads the fields from the address and from a multipart, urlencoded
// or JSON body.
func parseCall(w http.ResponseWriter, r *http.Request, method string) (*call, error) {
	c := &call{method: method, fields: map[string]string{}, files: map[string]upload{}}
	c.addForm(r.URL.Query())
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	if err := c.readBody(r); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return nil, errTooLarge
		}
		return nil, badRequest("can't parse the request body: %v", err)
	}
	for _, v := range c.fields {
		if !utf8.ValidString(v) {
			return nil, errNotUTF8
		}
	}
	return c, nil
}

func (c *call) readBody(r *http.Request) error {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		kind = "" // no type, or a broken one: a body without fields, as Telegram takes it
	}
	switch kind {
	case "multipart/form-data":
		return c.readMultipart(multipart.NewReader(r.Body, params["boundary"]))
	case "application/json":
		return c.readJSON(r.Body)
	default:
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return fmt.Errorf("read body: %w", err)
		}
		if kind != "application/x-www-form-urlencoded" {
			return nil
		}
		form, err := url.ParseQuery(string(body))
		c.addForm(form)
		if err != nil {
			return fmt.Errorf("read form: %w", err)
		}
		return nil
	}
}

func (c *call) addForm(form url.Values) {
	for name, values := range form {
		c.fields[name] = values[0]
	}
}

func (c *call) readMultipart(parts *multipart.Reader) error {
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read next part: %w", err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return fmt.Errorf("read part: %w", err)
		}
		if name := part.FileName(); name != "" {
			c.files[part.FormName()] = upload{name, part.Header.Get("Content-Type"), content}
		} else {
			c.fields[part.FormName()] = string(content)
		}
	}
}

func (c *call) readJSON(body io.Reader) error {
	raw, err := io.ReadAll(body)
	if err != nil {
		return fmt.Errorf("read body: %w", err)
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil
	}
	fields, err := fieldsOf(raw)
	maps.Copy(c.fields, fields)
	return err
}

// fieldsOf takes the strings of an object as they are and everything else as
// its JSON text, as a form has them.
func fieldsOf(raw []byte) (map[string]string, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(raw, &object); err != nil {
		return nil, fmt.Errorf("object expected: %w", err)
	}
	fields := make(map[string]string, len(object))
	for name, value := range object {
		var text string
		switch {
		case string(value) == "null":
		case json.Unmarshal(value, &text) == nil:
			fields[name] = text
		default:
			fields[name] = string(value)
		}
	}
	return fields, nil
}

// part is an object inside a request, read like a request of its own.
func (c *call) part(raw []byte) (*call, error) {
	fields, err := fieldsOf(raw)
	return &call{method: c.method, fields: fields, files: c.files}, err
}

// has reports whether a field is there and not empty.
func (c *call) has(field string) bool { return c.fields[field] != "" }

// integer reads a number, or the fallback where it is missing or no number.
func (c *call) integer(name string, fallback int64) int64 {
	n, err := strconv.ParseInt(c.fields[name], 10, 64)
	if err != nil {
		return fallback
	}
	return n
}

// flag reads a Boolean as leniently as Telegram does.
func (c *call) flag(name string) bool {
	switch c.fields[name] {
	case "true", "True", "TRUE", "yes", "1":
		return true
	}
	return false
}

// object decodes a JSON field; a missing one leaves into untouched.
func (c *call) object(name string, into any) error {
	if c.fields[name] == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(c.fields[name]), into); err != nil {
		return badRequest("can't parse %s JSON object", name)
	}
	return nil
}
