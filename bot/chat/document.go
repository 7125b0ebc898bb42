package chat

import (
	"context"
	"errors"
)

// Document is a file that a person sends, which is fetched when it is wanted.
type Document struct {
	Name  string // as the person's device calls it
	Size  int64  // in bytes
	Fetch func(context.Context) ([]byte, error)
}

// ErrTooLarge says that a file is larger than can be fetched.
var ErrTooLarge = errors.New("the file is too large")
