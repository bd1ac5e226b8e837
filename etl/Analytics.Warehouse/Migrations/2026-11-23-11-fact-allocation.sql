-- Grain: budget allocated to one district for one month. Amount in tenge. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_allocation
(
    row_id      Int64,
    month       Date,
    district_id UInt32,
    amount      Decimal(18, 2),
    source      LowCardinality(String),
    load_id     UInt64,
    row_hash    UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(month))), toUInt64(district_id))), toUInt64(toInt64(amount * 100)))),
    row_money   Decimal(18, 2) ALIAS amount
)
ENGINE = MergeTree
PARTITION BY toYear(month)
ORDER BY (district_id, month)
