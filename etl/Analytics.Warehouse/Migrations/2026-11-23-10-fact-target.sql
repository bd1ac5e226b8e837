-- Grain: one indicator for one territory in one year. Value in the indicator's unit, money in tenge. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_target
(
    row_id       Int64,
    year_start   Date,
    territory_id UInt32,
    indicator    LowCardinality(String),
    value        Decimal(18, 2),
    decree       LowCardinality(String),
    source       LowCardinality(String),
    load_id      UInt64,
    row_hash     UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(year_start))), toUInt64(territory_id))), halfMD5(indicator))), toUInt64(toInt64(value * 100)))), halfMD5(decree))),
    row_money    Decimal(18, 2) ALIAS value
)
ENGINE = MergeTree
PARTITION BY toYear(year_start)
ORDER BY (indicator, territory_id)
