-- The lattice in the order in which it is asked: a board or a table reads all measures and territories of a few periods, a line one measure through all periods of a kind.
CREATE OR REPLACE TABLE fresh_published_measure
(
    publication_id UInt64,
    measure        LowCardinality(String),
    boundaries     Enum8('as_reported' = 1, 'current' = 2, 'common' = 3),
    territory_id   UInt32,
    period_kind    Enum8('month' = 1, 'quarter' = 2, 'ytd' = 3),
    period_end     Date,
    category       Enum8('all' = 0, 'large_family' = 1, 'low_income' = 2),
    aid_kind       Enum8('all' = 0, 'conditional' = 1, 'unconditional' = 2),
    value          Decimal(38, 4),
    estimated      UInt8 DEFAULT 0
)
ENGINE = MergeTree
PARTITION BY publication_id
ORDER BY (category, aid_kind, period_kind, boundaries, period_end, measure, territory_id)
SETTINGS index_granularity = 1024
AS SELECT publication_id, measure, boundaries, territory_id, period_kind, period_end, category, aid_kind, value, estimated FROM published_measure
