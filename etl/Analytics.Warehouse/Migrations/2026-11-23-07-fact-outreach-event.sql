-- Grain: one outreach event. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_outreach_event
(
    row_id      Int64,
    held_on     Date,
    district_id UInt32,
    topic       LowCardinality(String),
    attendees   UInt32,
    source      LowCardinality(String),
    load_id     UInt64,
    row_hash    UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(held_on))), toUInt64(district_id))), halfMD5(topic))), toUInt64(attendees))),
    row_money   Decimal(18, 2) ALIAS toDecimal64(0, 2)
)
ENGINE = MergeTree
PARTITION BY toYear(held_on)
ORDER BY (district_id, held_on, row_id)
