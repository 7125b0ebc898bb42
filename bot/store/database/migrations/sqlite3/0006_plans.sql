-- +goose Up

-- The library of plans, each with its life. What comes with the program has no
-- original here. The original stands last, so that a list does not read it.
CREATE TABLE plans (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    name        TEXT    NOT NULL, -- names the decision in records
    number      TEXT    NOT NULL,
    issuer      TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    issued      TEXT    NOT NULL, -- days are written 2024-03-31; '' for none
    from_year   INTEGER NOT NULL,
    to_year     INTEGER NOT NULL,
    file        TEXT    NOT NULL,
    sha256      TEXT    NOT NULL, -- '' without an original
    settled     TEXT    NOT NULL, -- JSON; '' for nothing
    state       TEXT    NOT NULL CHECK (state IN ('draft', 'approved', 'in_force', 'replaced', 'withdrawn')),
    day         TEXT    NOT NULL,
    replaces    INTEGER NOT NULL, -- 0 for none
    proposed    INTEGER NOT NULL,
    proposed_at INTEGER NOT NULL,
    approved    INTEGER NOT NULL,
    approved_at INTEGER,
    original    BLOB
) STRICT;
