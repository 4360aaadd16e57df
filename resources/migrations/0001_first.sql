-- The whole till. Amounts are integer minor units, times are microseconds since 1970 UTC.
-- What money.md M1 promises is written here once more, so that a mistake in the program stops
-- at the database: states and their steps, one order per line, one refund per line and never
-- more refunds than payments.

CREATE TABLE till (
    id               INTEGER PRIMARY KEY CHECK (id = 1),
    installation     TEXT    NOT NULL CHECK (installation <> ''),
    till             TEXT    NOT NULL CHECK (till <> ''),
    currency         TEXT    NOT NULL CHECK (length(currency) = 3),
    training         INTEGER NOT NULL CHECK (training IN (0, 1)),
    created_at       INTEGER NOT NULL,
    next_sale_number INTEGER NOT NULL DEFAULT 1 CHECK (next_sale_number >= 1),
    next_day_number  INTEGER NOT NULL DEFAULT 1 CHECK (next_day_number >= 1),
    current_sale     TEXT REFERENCES sales (id),
    -- How long the journal is, its last mac, and a mac over both: a cut tail shows.
    journal_seq      INTEGER NOT NULL DEFAULT 0,
    journal_mac      BLOB    NOT NULL CHECK (length(journal_mac) = 32),
    journal_seal     BLOB    NOT NULL CHECK (length(journal_seal) = 32),
    -- A mac of the installation id under the vault key: tells a foreign key at once.
    vault_proof      BLOB    NOT NULL CHECK (length(vault_proof) = 32),
    written_at       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER till_only_one_way
BEFORE UPDATE OF next_sale_number, next_day_number, journal_seq ON till
WHEN NEW.next_sale_number < OLD.next_sale_number
    OR NEW.next_day_number < OLD.next_day_number
    OR NEW.journal_seq < OLD.journal_seq
BEGIN
    SELECT RAISE(ABORT, 'numbers of the till never go back');
END;

CREATE TRIGGER till_identity_stays
BEFORE UPDATE OF installation, currency, training, created_at ON till
BEGIN
    SELECT RAISE(ABORT, 'the identity of a till never changes');
END;

CREATE TRIGGER till_stays BEFORE DELETE ON till
BEGIN
    SELECT RAISE(ABORT, 'the till is never deleted');
END;

CREATE TABLE people (
    id       INTEGER PRIMARY KEY CHECK (id >= 1),
    name     TEXT    NOT NULL CHECK (name <> ''),
    name_key TEXT    NOT NULL UNIQUE,
    role     TEXT    NOT NULL CHECK (role IN ('cashier', 'manager')),
    active   INTEGER NOT NULL CHECK (active IN (0, 1)),
    pin_hash TEXT    NOT NULL CHECK (pin_hash LIKE '$argon2id$%')
) STRICT;

CREATE TRIGGER people_stay BEFORE DELETE ON people
BEGIN
    SELECT RAISE(ABORT, 'people are deactivated, never deleted');
END;

-- Wrong PINs in a row, counted before the PIN is looked at, so that no crash forgets one.
CREATE TABLE pin_failures (
    person  INTEGER PRIMARY KEY REFERENCES people (id),
    count   INTEGER NOT NULL CHECK (count >= 1),
    last_at INTEGER NOT NULL
) STRICT;

CREATE TABLE days (
    id            INTEGER PRIMARY KEY,
    number        INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    opened_at     INTEGER NOT NULL,
    first_seq     INTEGER NOT NULL,  -- the first journal entry that counts for this day
    ended_at      INTEGER,
    ended_by      INTEGER,
    journal_count INTEGER,
    journal_head  TEXT,
    figures       TEXT,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK ((ended_at IS NULL) = (journal_count IS NULL)),
    CHECK ((ended_at IS NULL) = (journal_head IS NULL)),
    CHECK ((ended_at IS NULL) = (figures IS NULL))
) STRICT;

CREATE UNIQUE INDEX days_one_open ON days (coalesce(ended_at, 0)) WHERE ended_at IS NULL;

CREATE TRIGGER days_ended_stay BEFORE UPDATE ON days WHEN OLD.ended_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an ended day never changes');
END;

CREATE TRIGGER days_stay BEFORE DELETE ON days
BEGIN
    SELECT RAISE(ABORT, 'days are never deleted');
END;

CREATE TABLE sales (
    id           TEXT    PRIMARY KEY CHECK (id <> ''),
    number       INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    day          INTEGER NOT NULL REFERENCES days (id),
    paid_at      INTEGER NOT NULL,
    cashier      INTEGER NOT NULL,
    cashier_name TEXT    NOT NULL,
    language     TEXT    NOT NULL CHECK (language IN ('en', 'de')),
    training     INTEGER NOT NULL CHECK (training IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sales_stay BEFORE UPDATE ON sales
BEGIN
    SELECT RAISE(ABORT, 'a sale never changes');
END;

CREATE TRIGGER sales_kept BEFORE DELETE ON sales
BEGIN
    SELECT RAISE(ABORT, 'sales are never deleted');
END;

-- What pays for the lines of a sale: the main till, or the refund of a line that ended (M14).
CREATE TABLE payments (
    id            INTEGER PRIMARY KEY,
    sale          TEXT    NOT NULL REFERENCES sales (id),
    tender        TEXT    NOT NULL CHECK (tender IN ('main_till', 'refund')),
    amount_minor  INTEGER NOT NULL CHECK (amount_minor > 0),
    currency      TEXT    NOT NULL CHECK (length(currency) = 3),
    at            INTEGER NOT NULL,
    refunded_line TEXT    UNIQUE REFERENCES lines (id),
    CHECK ((tender = 'refund') = (refunded_line IS NOT NULL))
) STRICT;

CREATE INDEX payments_sale ON payments (sale);

CREATE TRIGGER payments_stay BEFORE UPDATE ON payments
BEGIN
    SELECT RAISE(ABORT, 'a payment never changes');
END;

CREATE TRIGGER payments_kept BEFORE DELETE ON payments
BEGIN
    SELECT RAISE(ABORT, 'payments are never deleted');
END;

CREATE TABLE lines (
    id                     TEXT    PRIMARY KEY CHECK (id <> ''),
    sale                   TEXT    NOT NULL REFERENCES sales (id),
    number                 INTEGER NOT NULL CHECK (number >= 1),
    product_code           TEXT    NOT NULL,
    product_name           TEXT    NOT NULL,
    brand                  TEXT    NOT NULL,
    category               TEXT    NOT NULL,
    amount_minor           INTEGER NOT NULL CHECK (amount_minor > 0),
    currency               TEXT    NOT NULL CHECK (length(currency) = 3),
    delivery               TEXT    NOT NULL CHECK (delivery IN ('code', 'url', 'email')),
    address                TEXT    CHECK (address IS NULL OR delivery = 'email'),
    request_key            TEXT    NOT NULL UNIQUE CHECK (request_key <> ''),
    request_method         TEXT    NOT NULL,
    request_url            TEXT    NOT NULL,
    request_body           BLOB    NOT NULL,
    account_url            TEXT    NOT NULL,
    account_client         TEXT    NOT NULL,
    created_at             INTEGER NOT NULL,
    replaces               TEXT    UNIQUE,

    -- The two facts.
    order_state            TEXT    NOT NULL CHECK (order_state IN (
        'waiting', 'ordering', 'unknown', 'delivered', 'invalidating', 'failed', 'invalidated')),
    money_state            TEXT    NOT NULL CHECK (money_state IN (
        'paid', 'refund_due', 'refunded')),

    attempts               INTEGER NOT NULL CHECK (attempts >= 0),
    first_tried_at         INTEGER,
    first_sent_at          INTEGER,
    first_sent_provider_at INTEGER,
    unanswered             INTEGER NOT NULL CHECK (unanswered IN (0, 1)),
    started_at             INTEGER,
    order_id               TEXT,
    failure                TEXT,
    trouble                TEXT    CHECK (trouble IN (
        'mismatch', 'no_card', 'order_not_found', 'key_too_old', 'restored', 'other_account',
        'not_posted_again', 'invalidation_expired', 'invalidation_not_supported',
        'invalidation_not_found')),
    checked                INTEGER NOT NULL CHECK (checked IN (0, 1)),
    no_card_since          INTEGER,
    given_up_at            INTEGER,
    given_up_by            INTEGER,
    invalidation_reason    TEXT,
    invalidation_asked_at  INTEGER,
    invalidation_by        INTEGER,
    handed_over_at         INTEGER,
    handed_over_by         INTEGER,
    closed_how             TEXT    CHECK (closed_how IN ('no_order', 'voided', 'loss')),
    closed_reason          TEXT,
    closed_at              INTEGER,
    closed_by              INTEGER,
    card_hint              TEXT,
    printed                INTEGER NOT NULL CHECK (printed IN (0, 1)),
    delivered_at           INTEGER,

    -- Kept for lists and sums: whether it is an open case, its text for searching, and how long
    -- the journal was when the line became delivered, handed over, ended.
    is_open                INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    search                 TEXT    NOT NULL,
    delivered_seq          INTEGER,
    handed_over_seq        INTEGER,
    ended_seq              INTEGER,

    -- Points at the refund wherever the money fact says that there is one.
    refund_of TEXT GENERATED ALWAYS AS (CASE money_state WHEN 'paid' THEN NULL ELSE id END) STORED,

    UNIQUE (sale, number),
    UNIQUE (id, sale, amount_minor, currency),
    UNIQUE (id, sale, amount_minor, currency, money_state),
    FOREIGN KEY (refund_of, money_state) REFERENCES refunds (line, state)
        DEFERRABLE INITIALLY DEFERRED,
    -- A replacement is paid by the refund of its line: the same sale, the same amount.
    FOREIGN KEY (replaces, sale, amount_minor, currency)
        REFERENCES lines (id, sale, amount_minor, currency),

    CHECK ((given_up_at IS NULL) = (given_up_by IS NULL)),
    CHECK ((invalidation_asked_at IS NULL) = (invalidation_by IS NULL)),
    CHECK ((invalidation_asked_at IS NULL) = (invalidation_reason IS NULL)),
    CHECK ((handed_over_at IS NULL) = (handed_over_by IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_how IS NULL)),
    CHECK ((closed_at IS NULL) = (closed_reason IS NULL)),
    -- Waiting proves unsent (M2).
    CHECK (order_state <> 'waiting' OR (order_id IS NULL AND unanswered = 0)),
    CHECK (order_state <> 'ordering' OR attempts >= 1),
    -- Delivered means: completed at the provider and its card stored here.
    CHECK (order_state NOT IN ('delivered', 'invalidating') OR (
        order_id IS NOT NULL AND delivered_at IS NOT NULL AND card_hint IS NOT NULL)),
    CHECK (handed_over_at IS NULL OR delivered_at IS NOT NULL),
    CHECK (printed = 0 OR delivered_at IS NOT NULL),
    -- Nothing given up is ever handed over (M6).
    CHECK (handed_over_at IS NULL OR given_up_at IS NULL),
    -- A refund only where the card is not the customer's, and always where there is none.
    CHECK (order_state NOT IN ('failed', 'invalidated') OR money_state <> 'paid'),
    CHECK (money_state = 'paid' OR order_state IN ('failed', 'invalidated')
        OR given_up_at IS NOT NULL OR invalidation_asked_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX lines_open ON lines (created_at) WHERE is_open = 1;
CREATE INDEX lines_newest ON lines (created_at, id);
CREATE INDEX lines_delivered ON lines (delivered_seq) WHERE delivered_seq IS NOT NULL;
CREATE INDEX lines_handed_over ON lines (handed_over_seq) WHERE handed_over_seq IS NOT NULL;
CREATE INDEX lines_ended ON lines (ended_seq) WHERE ended_seq IS NOT NULL;

CREATE TRIGGER lines_kept BEFORE DELETE ON lines
BEGIN
    SELECT RAISE(ABORT, 'lines are never deleted');
END;

-- Key, URL and body never change (M2), nor what was sold.
CREATE TRIGGER lines_request_stays
BEFORE UPDATE OF id, sale, number, product_code, product_name, brand, category, amount_minor,
    currency, delivery, address, request_key, request_method, request_url, request_body,
    account_url, account_client, created_at, replaces ON lines
BEGIN
    SELECT RAISE(ABORT, 'what was ordered never changes');
END;

CREATE TRIGGER lines_steps BEFORE UPDATE OF order_state ON lines
WHEN NEW.order_state <> OLD.order_state
    AND NOT instr(CASE OLD.order_state
        WHEN 'waiting' THEN ' ordering failed '
        WHEN 'ordering' THEN ' waiting unknown delivered failed invalidated '
        WHEN 'unknown' THEN ' delivered failed invalidated '
        WHEN 'delivered' THEN ' invalidating failed invalidated '
        WHEN 'invalidating' THEN ' delivered failed invalidated '
        ELSE '' END, ' ' || NEW.order_state || ' ')
    AND NOT (OLD.order_state = 'waiting' AND NEW.order_state = 'unknown'
        AND NEW.trouble IS 'restored')
BEGIN
    SELECT RAISE(ABORT, 'no such step of an order');
END;

CREATE TRIGGER lines_delivered_with_card BEFORE UPDATE OF order_state ON lines
WHEN NEW.order_state = 'delivered' AND OLD.order_state NOT IN ('delivered', 'invalidating')
    AND NOT EXISTS (SELECT 1 FROM cards WHERE line = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'delivered without a stored card');
END;

CREATE TRIGGER lines_paid_for AFTER INSERT ON lines
WHEN (SELECT sum(amount_minor) FROM lines WHERE sale = NEW.sale)
    > (SELECT coalesce(sum(amount_minor), 0) FROM payments
        WHERE sale = NEW.sale AND currency = NEW.currency)
BEGIN
    SELECT RAISE(ABORT, 'a line that nobody paid');
END;

-- One refund per line, of exactly its amount; it and the line's money fact agree at each commit.
CREATE TABLE refunds (
    line           TEXT    PRIMARY KEY,
    sale           TEXT    NOT NULL,
    amount_minor   INTEGER NOT NULL,
    currency       TEXT    NOT NULL,
    due_at         INTEGER NOT NULL,
    paid_at        INTEGER,
    paid_by        INTEGER,
    receipt_number TEXT    NOT NULL,
    settled_by     TEXT    UNIQUE REFERENCES lines (id) DEFERRABLE INITIALLY DEFERRED,
    paid_seq       INTEGER,
    state TEXT NOT NULL
        GENERATED ALWAYS AS (CASE WHEN paid_at IS NULL THEN 'refund_due' ELSE 'refunded' END)
        STORED,
    UNIQUE (line, state),
    FOREIGN KEY (line, sale, amount_minor, currency, state)
        REFERENCES lines (id, sale, amount_minor, currency, money_state)
        DEFERRABLE INITIALLY DEFERRED,
    CHECK ((paid_at IS NULL) = (paid_by IS NULL)),
    CHECK ((paid_at IS NULL) = (paid_seq IS NULL)),
    CHECK (settled_by IS NULL OR paid_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX refunds_sale ON refunds (sale);
CREATE INDEX refunds_paid ON refunds (paid_seq) WHERE paid_seq IS NOT NULL;

CREATE TRIGGER refunds_never_exceed AFTER INSERT ON refunds
WHEN (SELECT sum(amount_minor) FROM refunds WHERE sale = NEW.sale)
    > (SELECT coalesce(sum(amount_minor), 0) FROM payments
        WHERE sale = NEW.sale AND currency = NEW.currency)
BEGIN
    SELECT RAISE(ABORT, 'more refunds than payments');
END;

CREATE TRIGGER refunds_amount_stays
BEFORE UPDATE OF line, sale, amount_minor, currency, due_at ON refunds
BEGIN
    SELECT RAISE(ABORT, 'what a refund is for never changes');
END;

CREATE TRIGGER refunds_paid_stay BEFORE UPDATE ON refunds WHEN OLD.paid_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a paid refund never changes');
END;

CREATE TRIGGER refunds_paid_kept BEFORE DELETE ON refunds WHEN OLD.paid_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a paid refund is never withdrawn');
END;

-- Every request that left, and what came back; `question` is a look at the order (GET).
CREATE TABLE attempts (
    id          INTEGER PRIMARY KEY,
    line        TEXT    NOT NULL REFERENCES lines (id),
    kind        TEXT    NOT NULL CHECK (kind IN ('order', 'invalidation', 'question')),
    request_key TEXT,
    sent_at     INTEGER CHECK (sent_at IS NOT NULL OR kind = 'question'),
    answered_at INTEGER,
    proof       TEXT,
    status      INTEGER,
    code        TEXT,
    request_id  TEXT,
    CHECK ((answered_at IS NULL) = (proof IS NULL))
) STRICT;

CREATE INDEX attempts_line ON attempts (line);

-- Codes are cash (M15): sealed by AES-GCM for this installation and this line.
CREATE TABLE cards (
    line        TEXT    PRIMARY KEY REFERENCES lines (id),
    sealed      BLOB    NOT NULL,
    fingerprint BLOB    NOT NULL CHECK (length(fingerprint) = 32),
    stored_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE product_knowledge (
    product_code  TEXT    PRIMARY KEY,
    invalidatable INTEGER NOT NULL CHECK (invalidatable IN (0, 1)),
    learned_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE print_jobs (
    id          INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL CHECK (kind IN ('card', 'payment', 'void', 'day', 'test')),
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

CREATE INDEX print_jobs_line ON print_jobs (line);
CREATE INDEX print_jobs_printing ON print_jobs (id) WHERE state = 'printing';

CREATE TABLE carts (
    name TEXT PRIMARY KEY,
    data TEXT NOT NULL CHECK (data <> '')
) STRICT, WITHOUT ROWID;

-- What happened (M16). Entries are numbered without gaps and chained; nothing ever changes.
CREATE TABLE journal (
    seq     INTEGER PRIMARY KEY CHECK (seq >= 1),
    at      INTEGER NOT NULL,
    by      INTEGER NOT NULL,
    by_name TEXT    NOT NULL,
    action  TEXT    NOT NULL CHECK (action <> ''),
    sale    TEXT,
    line    TEXT,
    details TEXT    NOT NULL CHECK (length(details) <= 8000),
    prev    BLOB    NOT NULL CHECK (length(prev) = 32),
    mac     BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE INDEX journal_line ON journal (line) WHERE line IS NOT NULL;
CREATE INDEX journal_sale ON journal (sale) WHERE sale IS NOT NULL;
CREATE INDEX journal_at ON journal (at);

CREATE TRIGGER journal_no_gap BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT journal_seq + 1 FROM till)
BEGIN
    SELECT RAISE(ABORT, 'the journal has no gaps');
END;

CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows');
END;

CREATE TRIGGER journal_kept BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal only grows');
END;
