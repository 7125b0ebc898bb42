-- +goose Up

-- The day on which something was delivered, where that is told and another than
-- the one on which it was reported; '' where it is not.
ALTER TABLE occurrences ADD COLUMN delivered TEXT NOT NULL DEFAULT '';

-- A card asks how one unit stands for one agency.
CREATE INDEX occurrences_of_duty ON occurrences (unit, agency);

-- When a person is away, and who is reminded in their place.
CREATE TABLE absences (
    chat     INTEGER NOT NULL PRIMARY KEY, -- their private chat
    from_day TEXT    NOT NULL,
    to_day   TEXT    NOT NULL,
    deputy   INTEGER NOT NULL -- 0 for nobody
) STRICT;

CREATE INDEX absences_of_deputy ON absences (deputy) WHERE deputy <> 0;
