-- +goose Up

-- An administrator lets a person see how the whole city stands.
CREATE TABLE subscriptions_with_overseers (
    chat     INTEGER NOT NULL,
    agency   TEXT    NOT NULL, -- id of the register, or the name of a ward
    role     TEXT    NOT NULL CHECK (role IN ('follower', 'focal', 'leader', 'overseer')),
    standing TEXT    NOT NULL CHECK (standing IN ('waiting', 'approved', 'refused', 'revoked')),
    person   INTEGER NOT NULL, -- who asked for it
    since    INTEGER NOT NULL, -- milliseconds since 1970: when the standing began
    PRIMARY KEY (chat, agency, role)
) STRICT;

INSERT INTO subscriptions_with_overseers SELECT chat, agency, role, standing, person, since FROM subscriptions;
DROP TABLE subscriptions;
ALTER TABLE subscriptions_with_overseers RENAME TO subscriptions;
CREATE INDEX subscriptions_of_agency ON subscriptions (agency) WHERE standing = 'approved';
CREATE INDEX subscriptions_waiting ON subscriptions (since) WHERE standing = 'waiting';
