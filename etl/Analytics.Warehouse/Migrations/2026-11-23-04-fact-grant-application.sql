-- Grain: one grant application. Amount in tenge. row_hash and row_money serve verification: the loader computes the same from what it sends.
CREATE TABLE fact_grant_application
(
    row_id          Int64,
    received_on     Date,
    district_id     UInt32,
    settlement_code UInt32,
    applicant_key   UInt64,
    category        Enum8('large_family' = 1, 'low_income' = 2),
    status          Enum8('under_review' = 1, 'approved' = 2, 'refused' = 3, 'withdrawn' = 4),
    decided_on      Nullable(Date),
    paid_on         Nullable(Date),
    amount          Decimal(18, 2),
    refusal_reason  LowCardinality(String),
    source          LowCardinality(String),
    load_id         UInt64,
    row_hash        UInt64 ALIAS intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(received_on))), toUInt64(district_id))), toUInt64(settlement_code))), applicant_key)), toUInt64(toInt8(category)))), toUInt64(toInt8(status)))), toUInt64(ifNull(decided_on, toDate(0))))), toUInt64(ifNull(paid_on, toDate(0))))), toUInt64(toInt64(amount * 100)))), halfMD5(refusal_reason))),
    row_money       Decimal(18, 2) ALIAS amount
)
ENGINE = MergeTree
PARTITION BY toYear(received_on)
ORDER BY (district_id, received_on, row_id)
