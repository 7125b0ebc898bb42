-- +goose Up

-- People who speak with the bot. Other tables know them by their id alone, so
-- that a name is kept, and forgotten, in one place. 0 is nobody any more.
CREATE TABLE people (
    id       BIGINT PRIMARY KEY,
    name     TEXT NOT NULL,
    username TEXT NOT NULL -- without @; '' for none
);

-- Those who were named in the conversation; the configured ones are not here.
CREATE TABLE administrators (
    person BIGINT PRIMARY KEY
);

-- Who is what to which agency.
CREATE TABLE subscriptions (
    chat     BIGINT NOT NULL,
    agency   TEXT   NOT NULL, -- id of the register, or the name of a ward
    role     TEXT   NOT NULL CHECK (role IN ('follower', 'focal', 'leader')),
    standing TEXT   NOT NULL CHECK (standing IN ('waiting', 'approved', 'refused', 'revoked')),
    person   BIGINT NOT NULL, -- who asked for it
    since    BIGINT NOT NULL, -- milliseconds since 1970: when the standing began
    PRIMARY KEY (chat, agency, role)
);

CREATE INDEX subscriptions_of_agency ON subscriptions (agency) WHERE standing = 'approved';
CREATE INDEX subscriptions_waiting ON subscriptions (since) WHERE standing = 'waiting';

-- What a chat chose about its reminders, and how far they are drawn up.
CREATE TABLE recipients (
    chat       BIGINT PRIMARY KEY,
    minute     BIGINT           NOT NULL, -- of the day, from midnight
    quiet_from BIGINT           NOT NULL,
    quiet_till BIGINT           NOT NULL,
    digest     BOOLEAN          NOT NULL,
    supports   BOOLEAN          NOT NULL,
    monday     BOOLEAN          NOT NULL,
    through    TEXT COLLATE "C" NOT NULL DEFAULT '' -- the day of the last digest that was drawn up; '' for none
);

CREATE INDEX recipients_through ON recipients (through, minute, chat);

-- Due dates of duties, one for each agency, once they are nudged or changed.
-- Days are written 2024-03-31.
CREATE TABLE occurrences (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name      TEXT             NOT NULL UNIQUE, -- the same whenever it is drawn up
    plan      TEXT             NOT NULL,
    plan_year BIGINT           NOT NULL,
    unit      TEXT             NOT NULL,
    agency    TEXT             NOT NULL,
    kind      TEXT             NOT NULL,
    period    TEXT             NOT NULL,
    product   TEXT             NOT NULL,
    from_day  TEXT COLLATE "C" NOT NULL,
    due       TEXT COLLATE "C" NOT NULL,
    state     TEXT             NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'waived')),
    person    BIGINT           NOT NULL DEFAULT 0, -- who closed it
    closed_at BIGINT,                    -- NULL while it is open
    note      TEXT             NOT NULL DEFAULT ''
);

CREATE INDEX occurrences_closed ON occurrences (due) WHERE state <> 'open';

-- Occurrences that a chat wants to hear of again.
CREATE TABLE snoozes (
    chat       BIGINT           NOT NULL,
    occurrence BIGINT           NOT NULL REFERENCES occurrences (id),
    day        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chat, occurrence)
);

-- All that a chat is reminded of on one day, in one message.
CREATE TABLE digests (
    chat      BIGINT           NOT NULL,
    day       TEXT COLLATE "C" NOT NULL,
    late      BOOLEAN          NOT NULL,
    progress  TEXT             NOT NULL DEFAULT 'queued' CHECK (progress IN ('queued', 'sent', 'dropped', 'failed')),
    message   BIGINT           NOT NULL DEFAULT 0, -- Telegram's id; 0 while it is not sent
    reason    TEXT             NOT NULL DEFAULT '',
    queued_at BIGINT           NOT NULL,
    sent_at   BIGINT,
    PRIMARY KEY (chat, day)
);

CREATE INDEX digests_of_day ON digests (day);

-- What the digests tell. An occurrence is told once at each rung of its ladder.
CREATE TABLE nudges (
    occurrence BIGINT           NOT NULL REFERENCES occurrences (id),
    rung       TEXT             NOT NULL,
    chat       BIGINT           NOT NULL,
    digest_day TEXT COLLATE "C" NOT NULL,
    place      BIGINT           NOT NULL, -- in the digest
    day        TEXT COLLATE "C" NOT NULL, -- on which it should have been sent
    covered    BOOLEAN          NOT NULL,
    PRIMARY KEY (occurrence, rung, chat)
);

CREATE INDEX nudges_of_digest ON nudges (chat, digest_day, place);

-- Words that a duty is not the agency's.
CREATE TABLE reports (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurrence BIGINT  NOT NULL REFERENCES occurrences (id),
    person     BIGINT  NOT NULL,
    words      TEXT    NOT NULL,
    given_at   BIGINT  NOT NULL,
    settled    BOOLEAN NOT NULL
);

CREATE INDEX reports_open ON reports (id) WHERE NOT settled;

-- What leaders asked about an occurrence, and what was answered.
CREATE TABLE explanations (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurrence  BIGINT NOT NULL REFERENCES occurrences (id),
    asked       BIGINT NOT NULL,
    asked_at    BIGINT NOT NULL,
    answered    BIGINT NOT NULL DEFAULT 0,
    answered_at BIGINT, -- NULL while it is not answered
    words       TEXT   NOT NULL DEFAULT ''
);

CREATE INDEX explanations_of_occurrence ON explanations (occurrence);

-- What administrators changed about the reminders.
CREATE TABLE ladders (
    kind  TEXT NOT NULL PRIMARY KEY,
    rungs TEXT NOT NULL -- JSON array
);

CREATE TABLE calendar_entries (
    from_day TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    to_day   TEXT COLLATE "C" NOT NULL,
    working  BOOLEAN          NOT NULL,
    reason   TEXT             NOT NULL,
    source   TEXT             NOT NULL,
    unknown  BOOLEAN          NOT NULL
);

CREATE TABLE internal_dues (
    unit TEXT   NOT NULL PRIMARY KEY,
    day  BIGINT NOT NULL CHECK (day BETWEEN 1 AND 31)
);

-- Who changed what. No names: people holds them.
CREATE TABLE audit (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    changed_at BIGINT NOT NULL,
    person     BIGINT NOT NULL,
    what       TEXT   NOT NULL,
    about      TEXT   NOT NULL,
    before     TEXT   NOT NULL,
    after      TEXT   NOT NULL
);

-- Its entries are only ever added.
-- +goose StatementBegin
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END
$$;
-- +goose StatementEnd

CREATE TRIGGER audit_keeps_entries BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
