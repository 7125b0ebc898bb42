package simulator

import (
	"fmt"
	"net/http"
	"time"
)

// The years that a clock may be set to.
const firstYear, lastYear = 2000, 2099

// SetNow moves the clock of the whole world, through the hook of the Options.
// The zero time returns to the true time. The answer is the time that it is then.
func (s *Server) SetNow(t time.Time) error {
	if s.options.SetNow == nil {
		return ErrFixedClock
	}
	if year := t.Year(); !t.IsZero() && (year < firstYear || year > lastYear) {
		return ErrYear
	}
	before := s.options.Now()
	if err := s.options.SetNow(t); err != nil {
		return fmt.Errorf("set the clock: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.moveAlong(s.options.Now().Sub(before))
	s.publish(event{Type: "clock", Now: s.options.Now()})
	return nil
}

// moveAlong keeps what waits for the bot as old as it was, whatever the clock
// says: no time has passed for it.
func (s *world) moveAlong(by time.Duration) {
	for id, c := range s.callbacks {
		c.at = c.at.Add(by)
		s.callbacks[id] = c
	}
	for i := range s.inline.asked {
		s.inline.asked[i].at = s.inline.asked[i].at.Add(by)
	}
}

// serveClock sets the clock to a time, or moves it on by days; neither of them
// returns to the true time. The answer is the time that it is then.
func (s *page) serveClock(w http.ResponseWriter, r *http.Request) {
	type wanted struct {
		At   time.Time
		Days int
	}
	act(w, r, func(in wanted) (any, error) {
		if in.Days != 0 {
			in.At = s.options.Now().AddDate(0, 0, in.Days)
		}
		err := s.SetNow(in.At)
		return s.options.Now(), err
	})
}
