-- Residents on 1 January.
SELECT
    counted_on AS day,
    district_id,
    toUInt32(0) AS settlement_code,
    toUInt8(0) AS category,
    toUInt8(0) AS aid,
    residents AS amount
FROM fact_population AS t
