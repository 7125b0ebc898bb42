-- +goose Up

-- A version is applied once, also when two programs start together.
CREATE UNIQUE INDEX goose_db_version_once ON goose_db_version (version_id);

-- What is known of a chat. Other tables refer to a chat by its id.
CREATE TABLE chats (
    chat               INTEGER PRIMARY KEY,
    agency             TEXT    NOT NULL DEFAULT '', -- id of the register; '' when untold
    unreachable_since  INTEGER,                     -- milliseconds since 1970; NULL while reachable
    unreachable_reason TEXT    NOT NULL DEFAULT '',
    moved_to           INTEGER CHECK (moved_to <> chat) -- the id that stands for this one now
) STRICT;

CREATE INDEX chats_moved_to ON chats (moved_to) WHERE moved_to IS NOT NULL;

-- Which Telegram updates were handled. Telegram's ids may start anew anywhere,
-- so age is counted by seq.
CREATE TABLE updates (
    seq        INTEGER PRIMARY KEY,
    id         INTEGER NOT NULL UNIQUE,
    handled_at INTEGER NOT NULL
) STRICT;

-- What people said about answers.
CREATE TABLE feedback (
    seq      INTEGER PRIMARY KEY,
    chat     INTEGER NOT NULL,
    question TEXT    NOT NULL,
    answer   TEXT    NOT NULL, -- JSON array of unit ids
    words    TEXT    NOT NULL,
    given_at INTEGER NOT NULL
) STRICT;
