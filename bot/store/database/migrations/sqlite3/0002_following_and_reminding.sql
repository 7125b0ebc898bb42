-- +goose Up

-- People who speak with the bot. Other tables know them by their id alone, so
-- that a name is kept, and forgotten, in one place. 0 is nobody any more.
CREATE TABLE people (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    username TEXT NOT NULL -- without @; '' for none
) STRICT;

-- Those who were named in the conversation; the configured ones are not here.
CREATE TABLE administrators (
    person INTEGER PRIMARY KEY
) STRICT;

-- Who is what to which agency.
CREATE TABLE subscriptions (
    chat     INTEGER NOT NULL,
    agency   TEXT    NOT NULL, -- id of the register, or the name of a ward
    role     TEXT    NOT NULL CHECK (role IN ('follower', 'focal', 'leader')),
    standing TEXT    NOT NULL CHECK (standing IN ('waiting', 'approved', 'refused', 'revoked')),
    person   INTEGER NOT NULL, -- who asked for it
    since    INTEGER NOT NULL, -- milliseconds since 1970: when the standing began
    PRIMARY KEY (chat, agency, role)
) STRICT;

CREATE INDEX subscriptions_of_agency ON subscriptions (agency) WHERE standing = 'approved';
CREATE INDEX subscriptions_waiting ON subscriptions (since) WHERE standing = 'waiting';

-- What a chat chose about its reminders, and how far they are drawn up.
CREATE TABLE recipients (
    chat       INTEGER PRIMARY KEY,
    minute     INTEGER NOT NULL, -- of the day, from midnight
    quiet_from INTEGER NOT NULL,
    quiet_till INTEGER NOT NULL,
    digest     INTEGER NOT NULL,
    supports   INTEGER NOT NULL,
    monday     INTEGER NOT NULL,
    through    TEXT    NOT NULL DEFAULT '' -- the day of the last digest that was drawn up; '' for none
) STRICT;

CREATE INDEX recipients_through ON recipients (through, minute, chat);

-- Due dates of duties, one for each agency, once they are nudged or changed.
-- Days are written 2024-03-31.
CREATE TABLE occurrences (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL UNIQUE, -- the same whenever it is drawn up
    plan      TEXT    NOT NULL,
    plan_year INTEGER NOT NULL,
    unit      TEXT    NOT NULL,
    agency    TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    period    TEXT    NOT NULL,
    product   TEXT    NOT NULL,
    from_day  TEXT    NOT NULL,
    due       TEXT    NOT NULL,
    state     TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'waived')),
    person    INTEGER NOT NULL DEFAULT 0, -- who closed it
    closed_at INTEGER,                    -- NULL while it is open
    note      TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX occurrences_closed ON occurrences (due) WHERE state <> 'open';

-- Occurrences that a chat wants to hear of again.
CREATE TABLE snoozes (
    chat       INTEGER NOT NULL,
    occurrence INTEGER NOT NULL REFERENCES occurrences (id),
    day        TEXT    NOT NULL,
    PRIMARY KEY (chat, occurrence)
) STRICT;

-- All that a chat is reminded of on one day, in one message.
CREATE TABLE digests (
    chat      INTEGER NOT NULL,
    day       TEXT    NOT NULL,
    late      INTEGER NOT NULL,
    progress  TEXT    NOT NULL DEFAULT 'queued' CHECK (progress IN ('queued', 'sent', 'dropped', 'failed')),
    message   INTEGER NOT NULL DEFAULT 0, -- Telegram's id; 0 while it is not sent
    reason    TEXT    NOT NULL DEFAULT '',
    queued_at INTEGER NOT NULL,
    sent_at   INTEGER,
    PRIMARY KEY (chat, day)
) STRICT;

CREATE INDEX digests_of_day ON digests (day);

-- What the digests tell. An occurrence is told once at each rung of its ladder.
CREATE TABLE nudges (
    occurrence INTEGER NOT NULL REFERENCES occurrences (id),
    rung       TEXT    NOT NULL,
    chat       INTEGER NOT NULL,
    digest_day TEXT    NOT NULL,
    place      INTEGER NOT NULL, -- in the digest
    day        TEXT    NOT NULL, -- on which it should have been sent
    covered    INTEGER NOT NULL,
    PRIMARY KEY (occurrence, rung, chat)
) STRICT;

CREATE INDEX nudges_of_digest ON nudges (chat, digest_day, place);

-- Words that a duty is not the agency's.
CREATE TABLE reports (
    id         INTEGER PRIMARY KEY,
    occurrence INTEGER NOT NULL REFERENCES occurrences (id),
    person     INTEGER NOT NULL,
    words      TEXT    NOT NULL,
    given_at   INTEGER NOT NULL,
    settled    INTEGER NOT NULL
) STRICT;

CREATE INDEX reports_open ON reports (id) WHERE NOT settled;

-- What leaders asked about an occurrence, and what was answered.
CREATE TABLE explanations (
    id          INTEGER PRIMARY KEY,
    occurrence  INTEGER NOT NULL REFERENCES occurrences (id),
    asked       INTEGER NOT NULL,
    asked_at    INTEGER NOT NULL,
    answered    INTEGER NOT NULL DEFAULT 0,
    answered_at INTEGER, -- NULL while it is not answered
    words       TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX explanations_of_occurrence ON explanations (occurrence);

-- What administrators changed about the reminders.
CREATE TABLE ladders (
    kind  TEXT NOT NULL PRIMARY KEY,
    rungs TEXT NOT NULL -- JSON array
) STRICT;

CREATE TABLE calendar_entries (
    from_day TEXT    NOT NULL PRIMARY KEY,
    to_day   TEXT    NOT NULL,
    working  INTEGER NOT NULL,
    reason   TEXT    NOT NULL,
    source   TEXT    NOT NULL,
    unknown  INTEGER NOT NULL
) STRICT;

CREATE TABLE internal_dues (
    unit TEXT    NOT NULL PRIMARY KEY,
    day  INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31)
) STRICT;

-- Who changed what. No names: people holds them.
CREATE TABLE audit (
    id         INTEGER PRIMARY KEY,
    changed_at INTEGER NOT NULL,
    person     INTEGER NOT NULL,
    what       TEXT    NOT NULL,
    about      TEXT    NOT NULL,
    before     TEXT    NOT NULL,
    after      TEXT    NOT NULL
) STRICT;

-- Its entries are only ever added.
-- +goose StatementBegin
CREATE TRIGGER audit_keeps_entries BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER audit_loses_no_entry BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
-- +goose StatementEnd
