-- Grain: one household in one month with one kind of aid. Amounts in tenge. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_benefit_payment
(
    row_id          Int64,
    month           Date,
    district_id     UInt32,
    settlement_code UInt32,
    household_key   UInt64,
    category        Enum8('large_family' = 1, 'low_income' = 2),
    aid             Enum8('conditional' = 1, 'unconditional' = 2),
    assigned        Decimal(18, 2),
    paid            Decimal(18, 2),
    source          LowCardinality(String),
    load_id         UInt64,
    row_hash        UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(month))), toUInt64(district_id))), toUInt64(settlement_code))), household_key)), toUInt64(toInt8(category)))), toUInt64(toInt8(aid)))), toUInt64(toInt64(assigned * 100)))), toUInt64(toInt64(paid * 100)))),
    row_money       Decimal(18, 2) ALIAS assigned + paid
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(month)
ORDER BY (district_id, month, household_key)
