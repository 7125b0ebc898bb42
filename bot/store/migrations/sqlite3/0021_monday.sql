-- +goose Up

-- The review of the week is sent to leaders unless they want none; nobody was
-- asked before.
UPDATE recipients SET monday = 1;
