-- +goose Up

-- Each entry is chained to the one before: hash is made of that one's hash, of who
-- (the person, with a salt) and of words (all else that it says). Without the salt
-- the person cannot be guessed from who, so that a person can be forgotten and the
-- chain still holds. Entries from before the chain have none of these.
ALTER TABLE audit
    ADD COLUMN salt  TEXT NOT NULL DEFAULT '',
    ADD COLUMN who   TEXT NOT NULL DEFAULT '',
    ADD COLUMN words TEXT NOT NULL DEFAULT '',
    ADD COLUMN hash  TEXT NOT NULL DEFAULT '';

CREATE INDEX audit_of_person ON audit (person) WHERE person <> 0;

-- Its entries are only ever added, but for a person who is forgotten.
DROP TRIGGER audit_keeps_entries ON audit;

CREATE TRIGGER audit_loses_no_entry BEFORE DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

CREATE TRIGGER audit_keeps_entries BEFORE UPDATE ON audit FOR EACH ROW
WHEN (NOT (NEW.id = OLD.id AND NEW.changed_at = OLD.changed_at AND NEW.what = OLD.what AND NEW.who = OLD.who
    AND NEW.words = OLD.words AND NEW.hash = OLD.hash
    AND (NEW.salt = '' AND NEW.person = 0 OR NEW.salt = OLD.salt AND NEW.person = OLD.person)
    AND (NEW.about = OLD.about AND NEW.before = OLD.before AND NEW.after = OLD.after
        OR OLD.what IN ('absence', 'administrator', 'person', 'preferences', 'subscription')
            AND NEW.about = '' AND NEW.before = '' AND NEW.after = '')))
EXECUTE FUNCTION audit_is_append_only();

-- What the database is for: "serve" or "try".
CREATE TABLE purpose (
    purpose TEXT NOT NULL PRIMARY KEY
);
