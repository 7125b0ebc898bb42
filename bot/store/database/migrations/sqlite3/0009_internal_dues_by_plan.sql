-- +goose Up

-- An internal due date is of a unit of one decision: those of today are of the
-- decision that was reminded of last.
CREATE TABLE internal_dues_by_plan (
    plan TEXT    NOT NULL, -- names the decision, as in occurrences
    unit TEXT    NOT NULL,
    day  INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    PRIMARY KEY (plan, unit)
) STRICT;

INSERT INTO internal_dues_by_plan (plan, unit, day)
SELECT COALESCE((SELECT plan FROM occurrences ORDER BY id DESC LIMIT 1), '6004/QĐ-UBND'), unit, day FROM internal_dues;

DROP TABLE internal_dues;
ALTER TABLE internal_dues_by_plan RENAME TO internal_dues;
