-- What the counter learns: which product a label on a shelf stands for, and what is sold often.

CREATE TABLE shelf_labels (
    label        TEXT PRIMARY KEY CHECK (label <> ''),
    product_code TEXT NOT NULL CHECK (product_code <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE favourites (
    product_code TEXT PRIMARY KEY CHECK (product_code <> '')
) STRICT, WITHOUT ROWID;
