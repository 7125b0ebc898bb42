package database

import (
	"strconv"
	"strings"
	"time"
)

// dialect is all in which the two databases differ after they are open.
type dialect struct {
	name     string // also goose's name and the folder of the migrations
	numbered bool   // parameters are written $1, $2 instead of ?

	// What ends a SELECT of rows that the transaction changes, or of digests d
	// that nobody else may change meanwhile. SQLite has one writer anyway.
	lock, lockDigests string
}

var (
	sqlite   = dialect{name: "sqlite3"}
	postgres = dialect{name: "postgres", numbered: true, lock: " FOR NO KEY UPDATE", lockDigests: " FOR NO KEY UPDATE OF d"}
)

// rebind writes the parameters of a query as the database wants them. Every
// question mark is a parameter: the queries of this package hold no other.
func (d dialect) rebind(query string) string {
	if !d.numbered {
		return query
	}
	var b strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(query, "?")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteString("$" + strconv.Itoa(n))
		query = after
	}
}

// Clean makes words of strangers storable: PostgreSQL refuses NUL and broken
// UTF-8, which SQLite would keep.
func Clean(words string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(words, "\uFFFD"), "\x00", "")
}

// Times are kept as milliseconds since 1970, which both databases compare and
// return alike.

// ToMillis writes a time as it is kept.
func ToMillis(t time.Time) int64 { return t.UnixMilli() }

func fromMillis(ms int64) time.Time { return time.UnixMilli(ms).UTC() }
