-- +goose Up

-- An internal due date is of a unit of one decision: those of today are of the
-- decision that was reminded of last.
ALTER TABLE internal_dues ADD COLUMN plan TEXT NOT NULL DEFAULT ''; -- names the decision, as in occurrences

UPDATE internal_dues SET plan = COALESCE((SELECT plan FROM occurrences ORDER BY id DESC LIMIT 1), '6004/QĐ-UBND');

ALTER TABLE internal_dues ALTER COLUMN plan DROP DEFAULT;
ALTER TABLE internal_dues DROP CONSTRAINT internal_dues_pkey;
ALTER TABLE internal_dues ADD PRIMARY KEY (plan, unit);
