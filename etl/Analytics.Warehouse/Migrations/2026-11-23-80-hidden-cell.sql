-- Grain: one cell of a publication's lattice that is hidden from the public. Low and high: values that it can have for whoever knows all that is published.
CREATE TABLE hidden_cell
(
    publication_id UInt64,
    measure        LowCardinality(String),
    boundaries     Enum8('as_reported' = 1, 'current' = 2, 'common' = 3),
    territory_id   UInt32,
    period_kind    Enum8('month' = 1, 'quarter' = 2, 'ytd' = 3),
    period_end     Date,
    category       Enum8('all' = 0, 'large_family' = 1, 'low_income' = 2),
    aid_kind       Enum8('all' = 0, 'conditional' = 1, 'unconditional' = 2),
    reason         Enum8('primary' = 1, 'complementary' = 2),
    low            Decimal(38, 4),
    high           Decimal(38, 4)
)
ENGINE = MergeTree
PARTITION BY publication_id
ORDER BY (measure, territory_id, period_kind, period_end, category, aid_kind, boundaries)
SETTINGS index_granularity = 1024
