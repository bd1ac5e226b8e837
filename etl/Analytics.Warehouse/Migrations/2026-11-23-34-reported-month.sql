-- Grain: one fact table in one district and month in one publication, with the number of facts. A month that is not here has none.
CREATE TABLE reported_month
(
    publication_id UInt64,
    fact           LowCardinality(String),
    district_id    UInt32,
    month          Date,
    facts          UInt64
)
ENGINE = MergeTree
PARTITION BY publication_id
ORDER BY (fact, district_id, month)
