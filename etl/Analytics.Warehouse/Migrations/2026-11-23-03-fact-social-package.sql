-- Grain: one child given the package in one month. Amount in tenge. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_social_package
(
    row_id          Int64,
    month           Date,
    district_id     UInt32,
    settlement_code UInt32,
    child_key       UInt64,
    category        Enum8('large_family' = 1, 'low_income' = 2),
    amount          Decimal(18, 2),
    source          LowCardinality(String),
    load_id         UInt64,
    row_hash        UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(month))), toUInt64(district_id))), toUInt64(settlement_code))), child_key)), toUInt64(toInt8(category)))), toUInt64(toInt64(amount * 100)))),
    row_money       Decimal(18, 2) ALIAS amount
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(month)
ORDER BY (district_id, month, child_key)
