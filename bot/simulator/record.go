package simulator

import (
	"encoding/json"
	"maps"
	"slices"
	"time"
)

// keptRequests bounds the record where Options do not ask for all.
const keptRequests = 1000

// Request is one request of the bot and how it was answered.
type Request struct {
	Seq      int // 1 for the first
	At       time.Time
	Method   string
	Fields   map[string]string // objects and arrays as JSON texts
	Files    []string          // names of the parts that carried files
	Status   int               // HTTP status; 0 where no answer was given
	Response json.RawMessage   // the whole answer
	Problems []string          // what the Bot API does not know, as Check says
}

// remember records a request that is being answered.
func (s *api) remember(c *call, status int, body []byte, problems []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lastRequest++
	s.requests = append(s.requests, Request{
		Seq: s.lastRequest, At: s.options.Now(), Method: c.method, Fields: c.fields,
		Files: slices.Sorted(maps.Keys(c.files)), Status: status, Response: body, Problems: problems,
	})
	if len(s.requests) > keptRequests && !s.options.KeepAllRequests {
		s.requests = slices.Delete(s.requests, 0, len(s.requests)-keptRequests)
	}
	s.signal()
}

// Requests returns the recorded requests, oldest first.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// RequestsOf returns the recorded requests of one method, spelled as the bot
// spells it.
func (s *Server) RequestsOf(method string) []Request {
	return slices.DeleteFunc(s.Requests(), func(r Request) bool { return r.Method != method })
}

// Problems returns all that Check found in the recorded requests. A test
// of a bot fails where there are any.
func (s *Server) Problems() []string {
	var all []string
	for _, r := range s.Requests() {
		for _, p := range r.Problems {
			all = append(all, r.Method+": "+p)
		}
	}
	return all
}
