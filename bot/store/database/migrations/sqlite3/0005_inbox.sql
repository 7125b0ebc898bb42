-- +goose Up

-- What an update says, as long as it waits to be handled; NULL once it was. A
-- waiting one has in handled_at when it was written down.
ALTER TABLE updates ADD COLUMN body BLOB;

CREATE INDEX updates_waiting ON updates (seq) WHERE body IS NOT NULL;
