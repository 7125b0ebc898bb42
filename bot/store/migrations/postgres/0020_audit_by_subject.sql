-- +goose Up

-- Who decided about something is asked for with each button that is pressed late.
CREATE INDEX audit_about ON audit (about, id);

