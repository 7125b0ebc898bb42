package simulator

import (
	"net/http"
	"strings"
)

// Fault is something that goes wrong with a request. Exactly one kind of
// trouble is set; Fail says how often it happens.
type Fault struct {
	Err           *Refusal // Telegram refuses
	Status        int      // a proxy in front of Telegram answers with this status
	Body          string   // and these words, which are no JSON
	Cut           bool     // the connection ends without an answer
	AfterHandling bool     // Telegram does the work first: only the answer is lost
}

// Refusal is an error answer of Telegram.
type Refusal struct {
	Code        int
	Description string
	RetryAfter  int
	MigrateTo   int64
}

// TooManyRequests asks the bot to wait.
func TooManyRequests(seconds int) Fault {
	return Fault{Err: (*Refusal)(tooManyRequests(seconds))}
}

// Blocked is the refusal of a person who blocked the bot.
func Blocked() Fault { return Fault{Err: (*Refusal)(errBlocked)} }

// ServerError is trouble inside Telegram.
func ServerError() Fault {
	return Fault{Err: &Refusal{Code: 500, Description: "Internal Server Error"}}
}

// BadGateway is a page of a proxy where JSON is due.
func BadGateway() Fault {
	return Fault{Status: http.StatusBadGateway, Body: "<html><body>502 Bad Gateway</body></html>"}
}

// CutConnection ends the connection before the request is handled.
func CutConnection() Fault { return Fault{Cut: true} }

// LostAnswer handles the request and ends the connection without an answer.
func LostAnswer() Fault { return Fault{Cut: true, AfterHandling: true} }

// plannedFault is a Fault that waits for its requests.
type plannedFault struct {
	method string // lower case; "*" for every method
	fault  Fault
	times  int
}

// Fail makes the next requests of a method go wrong, after those that were
// planned before. The method "*" stands for all but getUpdates.
func (s *Server) Fail(method string, fault Fault, times int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, plannedFault{strings.ToLower(method), fault, times})
}

// nextFault takes what is planned for a request of the method; nil for nothing.
func (s *api) nextFault(method string) *Fault {
	method = strings.ToLower(method)
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.faults {
		p := &s.faults[i]
		if p.times > 0 && (p.method == method || p.method == "*" && method != "getupdates") {
			p.times--
			fault := p.fault
			return &fault
		}
	}
	return nil
}

// inject answers a request with its fault.
func (s *api) inject(w http.ResponseWriter, c *call, fault *Fault) {
	switch {
	case fault.Err != nil:
		s.answer(w, c, nil, nil, (*apiError)(fault.Err))
	case fault.Status != 0:
		s.remember(c, fault.Status, nil, nil)
		w.WriteHeader(fault.Status)
		_, _ = w.Write([]byte(fault.Body)) // a client that has gone is its own loss
	default:
		s.remember(c, 0, nil, nil)
		panic(http.ErrAbortHandler) // net/http's own way to cut a connection
	}
}
