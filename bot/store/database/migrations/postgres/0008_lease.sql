-- +goose Up

-- Which process is the active one, and until when by the clock of the database.
-- Each change of the holder begins a term.
CREATE TABLE lease (
    name       TEXT   NOT NULL PRIMARY KEY,
    holder     TEXT   NOT NULL,
    term       BIGINT NOT NULL,
    until_time BIGINT NOT NULL -- milliseconds since 1970
);
