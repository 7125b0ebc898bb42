-- +goose Up

-- A version is applied once, also when two programs start together.
CREATE UNIQUE INDEX goose_db_version_once ON goose_db_version (version_id);

-- What is known of a chat. Other tables refer to a chat by its id.
CREATE TABLE chats (
    chat               BIGINT PRIMARY KEY,
    agency             TEXT   NOT NULL DEFAULT '', -- id of the register; '' when untold
    unreachable_since  BIGINT,                     -- milliseconds since 1970; NULL while reachable
    unreachable_reason TEXT   NOT NULL DEFAULT '',
    moved_to           BIGINT CHECK (moved_to <> chat) -- the id that stands for this one now
);

CREATE INDEX chats_moved_to ON chats (moved_to) WHERE moved_to IS NOT NULL;

-- Which Telegram updates were handled. Telegram's ids may start anew anywhere,
-- so age is counted by seq.
CREATE TABLE updates (
    seq        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         BIGINT NOT NULL UNIQUE,
    handled_at BIGINT NOT NULL
);

-- What people said about answers.
CREATE TABLE feedback (
    seq      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat     BIGINT NOT NULL,
    question TEXT   NOT NULL,
    answer   TEXT   NOT NULL, -- JSON array of unit ids
    words    TEXT   NOT NULL,
    given_at BIGINT NOT NULL
);
