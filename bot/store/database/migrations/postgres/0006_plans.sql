-- +goose Up

-- The library of plans, each with its life. What comes with the program has no
-- original here.
CREATE TABLE plans (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        TEXT             NOT NULL, -- names the decision in records
    number      TEXT             NOT NULL,
    issuer      TEXT             NOT NULL,
    kind        TEXT             NOT NULL,
    title       TEXT             NOT NULL,
    issued      TEXT COLLATE "C" NOT NULL, -- days are written 2024-03-31; '' for none
    from_year   BIGINT           NOT NULL,
    to_year     BIGINT           NOT NULL,
    file        TEXT             NOT NULL,
    sha256      TEXT             NOT NULL, -- '' without an original
    settled     TEXT             NOT NULL, -- JSON; '' for nothing
    state       TEXT             NOT NULL CHECK (state IN ('draft', 'approved', 'in_force', 'replaced', 'withdrawn')),
    day         TEXT COLLATE "C" NOT NULL,
    replaces    BIGINT           NOT NULL, -- 0 for none
    proposed    BIGINT           NOT NULL,
    proposed_at BIGINT           NOT NULL,
    approved    BIGINT           NOT NULL,
    approved_at BIGINT,
    original    BYTEA
);
