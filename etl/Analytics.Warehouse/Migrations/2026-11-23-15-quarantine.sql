-- Grain: one rejected row of one load. The source's key and the rule, never what the row holds.
CREATE TABLE quarantine
(
    source     LowCardinality(String),
    process    LowCardinality(String),
    period     LowCardinality(String),
    source_key String,
    rule       LowCardinality(String),
    column     LowCardinality(String),
    times_seen UInt32,
    seen_at    DateTime('UTC'),
    load_id    UInt64
)
ENGINE = MergeTree
ORDER BY (source, process, period, source_key)
