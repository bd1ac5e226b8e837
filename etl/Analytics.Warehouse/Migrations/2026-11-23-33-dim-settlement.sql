-- Grain: one settlement in one list of settlements, with the one of today's units on whose land it lies. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE dim_settlement
(
    row_id          Int64,
    listed_on       Date,
    settlement_code UInt32,
    unit_id         UInt32,
    name            LowCardinality(String),
    source          LowCardinality(String),
    load_id         UInt64,
    row_hash        UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(listed_on))), toUInt64(settlement_code))), toUInt64(unit_id))), halfMD5(name))),
    row_money       Decimal(18, 2) ALIAS toDecimal64(0, 2)
)
ENGINE = MergeTree
PARTITION BY toYear(listed_on)
ORDER BY (settlement_code, listed_on)
