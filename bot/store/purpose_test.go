package store

import (
	"errors"
	"testing"

	"cchcbot/bot/store/postgrestest"
)

func TestADatabaseHasOnePurpose(t *testing.T) {
	t.Parallel()
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		must(t, s.Dedicate(t.Context(), ToTry))
		must(t, s.Dedicate(t.Context(), ToTry))
		if err := s.Dedicate(t.Context(), ToServe); !errors.Is(err, ErrTried) {
			t.Errorf("served after a trial: %v", err)
		}
	})
	postgrestest.OnEach(t, func(t *testing.T, address string) {
		s := open(t, address)
		follow(t, s, 101, "so-tu-phap") // by a program from before there were purposes
		if err := s.Dedicate(t.Context(), ToTry); !errors.Is(err, ErrServed) {
			t.Errorf("tried after it served: %v", err)
		}
		must(t, s.Dedicate(t.Context(), ToServe))
	})
}
