-- What an owner needs: codes that age out, brands that are not sold for a while, the history of
-- the balance, and papers with numbers of their own.

-- The sealed card goes some days after the hand-over; its keyed hash stays, to know it again (M15).
ALTER TABLE cards ADD COLUMN erased_at INTEGER
    CHECK ((erased_at IS NULL) = (length(sealed) > 0));

CREATE INDEX cards_kept ON cards (stored_at) WHERE erased_at IS NULL;

-- Not sold until a manager allows it again; an empty brand stands for all of them.
CREATE TABLE stops (
    brand    TEXT    PRIMARY KEY,
    sentence TEXT    NOT NULL CHECK (sentence <> ''),
    since    INTEGER NOT NULL,
    by       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE balances (
    at              INTEGER PRIMARY KEY,
    available_minor INTEGER NOT NULL,
    currency        TEXT    NOT NULL CHECK (length(currency) = 3)
) STRICT;

-- Void and refund slips are numbered per till without gaps; each line has one of a kind.
CREATE TABLE paper_numbers (
    kind   TEXT    NOT NULL CHECK (kind IN ('void', 'refund')),
    number INTEGER NOT NULL CHECK (number >= 1),
    line   TEXT    NOT NULL REFERENCES lines (id),
    PRIMARY KEY (kind, number),
    UNIQUE (kind, line)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER paper_numbers_no_gap BEFORE INSERT ON paper_numbers
WHEN NEW.number <> (SELECT count(*) + 1 FROM paper_numbers WHERE kind = NEW.kind)
BEGIN
    SELECT RAISE(ABORT, 'papers are numbered without gaps');
END;

CREATE TRIGGER paper_numbers_stay BEFORE UPDATE ON paper_numbers
BEGIN
    SELECT RAISE(ABORT, 'the number of a paper never changes');
END;

CREATE TRIGGER paper_numbers_kept BEFORE DELETE ON paper_numbers
BEGIN
    SELECT RAISE(ABORT, 'numbers of papers are never given out again');
END;

-- Two more kinds of paper: the shop's masked copy, and the refund slip.
CREATE TABLE print_jobs_new (
    id          INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL CHECK (kind IN (
        'card', 'shop_copy', 'payment', 'void', 'refund', 'day', 'test')),
    sale        TEXT,
    line        TEXT    REFERENCES lines (id),
    copy_number INTEGER NOT NULL CHECK (copy_number >= 0),
    printer     TEXT    NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('printing', 'printed', 'failed', 'perhaps')),
    started_at  INTEGER NOT NULL,
    started_by  INTEGER NOT NULL,
    ended_at    INTEGER,
    code        TEXT    NOT NULL,
    CHECK ((state = 'printing') = (ended_at IS NULL))
) STRICT;

INSERT INTO print_jobs_new SELECT * FROM print_jobs;
DROP TABLE print_jobs;
ALTER TABLE print_jobs_new RENAME TO print_jobs;

CREATE INDEX print_jobs_line ON print_jobs (line);
CREATE INDEX print_jobs_printing ON print_jobs (id) WHERE state = 'printing';
