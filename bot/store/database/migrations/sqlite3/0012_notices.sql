-- +goose Up

-- When a person was told what is kept of them: milliseconds since 1970, NULL for
-- those who were met before that was done.
ALTER TABLE people ADD COLUMN noticed_at INTEGER;

-- The note of an acknowledgement may name a person who is forgotten.
DROP TRIGGER audit_keeps_entries;

-- +goose StatementBegin
CREATE TRIGGER audit_keeps_entries BEFORE UPDATE ON audit
WHEN NOT (NEW.id = OLD.id AND NEW.changed_at = OLD.changed_at AND NEW.what = OLD.what AND NEW.who = OLD.who
    AND NEW.words = OLD.words AND NEW.hash = OLD.hash
    AND (NEW.salt = '' AND NEW.person = 0 OR NEW.salt = OLD.salt AND NEW.person = OLD.person)
    AND (NEW.about = OLD.about AND NEW.before = OLD.before AND NEW.after = OLD.after
        OR OLD.what IN ('absence', 'administrator', 'occurrence', 'person', 'preferences', 'subscription')
            AND NEW.about = '' AND NEW.before = '' AND NEW.after = ''))
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
-- +goose StatementEnd
