-- Grain: one district on one day, usually 1 January. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_population
(
    row_id      Int64,
    counted_on  Date,
    district_id UInt32,
    residents   UInt32,
    source      LowCardinality(String),
    load_id     UInt64,
    row_hash    UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(counted_on))), toUInt64(district_id))), toUInt64(residents))),
    row_money   Decimal(18, 2) ALIAS toDecimal64(0, 2)
)
ENGINE = MergeTree
PARTITION BY toYear(counted_on)
ORDER BY (district_id, counted_on)
