-- Plans in versions: stage, decree, plan of the quarters and phasing. Grain: one version of the plan of one indicator for one territory in one year. A version without quarters has zeros and has_quarters 0.
ALTER TABLE fact_target
    ADD COLUMN IF NOT EXISTS stage Enum8('approved' = 1, 'refined' = 2, 'adjusted' = 3) DEFAULT 'approved' AFTER decree,
    ADD COLUMN IF NOT EXISTS decree_number LowCardinality(String) AFTER stage,
    ADD COLUMN IF NOT EXISTS decree_date Nullable(Date) AFTER decree_number,
    ADD COLUMN IF NOT EXISTS has_quarters UInt8 AFTER decree_date,
    ADD COLUMN IF NOT EXISTS q1 Decimal(18, 2) AFTER has_quarters,
    ADD COLUMN IF NOT EXISTS q2 Decimal(18, 2) AFTER q1,
    ADD COLUMN IF NOT EXISTS q3 Decimal(18, 2) AFTER q2,
    ADD COLUMN IF NOT EXISTS q4 Decimal(18, 2) AFTER q3,
    ADD COLUMN IF NOT EXISTS phasing LowCardinality(String) AFTER q4,
    MODIFY COLUMN row_hash UInt64 ALIAS
        intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(
        intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(bitXor(intHash64(reinterpretAsUInt64(row_id)), toUInt64(year_start))), toUInt64(territory_id))), halfMD5(indicator))), toUInt64(toInt64(value * 100)))), halfMD5(decree))),
        toUInt64(toInt8(stage)))), halfMD5(decree_number))), toUInt64(ifNull(decree_date, toDate(0))))), toUInt64(has_quarters))),
        toUInt64(toInt64(q1 * 100)))), toUInt64(toInt64(q2 * 100)))), toUInt64(toInt64(q3 * 100)))), toUInt64(toInt64(q4 * 100)))), halfMD5(phasing)))
