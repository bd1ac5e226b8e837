-- Grain: one placement of one person. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_employment_placement
(
    row_id          Int64,
    placed_on       Date,
    district_id     UInt32,
    settlement_code UInt32,
    person_key      UInt64,
    category        Enum8('large_family' = 1, 'low_income' = 2),
    kind            Enum8('permanent' = 1, 'public_works' = 2, 'social_job' = 3, 'youth_practice' = 4),
    retained_6m     Enum8('unknown' = 0, 'yes' = 1, 'no' = 2),
    source          LowCardinality(String),
    load_id         UInt64,
    row_hash        UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(placed_on))), toUInt64(district_id))), toUInt64(settlement_code))), person_key)), toUInt64(toInt8(category)))), toUInt64(toInt8(kind)))), toUInt64(toInt8(retained_6m)))),
    row_money       Decimal(18, 2) ALIAS toDecimal64(0, 2)
)
ENGINE = MergeTree
PARTITION BY toYear(placed_on)
ORDER BY (district_id, placed_on, row_id)
