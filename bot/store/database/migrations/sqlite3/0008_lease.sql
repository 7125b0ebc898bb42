-- +goose Up

-- PostgreSQL keeps here which process is the active one. A file belongs to one
-- process, which holds its lock.
SELECT 1;
