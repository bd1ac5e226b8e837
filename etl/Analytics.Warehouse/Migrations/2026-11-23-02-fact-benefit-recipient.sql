-- Grain: one person covered in one month. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_benefit_recipient
(
    row_id          Int64,
    month           Date,
    district_id     UInt32,
    settlement_code UInt32,
    person_key      UInt64,
    category        Enum8('large_family' = 1, 'low_income' = 2),
    aid             Enum8('conditional' = 1, 'unconditional' = 2),
    child_1_6       UInt8,
    able_bodied     UInt8,
    unemployed      UInt8,
    source          LowCardinality(String),
    load_id         UInt64,
    row_hash        UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(month))), toUInt64(district_id))), toUInt64(settlement_code))), person_key)), toUInt64(toInt8(category)))), toUInt64(toInt8(aid)))), toUInt64(child_1_6))), toUInt64(able_bodied))), toUInt64(unemployed))),
    row_money       Decimal(18, 2) ALIAS toDecimal64(0, 2)
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(month)
ORDER BY (district_id, month, person_key)
