-- +goose Up

-- An administrator lets a person see how the whole city stands.
ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_role_check;
ALTER TABLE subscriptions ADD CONSTRAINT subscriptions_role_check CHECK (role IN ('follower', 'focal', 'leader', 'overseer'));
