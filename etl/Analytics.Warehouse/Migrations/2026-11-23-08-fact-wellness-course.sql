-- Grain: one elderly person in one wellness course. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_wellness_course
(
    row_id      Int64,
    started_on  Date,
    district_id UInt32,
    person_key  UInt64,
    programme   LowCardinality(String),
    source      LowCardinality(String),
    load_id     UInt64,
    row_hash    UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(started_on))), toUInt64(district_id))), person_key)), halfMD5(programme))),
    row_money   Decimal(18, 2) ALIAS toDecimal64(0, 2)
)
ENGINE = MergeTree
PARTITION BY toYear(started_on)
ORDER BY (district_id, started_on, row_id)
